import type { Answer, Kind } from "../../messaging/protocol";
import type { Translate } from "./messages";

type Refusal = Extract<Answer<Kind>, { ok: false }>["error"];

/** What went wrong in the user's language. */
export function failureText({ code, message }: Refusal, t: Translate): string {
  return t("action_failed", { reason: t(`error_${code}`, { message }) });
}
