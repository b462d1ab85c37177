import type { Ledger } from "../src/ledger/ledger";
import {
  type Language,
  type Messages,
  makeTranslate,
  resolveLanguage,
  type StringFile,
  type Translate,
} from "../src/ui/i18n/messages";

export interface WordSource {
  readonly ledger: Pick<Ledger, "settings">;
  /** Of the browser, the preferred one first. */
  readonly languages: readonly string[];
  readJson(path: string): Promise<unknown>;
}

/** The strings that a notification speaks in: the user's language, as in the views. */
export async function noticeWords(
  at: WordSource,
  files: readonly StringFile[],
): Promise<{ readonly language: Language; readonly t: Translate }> {
  const language = resolveLanguage((await at.ledger.settings()).language, at.languages);
  const read = await Promise.all(files.map((file) => at.readJson(`_locales/${language}/${file}.json`)));
  return { language, t: makeTranslate(Object.assign({}, ...read) as Messages) };
}
