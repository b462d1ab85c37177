import type { Template } from "./source";

/** The shape of a JavaScript regular expression, as far as finding its literals and its cost needs it. */
export type RegexNode =
  /** Characters one after another. */
  | { readonly kind: "text"; readonly text: string }
  /** A choice between texts. */
  | { readonly kind: "texts"; readonly texts: readonly string[] }
  /** One of few characters; null where they are many, of which `oneOf` are all, if they are no more than digits. */
  | { readonly kind: "class"; readonly chars: readonly string[] | null; readonly oneOf?: readonly string[] }
  | { readonly kind: "empty" }
  /** A list of the pack. */
  | { readonly kind: "words"; readonly words: readonly string[] }
  /** A positive look-around. */
  | { readonly kind: "around"; readonly item: RegexNode }
  | { readonly kind: "sequence"; readonly items: readonly RegexNode[] }
  | { readonly kind: "choice"; readonly options: readonly RegexNode[] }
  | { readonly kind: "repeat"; readonly item: RegexNode; readonly min: number; readonly max: number };

const LARGEST_CLASS = 12;
const DIGITS: readonly string[] = [..."0123456789"];

/** Stands in the source for the n-th list: private use, so no text has it. */
const LIST_MARK = 0xe000;

// Most of a rule is words side by side, so they are taken in one step each.
const PLAIN = /[^\\()[\]{}.^$*+?|\ue000-\uf8ff]+/y;
const TEXTS = /[^\\()[\]{}.^$*+?\ue000-\uf8ff]*/y;
const OPENING = /\((?:\?(?:<[=!]|<[^>]*>|[:=!]))?/y;
const QUANTIFIER = /(?:[*+?]|\{(\d+)(,)?(\d*)\})\??/y;
const ESCAPE = /\\(?:[pP]\{[^}]*\}|u\{[0-9a-fA-F]+\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|k<[^>]*>|.)/uy;
/** 3-9 */
const RANGE = /(\d)-(\d)/g;
const CLASS = /\[(?:\\.|[^\]\\])*\]/suy;

function take(pattern: RegExp, source: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(source);
}

/**
 * Parses a template whose full source `new RegExp(source, "u")` accepts; anchors, back-references and negative look-arounds read
 * as empty.
 */
export function parseRegex(template: Template): RegexNode {
  const lists = template.filter((part) => typeof part !== "string");
  let list = 0;
  const source = template
    .map((part) => (typeof part === "string" ? part : String.fromCharCode(LIST_MARK + list++)))
    .join("");
  return new Parser(source, lists).choice();
}

/** Recursive descent: each method takes what its name says from where the parser stands, and leaves it behind that. */
class Parser {
  #at = 0;

  constructor(
    private readonly source: string,
    private readonly lists: readonly (readonly string[])[],
  ) {}

