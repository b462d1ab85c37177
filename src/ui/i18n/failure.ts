import type { LedgerErrorCode } from "../../ledger/errors";
import type { Answer, Kind } from "../../messaging/protocol";
import type { Translate } from "./messages";

type Refusal = Extract<Answer<Kind>, { ok: false }>["error"];

/** What went wrong in the user's language. */
export function failureText({ code, message }: Refusal, t: Translate): string {
  return t("action_failed", { reason: t(`error_${code}`, { message }) });
}

/** Why something threw: the ledger's causes in the user's language, any other as it says itself. */
export function reasonOf(error: unknown, t: Translate): string {
  const { name, code, message } = error as { name?: string; code: LedgerErrorCode; message?: string };
  return name === "LedgerError" ? t(`error_${code}`) : (message ?? String(error));
}
