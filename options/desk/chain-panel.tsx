import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import type { ReviewRow } from "../../src/ledger/model";
import { verifyChains } from "../../src/operations/reviews/chain";
import { Icon } from "../../src/ui/components/icon";
import { useI18n } from "../../src/ui/i18n/context";
import { reasonOf } from "../../src/ui/i18n/messages";
import { saveFile } from "../../src/ui/tables/save-file";
import { reviewTable } from "./review-table";

/** Whether the record is whole, and the record as a file. */
export function ChainPanel({ rows }: { rows: readonly ReviewRow[] }): ReactNode {
  const { t } = useI18n();
  const [failure, setFailure] = useState("");
  // With the rows in the key: what is shown is never the verdict on an older record.
  const chains = useQuery({ queryKey: ["reviews", "chains", rows], queryFn: () => verifyChains(rows) }).data;
  const save = async (name: string, make: () => Promise<Blob>): Promise<void> => {
    try {
      saveFile(name, await make());
      setFailure("");
    } catch (error) {
      setFailure(t("action_failed", { reason: reasonOf(error, t) }));
    }
  };
  const xlsx = async () => (await import("../../src/ui/tables/xlsx")).writeXlsx([reviewTable(rows, t)]);
  const ndjson = async () => (await import("../../src/ui/tables/ndjson")).writeNdjson(rows);
  return (
    <>
      <h3>{t("chain")}</h3>
      <ul className="chains">
        {chains?.map(({ device, entries, last, broken }) => (
          <li key={device}>
            <p className={broken ? "severity severity-block" : "severity severity-good"}>
              <Icon name={broken ? "block" : "check"} />
              {broken
                ? t("chain_broken", { n: broken.n, why: t(`chain_${broken.kind}`) })
                : t("chain_intact", { n: entries })}
            </p>
            <p className="soft">
              {t("chain_device", { device: device.slice(0, 8) })} · {t("chain_last", { hash: last.slice(0, 16) })}
            </p>
          </li>
        ))}
      </ul>
      <p className="actions pack-actions">
        <button type="button" className="button" onClick={() => void save("reviews.xlsx", xlsx)}>
          {t("export_xlsx")}
        </button>
        <button type="button" className="button" onClick={() => void save("reviews.ndjson", ndjson)}>
          {t("export_ndjson")}
        </button>
      </p>
      <p role="alert">{failure}</p>
    </>
  );
}
