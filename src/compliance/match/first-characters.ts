import type { RegexNode } from "./regex-tree";

/**
 * The characters that a match of an expression may begin with; undefined where that may be any, or where it may be empty.
 * `wordsOf` gives the words that a list is to stand for.
 */
export function firstCharacters(
  node: RegexNode,
  wordsOf: (list: readonly string[]) => readonly string[],
): ReadonlySet<string> | undefined {
  const firsts = new Set<string>();

  /** Collects what a node may begin with: whether it may be empty, so that what follows counts too; undefined for any. */
  const collect = (item: RegexNode): boolean | undefined => {
    switch (item.kind) {
      case "text":
        return ofTexts([item.text]);
      case "texts":
        return ofTexts(item.texts);
      case "class":
        return item.chars ? ofTexts(item.chars) : undefined;
      case "words": {
        // No word is empty, and where none is left nothing matches.
        ofTexts(wordsOf(item.words));
        return false;
      }
      case "empty":
      case "around":
        return true;
      case "sequence":
        for (const each of item.items) {
          const mayBeEmpty = collect(each);
          if (mayBeEmpty !== true) return mayBeEmpty;
        }
        return true;
      case "choice": {
        const options = item.options.map(collect);
        return options.includes(undefined) ? undefined : options.includes(true);
      }
      case "repeat": {
        const mayBeEmpty = collect(item.item);
        return mayBeEmpty === undefined ? undefined : mayBeEmpty || item.min === 0;
      }
    }
  };

  const ofTexts = (texts: readonly string[]): boolean => {
    for (const text of texts) if (text !== "") firsts.add(String.fromCodePoint(text.codePointAt(0) ?? 0));
    return texts.includes("");
  };

  return collect(node) === false ? firsts : undefined;
}
