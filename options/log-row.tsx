import type { ReactNode } from "react";
import type { FailedCheck } from "../src/console/observation";
import type { Sighting } from "../src/ledger/model";
import { useI18n } from "../src/ui/i18n/context";
import type { Translate } from "../src/ui/i18n/messages";

const failure = (each: FailedCheck, t: Translate): string =>
  each.expected === null || each.seen === null
    ? t(`check_${each.check}`)
    : t("check_counts", { check: t(`check_${each.check}`), expected: each.expected, seen: each.seen });

export function LogRow({ sighting }: { sighting: Sighting }): ReactNode {
  const { t, format } = useI18n();
  const { unknownLabels, failed } = sighting;
  return (
    <tr>
      <td className="nowrap">{format.when(sighting.at)}</td>
      <td>
        {t(`page_${sighting.page}`)}
        {sighting.account && <span className="soft"> {sighting.account}</span>}
      </td>
      <td>{t(`state_${sighting.state}`)}</td>
      <td className="number">{sighting.readings}</td>
      <td className="soft">
        {failed.map((each) => (
          <p key={each.check}>{failure(each, t)}</p>
        ))}
        {unknownLabels.length > 0 && <p>{t("unknown_labels", { labels: unknownLabels.join(t("list_comma")) })}</p>}
      </td>
    </tr>
  );
}
