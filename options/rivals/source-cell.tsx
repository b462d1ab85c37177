import type { ReactNode } from "react";
import type { PageKind } from "../../src/console/observation";
import type { Source } from "../../src/ledger/model";
import { useI18n } from "../../src/ui/i18n/context";

/** Where a number was seen and when; a third party's says that it is an estimate. */
export function SourceCell(props: {
  at: number;
  snapshot: string;
  page?: PageKind;
  source: Source | null | undefined;
}): ReactNode {
  const { at, snapshot, page, source } = props;
  const { t, format } = useI18n();
  const from = source?.name ?? (page && t(`page_${page}`));
  return (
    <span className="soft nowrap" title={t("detail_snapshot", { id: snapshot.slice(0, 12) })}>
      {from} {format.when(at)}
      {source?.estimate && <span className="tag tag-estimate">{t("source_estimate")}</span>}
    </span>
  );
}