  choice(): RegexNode {
    const texts = take(TEXTS, this.source, this.#at)?.[0] ?? "";
    const after = this.#at + texts.length;
    if (after === this.source.length || this.source[after] === ")") {
      this.#at = after;
      const options = texts.split("|");
      return options.length > 1 ? { kind: "texts", texts: options } : wrapped([{ kind: "text", text: texts }]);
    }
    const options = [this.sequence()];
    while (this.source[this.#at] === "|") {
      this.#at++;
      options.push(this.sequence());
    }
    return options.length === 1 ? (options[0] as RegexNode) : { kind: "choice", options };
  }

  private sequence(): RegexNode {
    const items: RegexNode[] = [];
    let run = "";
    const add = (item: RegexNode): void => {
      if (run !== "") items.push({ kind: "text", text: run });
      run = "";
      items.push(item);
    };
    while (this.#at < this.source.length && this.source[this.#at] !== "|" && this.source[this.#at] !== ")") {
      const plain = take(PLAIN, this.source, this.#at)?.[0];
      if (plain !== undefined) {
        this.#at += plain.length;
        const last = plain.charCodeAt(plain.length - 1) >> 10 === 0x37 ? -2 : -1;
        const item: RegexNode = { kind: "text", text: plain.slice(last) };
        const repeat = this.repeated(item);
        run += repeat === item ? plain : plain.slice(0, last);
        if (repeat !== item) add(repeat);
        continue;
      }
      const item = this.atom();
      const repeat = this.repeated(item);
      if (repeat === item && item.kind === "text") run += item.text;
      else add(repeat);
    }
    if (run !== "") items.push({ kind: "text", text: run });
    return wrapped(items);
  }

  private repeated(item: RegexNode): RegexNode {
    const quantifier = take(QUANTIFIER, this.source, this.#at);
    if (!quantifier) return item;
    this.#at += quantifier[0].length;
    const sign = quantifier[0][0];
    if (sign === "*") return { kind: "repeat", item, min: 0, max: Number.POSITIVE_INFINITY };
    if (sign === "+") return { kind: "repeat", item, min: 1, max: Number.POSITIVE_INFINITY };
    if (sign === "?") return { kind: "repeat", item, min: 0, max: 1 };
    const min = Number(quantifier[1]);
    const max = quantifier[3] ? Number(quantifier[3]) : quantifier[2] ? Number.POSITIVE_INFINITY : min;
    return { kind: "repeat", item, min, max };
  }

  private atom(): RegexNode {
    const char = this.source[this.#at] ?? "";
    if (char === "(") return this.group();
    if (char === "[") return this.characterClass();
    if (char === "\\") return this.escaped();
    this.#at += 1;
    const words = this.lists[char.charCodeAt(0) - LIST_MARK];
    if (words) return { kind: "words", words };
    if (char === "^" || char === "$") return { kind: "empty" };
    return char === "." ? { kind: "class", chars: null } : { kind: "text", text: char };
  }

  private group(): RegexNode {
    const opening = take(OPENING, this.source, this.#at)?.[0] ?? "(";
    this.#at += opening.length;
    const inner = this.choice();
    this.#at++;
    if (opening === "(?=" || opening === "(?<=") return { kind: "around", item: inner };
    return /^\(\?(?:<[=!]|!)/.test(opening) ? { kind: "empty" } : inner;
  }

  private escaped(): RegexNode {
    const token = take(ESCAPE, this.source, this.#at)?.[0] ?? "\\";
    this.#at += token.length;
    const code = /^\\[ux]\{?([0-9a-fA-F]+)\}?$/.exec(token);
    if (code?.[1]) return { kind: "text", text: String.fromCodePoint(Number.parseInt(code[1], 16)) };
    if (/^\\[bB]/.test(token)) return { kind: "empty" };
    // A group's text again: whatever it was stands between what is before and behind.
    if (/^\\[k1-9]/.test(token))
      return { kind: "repeat", item: { kind: "class", chars: null }, min: 0, max: Number.POSITIVE_INFINITY };
    if (token === "\\d") return { kind: "class", chars: null, oneOf: DIGITS };
    if (/^\\[dDwWsSpPnrtfv0c]/.test(token)) return { kind: "class", chars: null };
    return { kind: "text", text: token.slice(1) };
  }

  private characterClass(): RegexNode {
    const body = take(CLASS, this.source, this.#at)?.[0] ?? "[]";
    this.#at += body.length;
    const members = [...body.slice(1, -1)];
    const chars = [...members.join("").replace(RANGE, eachOfRange)];
    const plain =
      members.length <= LARGEST_CLASS && members[0] !== "^" && !chars.includes("\\") && !chars.includes("-");
    return { kind: "class", chars: plain ? chars : null };
  }
}

const eachOfRange = (_: string, first: string, last: string): string =>
  DIGITS.slice(Number(first), Number(last) + 1).join("");

/** A group is a sequence of its own also with one text in it, which is then one item of what is around it. */
const wrapped = (items: readonly RegexNode[]): RegexNode => {
  const [only] = items;
  return items.length === 1 && only && only.kind !== "text" ? only : { kind: "sequence", items };
};
