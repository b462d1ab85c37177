import type { MessageKey, Translate } from "./messages";

/** Why something threw: the ledger's causes in the user's language, any other as it says itself. */
export function reasonOf(error: unknown, t: Translate): string {
  const { key, message } = error as { key?: MessageKey; message?: string };
  // What is no key comes back as it is.
  return t((key ?? message ?? error) as MessageKey, { message: `${message}` });
}
