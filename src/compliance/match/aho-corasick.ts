/**
 * Aho-Corasick over UTF-16 units. Transitions live in one open-addressing table of Int32Arrays (node × letter → node), so
 * that a build of some thousand Chinese terms takes milliseconds and a scan touches no object.
 */
export interface Matcher {
  /** Calls back for every occurrence of every word: index of the word, UTF-16 start and end. */
  scan(text: string, found: (word: number, start: number, end: number) => void): void;
}

export function createMatcher(words: readonly string[]): Matcher {
  const letters = new Uint16Array(65536);
  let alphabet = 1;
  let room = 1;
  for (const word of words) {
    room += word.length;
    for (let i = 0; i < word.length; i++) {
      const unit = word.charCodeAt(i);
      if (letters[unit] === 0) letters[unit] = alphabet++;
    }
  }
  const edges = createEdges(room);
  const parent = new Int32Array(room);
  const letterOf = new Uint16Array(room);
  const wordAt = new Int32Array(room).fill(-1);
  const nextWord = new Int32Array(words.length).fill(-1);
  let nodes = 1;
  words.forEach((word, index) => {
    let node = 0;
    for (let i = 0; i < word.length; i++) {
      const letter = letters[word.charCodeAt(i)] ?? 0;
      let next = edges.get(node * alphabet + letter);
      if (next < 0) {
        next = nodes++;
        parent[next] = node;
        letterOf[next] = letter;
        edges.set(node * alphabet + letter, next);
      }
      node = next;
    }
    nextWord[index] = wordAt[node] ?? -1;
    wordAt[node] = index;
  });

  const roots = new Int32Array(alphabet);
  for (let letter = 1; letter < alphabet; letter++) roots[letter] = Math.max(0, edges.get(letter));
  const fail = new Int32Array(nodes);
  const output = new Int32Array(nodes).fill(-1);
  const step = (from: number, letter: number): number => {
    for (let node = from; node > 0; node = fail[node] ?? 0) {
      const next = edges.get(node * alphabet + letter);
      if (next >= 0) return next;
    }
    return roots[letter] ?? 0;
  };
  for (const node of byDepth(parent, nodes)) {
    const up = parent[node] ?? 0;
    fail[node] = up === 0 ? 0 : step(fail[up] ?? 0, letterOf[node] ?? 0);
    const suffix = fail[node] ?? 0;
    output[node] = (wordAt[suffix] ?? -1) >= 0 ? suffix : (output[suffix] ?? -1);
  }

  return {
    scan(text, found) {
      let node = 0;
      for (let at = 0; at < text.length; at++) {
        const letter = letters[text.charCodeAt(at)] ?? 0;
        if (letter === 0) {
          node = 0;
          continue;
        }
        node = step(node, letter);
        for (let out = (wordAt[node] ?? -1) >= 0 ? node : (output[node] ?? -1); out > 0; out = output[out] ?? -1)
          for (let word = wordAt[out] ?? -1; word >= 0; word = nextWord[word] ?? -1)
            found(word, at + 1 - (words[word]?.length ?? 0), at + 1);
      }
    },
  };
}

interface Edges {
  get(key: number): number;
  set(key: number, node: number): void;
}

function createEdges(count: number): Edges {
  let size = 16;
  while (size < count * 2) size *= 2;
  const keys = new Int32Array(size).fill(-1);
  const nodes = new Int32Array(size);
  const slot = (key: number): number => {
    let at = (Math.imul(key, 0x9e3779b1) >>> 8) & (size - 1);
    while (keys[at] !== -1 && keys[at] !== key) at = (at + 1) & (size - 1);
    return at;
  };
  return {
    get(key) {
      const at = slot(key);
      return keys[at] === key ? (nodes[at] ?? -1) : -1;
    },
    set(key, node) {
      const at = slot(key);
      keys[at] = key;
      nodes[at] = node;
    },
  };
}

/** Nodes but the root, shallower first: a failure link needs every shallower node done. */
function byDepth(parent: Int32Array, nodes: number): number[] {
  const depth = new Int32Array(nodes);
  const levels: number[][] = [];
  for (let node = 1; node < nodes; node++) {
    const level = (depth[parent[node] ?? 0] ?? 0) + 1;
    depth[node] = level;
    const peers = levels[level - 1];
    if (peers) peers.push(node);
    else levels.push([node]);
  }
  return levels.flat();
}
