import type { PageKind } from "../../console/observation";
import type { Source } from "../../ledger/model";
import type { Formats } from "../format/formats";
import type { Translate } from "../i18n/messages";

/** Where a number is from and when, in short parts: the page and when it was seen, or the import, its mark and its time. */
export function sourceParts(
  from: { readonly page: PageKind; readonly at: number; readonly source?: Source },
  t: Translate,
  format: Formats,
): readonly string[] {
  const { page, at, source } = from;
  if (!source) return [t(`page_${page}`), t("seen_when", { when: format.when(at) })];
  return [
    t(source.kind === "manual" ? "source_manual" : "source_import", { name: source.name }),
    ...(source.estimate ? [t("source_estimate")] : []),
    t("brought_when", { when: format.when(at) }),
  ];
}
