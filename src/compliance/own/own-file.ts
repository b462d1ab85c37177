import * as z from "zod/mini";
import { CATEGORIES, SEVERITIES } from "../finding";
import type { LinedJson } from "./json-lines";
import { type FileFault, inOrder, readLined, repeatedNames } from "./lined-file";
import { type OwnWord, phraseFault } from "./own-rules";

/** A phrase in which a hit is let pass, and why; may be empty. */
export interface AllowedPhrase {
  readonly phrase: string;
  readonly reason: string;
}

/** The user's words and phrases as a file: both of them, or one alone. */
export interface OwnLists {
  readonly words: readonly OwnWord[];
  readonly allowed: readonly AllowedPhrase[];
}

/** Of one list; both together are written as one message. */
const MOST = 2_500;
const remark = z.exactOptional(z.string().check(z.maxLength(500)));
const listOf = <T>(one: z.ZodMiniType<T>) => z.exactOptional(z.array(one).check(z.maxLength(MOST)));
const schema = z.strictObject({
  words: listOf(
    z.strictObject({
      word: z.string(),
      category: z.exactOptional(z.enum(CATEGORIES)),
      severity: z.exactOptional(z.enum(SEVERITIES)),
      reason: remark,
      instead: remark,
    }),
  ),
  allowed: listOf(z.strictObject({ phrase: z.string(), reason: remark })),
});

/** What {@link readOwnFile} reads back; a list without entries is not in it. In the order of their words. */
export function ownFile({ words, allowed }: OwnLists): string {
  const inOrderOf = <T>(all: readonly T[], name: (each: T) => string): readonly T[] =>
    [...all].sort((a, b) => (name(a) < name(b) ? -1 : 1));
  const lists = {
    ...(words.length > 0 && { words: inOrderOf(words, ({ word }) => word) }),
    ...(allowed.length > 0 && { allowed: inOrderOf(allowed, ({ phrase }) => phrase) }),
  };
  return `${JSON.stringify(lists, null, 2)}\n`;
}

/** All of the file, or what is wrong with it. What an entry does not say is the mildest. */
export function readOwnFile(text: string): OwnLists | readonly FileFault[] {
  const read = readLined(text, schema);
  if (!("data" in read)) return read;
  const { data, json } = read;
  const words = (data.words ?? []).map((each) => ({
    word: each.word.trim(),
    category: each.category ?? "custom",
    severity: each.severity ?? "warn",
    reason: each.reason ?? "",
    instead: each.instead ?? "",
  }));
  const allowed = (data.allowed ?? []).map(({ phrase, reason = "" }) => ({ phrase: phrase.trim(), reason }));
  if (words.length + allowed.length === 0) return [{ line: 1, kind: "nothing", where: "", what: "" }];
  const faults = [
    ...unfit(
      words.map(({ word }) => word),
      json,
      (index) => ["words", index, "word"],
    ),
    ...unfit(
      allowed.map(({ phrase }) => phrase),
      json,
      (index) => ["allowed", index, "phrase"],
    ),
  ];
  return faults.length === 0 ? { words, allowed } : inOrder(faults);
}

/** Names that cannot be a word or a phrase, and those that stand there a second time. */
function unfit(
  names: readonly string[],
  json: LinedJson,
  pathOf: (index: number) => readonly PropertyKey[],
): readonly FileFault[] {
  const wrong = names.flatMap((where, index): FileFault[] => {
    const kind = phraseFault(where);
    return kind === null ? [] : [{ line: json.lineOf(pathOf(index)), kind, where, what: "" }];
  });
  return [...wrong, ...repeatedNames(names, json, pathOf)];
}
