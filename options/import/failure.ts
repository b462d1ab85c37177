import type { Answer, Kind } from "../../src/messaging/protocol";
import type { Translate } from "../../src/ui/i18n/messages";
import { failureText } from "../../src/ui/i18n/messages";
import { TableError } from "../../src/ui/tables/read/table-error";

type Refusal = Extract<Answer<Kind>, { ok: false }>["error"];

const MEGABYTE = 1_048_576;

/** `own_export`: a table that the extension itself exported. */
export type ImportFailure = TableError | "own_export" | Refusal;

/** Why a file was not read or an import not kept; nothing stored was touched. */
export function failureOf(failure: ImportFailure, t: Translate): string {
  if (failure === "own_export") return t("import_own_export");
  if (!(failure instanceof TableError)) return failureText(failure, t);
  const { code, line, detail } = failure;
  const limit = code === "too_large" && detail && detail >= MEGABYTE ? `${detail / MEGABYTE} MB` : String(detail ?? "");
  return t(`table_${code}`, { line: line ?? "", limit });
}
