import type { ReactNode } from "react";
import type { Finding } from "../../compliance/finding";
import { useI18n } from "../i18n/context";
import { sliceInContext } from "./slice-in-context";

/** The words in their place; with `onShow` a button that selects them in the page. */
export function SliceLine(props: { finding: Finding; text: string; onShow: (() => void) | null }): ReactNode {
  const { finding, text, onShow } = props;
  const { t } = useI18n();
  const slice = sliceInContext(text, finding.start, finding.end);
  if (!slice) return <p className="finding-text">{t("finding_absent")}</p>;
  const words = (
    <>
      {slice.before}
      <mark>{slice.marked}</mark>
      {slice.after}
    </>
  );
  if (!onShow) return <p className="finding-text">{words}</p>;
  const label = t("finding_show", { text: slice.marked });
  return (
    <button type="button" className="finding-text finding-show" title={label} onClick={onShow}>
      {words}
      <span className="visually-hidden">{label}</span>
    </button>
  );
}
