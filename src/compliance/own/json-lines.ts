/** JSON with line numbers, so that an error in a file that a person wrote names the line to look at. */
export interface LinedJson {
  readonly value: unknown;
  /** 1-based line on which the value at a path begins; of the nearest value around it when there is none. */
  lineOf(path: readonly PropertyKey[]): number;
}

/** Not JSON; `line` is 1-based. */
export class JsonFault extends Error {
  override readonly name = "JsonFault";
  constructor(
    readonly line: number,
    readonly found: string,
  ) {
    super(`line ${line}: ${found}`);
  }
}

const DEEPEST = 40;
const TOKEN = /[ \t\r\n]*(?:([{}[\],:])|("(?:[^"\\]|\\[\s\S])*")|(-?\d[\d.eE+-]*|true|false|null))/y;
const key = (path: readonly PropertyKey[]): string => path.map(String).join("\u0000");

/** Parses strict JSON. Throws JsonFault with the line where it stops being JSON. */
export function parseLined(text: string): LinedJson {
  const lines = new Map<string, number>();
  let at = text.startsWith("\ufeff") ? 1 : 0;
  let [counted, line] = [0, 1];
  const lineAt = (offset: number): number => {
    for (; counted < offset; counted++) if (text.charCodeAt(counted) === 10) line += 1;
    return line;
  };
  const fault = (): never => {
    const rest = /^[ \t\r\n]*/.exec(text.slice(at))?.[0].length ?? 0;
    throw new JsonFault(lineAt(at + rest), text.slice(at + rest, at + rest + 20));
  };
  const next = (): string => {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(text);
    if (!match) return fault();
    const token = match[1] ?? match[2] ?? match[3] ?? "";
    at = TOKEN.lastIndex;
    lineAt(at - token.length);
    return token;
  };
  const scalar = (token: string): unknown => {
    try {
      return JSON.parse(token);
    } catch {
      at -= token.length;
      return fault();
    }
  };
  const expected = (token: string, wanted: string): void => {
    if (token === wanted) return;
    at -= token.length;
    fault();
  };

  const read = (token: string, path: readonly PropertyKey[]): unknown => {
    lines.set(key(path), line);
    if (path.length > DEEPEST) fault();
    if (token === "{") return readObject(path);
    if (token === "[") return readArray(path);
    return scalar(token);
  };
  const readArray = (path: readonly PropertyKey[]): unknown[] => {
    const items: unknown[] = [];
    let token = next();
    if (token === "]") return items;
    for (;;) {
      items.push(read(token, [...path, items.length]));
      token = next();
      if (token === "]") return items;
      expected(token, ",");
      token = next();
    }
  };
  const readObject = (path: readonly PropertyKey[]): object => {
    const entries: [string, unknown][] = [];
    let token = next();
    while (token !== "}") {
      if (!token.startsWith('"')) expected(token, "a name");
      const name = scalar(token) as string;
      expected(next(), ":");
      entries.push([name, read(next(), [...path, name])]);
      token = next();
      if (token === "}") break;
      expected(token, ",");
      token = next();
      if (token === "}") expected(token, "a name");
    }
    return Object.fromEntries(entries);
  };

  const value = read(next(), []);
  if (/[^ \t\r\n]/.test(text.slice(at))) fault();
  return {
    value,
    lineOf(path) {
      for (let length = path.length; length > 0; length--) {
        const known = lines.get(key(path.slice(0, length)));
        if (known !== undefined) return known;
      }
      return lines.get("") ?? 1;
    },
  };
}
