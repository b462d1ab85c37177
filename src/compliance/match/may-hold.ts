import type { RegexNode } from "./regex-tree";

/**
 * Whether a text has, anywhere and in any order, what a match of an expression is made of: false is sure. It costs less than
 * finding out what the expression must contain, which pays for an expression that is asked about many texts.
 */
export function mayHold(text: string, node: RegexNode): boolean {
  switch (node.kind) {
    case "empty":
      return true;
    case "text":
      return text.includes(node.text);
    case "texts":
      return hasOne(text, node.texts);
    case "words":
      return hasOne(text, node.words);
    case "class": {
      const chars = node.chars ?? node.oneOf;
      return !chars || hasOne(text, chars);
    }
    case "around":
      return mayHold(text, node.item);
    case "sequence":
      return node.items.every((item) => mayHold(text, item));
    case "choice":
      return node.options.some((option) => mayHold(text, option));
    case "repeat":
      return node.min === 0 || mayHold(text, node.item);
  }
}

const hasOne = (text: string, words: readonly string[]): boolean => words.some((word) => text.includes(word));
