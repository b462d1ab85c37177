import type { ReactNode } from "react";
import { useUsage } from "../src/ui/data/queries";
import { useI18n } from "../src/ui/i18n/context";
import { DeleteEverything } from "./delete-everything";

const MEGABYTE = 1_048_576;

/** What the store holds and how to be rid of it. */
export function DataSection(): ReactNode {
  const { t } = useI18n();
  const usage = useUsage().data;
  return (
    <>
      {usage && (
        <dl className="group facts">
          <div>
            <dt>{t("usage_readings")}</dt>
            <dd>{usage.readings.toLocaleString("en-US")}</dd>
          </div>
          <div>
            <dt>{t("usage_snapshots")}</dt>
            <dd>{usage.snapshots.toLocaleString("en-US")}</dd>
          </div>
          {usage.bytes !== null && (
            <div>
              <dt>{t("usage_bytes")}</dt>
              <dd>{(usage.bytes / MEGABYTE).toFixed(1)} MB</dd>
            </div>
          )}
        </dl>
      )}
      <p className="soft">{t("usage_hint")}</p>
      <DeleteEverything />
    </>
  );
}
