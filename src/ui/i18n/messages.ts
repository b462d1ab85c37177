import type zh from "../../../assets/locales/zh_CN/messages.json";
import type { Answer, Kind } from "../../messaging/protocol";
import { grouped } from "../format/grouped";
import type { WorkspaceWords } from "./words";

/** Every string of the views lives in `_locales` (Chrome's format, `{name}` for what is filled in), fetched and never bundled: a bundle would hold each character as six bytes. */
export type Language = "zh_CN" | "en";
export type MessageKey = keyof typeof zh | keyof WorkspaceWords;
/** Files of strings: all views need messages, the options page workspace too. */
export type StringFile = "messages" | "workspace";
export type Messages = Readonly<Record<string, { readonly message: string }>>;
export type Fill = Readonly<Record<string, string | number>>;
export type Translate = (key: MessageKey, fill?: Fill) => string;

/** The strings of one language, from the extension's own files. Rejects when a file is not there. */
export async function loadMessages(language: Language, files: readonly StringFile[]): Promise<Messages> {
  const load = async (file: StringFile) => (await fetch(`/_locales/${language}/${file}.json`)).json();
  return Object.assign({}, ...(await Promise.all(files.map(load))));
}

/**
 * The message with its blanks filled: `{n}` with what is given, `{n|line|lines}` with the word for one or that for more. A key
 * that no file has comes back as itself, so that it is seen and mended.
 */
export function makeTranslate(messages: Messages): Translate {
  return (key, fill) => {
    const message = messages[key]?.message ?? key;
    return fill
      ? message.replace(/\{(\w+)(?:\|(.*?)\|(.*?))?\}/g, (blank, name: string, one?: string, more?: string) => {
          const filled = fill[name] ?? blank;
          return more === undefined ? shown(filled) : `${filled}` === "1" ? (one ?? "") : more;
        })
      : message;
  };
}

/** Numbers in their thousands: 300,000 is told from 30,000 at a look. */
const shown = (filled: string | number): string => (typeof filled === "number" ? grouped(filled, 0, 3) : filled);

/** The user's choice, else Chinese for a Chinese browser and English for any other. */
export function resolveLanguage(chosen: Language | "auto", browser: readonly string[]): Language {
  if (chosen !== "auto") return chosen;
  return /^zh\b/i.test(browser[0] ?? "zh") ? "zh_CN" : "en";
}

type Refusal = Extract<Answer<Kind>, { ok: false }>["error"];

/** What went wrong in the user's language. */
export function failureText({ code, message }: Refusal, t: Translate): string {
  return t("action_failed", { reason: t(`error_${code}`, { message }) });
}

/** Why something threw: the ledger's causes in the user's language, any other as it says itself. */
export function reasonOf(error: unknown, t: Translate): string {
  const { key, message = error } = error as { key?: MessageKey; message?: string };
  // What is no key comes back as it is.
  return t((key ?? message) as MessageKey, { message: message as string });
}
