import type { Template } from "./source";

/** The shape of a JavaScript regular expression, as far as finding its literals and its cost needs it. */
export type RegexNode =
  | { readonly kind: "char"; readonly char: string }
  | { readonly kind: "class"; readonly chars: readonly string[] | null }
  | { readonly kind: "empty" }
  /** A list of the pack. */
  | { readonly kind: "words"; readonly words: readonly string[] }
  /** A positive look-ahead. */
  | { readonly kind: "ahead"; readonly item: RegexNode }
  | { readonly kind: "sequence"; readonly items: readonly RegexNode[] }
  | { readonly kind: "choice"; readonly options: readonly RegexNode[] }
  | { readonly kind: "repeat"; readonly item: RegexNode; readonly min: number; readonly max: number };

const QUANTIFIER = /^(?:[*+?]|\{(\d+)(,)?(\d*)\})\??/;
const LARGEST_CLASS = 12;

/** Stands in the source for the n-th list: private use, so no text has it. */
const LIST_MARK = 0xe000;

/**
 * Parses a template whose full source `new RegExp(source, "u")` accepts; anchors, back-references and the look-arounds that
 * say nothing about literals read as empty.
 */
export function parseRegex(template: Template): RegexNode {
  const lists = template.filter((part) => typeof part !== "string");
  let list = 0;
  const source = template
    .map((part) => (typeof part === "string" ? part : String.fromCharCode(LIST_MARK + list++)))
    .join("");
  let at = 0;

  function choice(): RegexNode {
    const options = [sequence()];
    while (source[at] === "|") {
      at++;
      options.push(sequence());
    }
    return options.length === 1 ? (options[0] as RegexNode) : { kind: "choice", options };
  }

  function sequence(): RegexNode {
    const items: RegexNode[] = [];
    while (at < source.length && source[at] !== "|" && source[at] !== ")") items.push(repeated(atom()));
    return items.length === 1 ? (items[0] as RegexNode) : { kind: "sequence", items };
  }

  function repeated(item: RegexNode): RegexNode {
    if (!"*+?{".includes(source[at] ?? " ")) return item;
    const quantifier = QUANTIFIER.exec(source.slice(at, at + 24));
    if (!quantifier) return item;
    at += quantifier[0].length;
    const sign = quantifier[0][0];
    if (sign === "*") return { kind: "repeat", item, min: 0, max: Number.POSITIVE_INFINITY };
    if (sign === "+") return { kind: "repeat", item, min: 1, max: Number.POSITIVE_INFINITY };
    if (sign === "?") return { kind: "repeat", item, min: 0, max: 1 };
    const min = Number(quantifier[1]);
    const max = quantifier[3] ? Number(quantifier[3]) : quantifier[2] ? Number.POSITIVE_INFINITY : min;
    return { kind: "repeat", item, min, max };
  }

  function atom(): RegexNode {
    const char = String.fromCodePoint(source.codePointAt(at) ?? 0);
    if (char === "(") return group();
    if (char === "[") return characterClass();
    if (char === "\\") return escaped();
    at += char.length;
    const words = lists[(char.codePointAt(0) ?? 0) - LIST_MARK];
    if (words) return { kind: "words", words };
    if (char === "^" || char === "$") return { kind: "empty" };
    return char === "." ? { kind: "class", chars: null } : { kind: "char", char };
  }

  function group(): RegexNode {
    const opening = /^\((?:\?(?:<[=!]|<[^>]*>|[:=!]))?/.exec(source.slice(at))?.[0] ?? "(";
    at += opening.length;
    const inner = choice();
    at++;
    if (opening === "(?=") return { kind: "ahead", item: inner };
    return /^\(\?(?:<[=!]|!)/.test(opening) ? { kind: "empty" } : inner;
  }

  function escaped(): RegexNode {
    const token =
      /^\\(?:[pP]\{[^}]*\}|u\{[0-9a-fA-F]+\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|k<[^>]*>|.)/u.exec(
        source.slice(at),
      )?.[0] ?? "\\";
    at += token.length;
    const code = /^\\[ux]\{?([0-9a-fA-F]+)\}?$/.exec(token);
    if (code?.[1]) return { kind: "char", char: String.fromCodePoint(Number.parseInt(code[1], 16)) };
    if (/^\\[bBk1-9]/.test(token)) return { kind: "empty" };
    if (/^\\[dDwWsSpPnrtfv0c]/.test(token)) return { kind: "class", chars: null };
    return { kind: "char", char: token.slice(1) };
  }

  function characterClass(): RegexNode {
    const body = /^\[(?:\\.|[^\]\\])*\]/su.exec(source.slice(at))?.[0] ?? "[]";
    at += body.length;
    const chars = [...body.slice(1, -1)];
    const plain = chars.length <= LARGEST_CLASS && chars[0] !== "^" && !chars.includes("\\") && !chars.includes("-");
    return { kind: "class", chars: plain ? chars : null };
  }

  return choice();
}
