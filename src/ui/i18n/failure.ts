import type { Answer, Kind } from "../../messaging/protocol";
import type { MessageKey, Translate } from "./messages";

type Refusal = Extract<Answer<Kind>, { ok: false }>["error"];

/** What went wrong in the user's language. */
export function failureText({ code, message }: Refusal, t: Translate): string {
  return t("action_failed", { reason: t(`error_${code}`, { message }) });
}

/** Why something threw: the ledger's causes in the user's language, any other as it says itself. */
export function reasonOf(error: unknown, t: Translate): string {
  const { key, message } = error as { key?: MessageKey; message?: string };
  // What is no key comes back as it is.
  return t((key ?? message ?? error) as MessageKey, { message: `${message}` });
}
