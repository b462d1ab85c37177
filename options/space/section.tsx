import { type ReactNode, useState } from "react";
import { connect } from "../../src/ui/data/connect";
import { useUsage } from "../../src/ui/data/queries";
import { useI18n } from "../../src/ui/i18n/context";
import { vaultStore } from "../../src/vault/vault-store";
import { DeleteEverything } from "../delete-everything";
import { sizeText } from "../vault/size-text";
import { KeepDetail } from "./keep-detail";
import { PruneForm } from "./prune-form";
import { RoomBars } from "./room-bars";
import "../vault/vault.css";
import "./space.css";

/** What the store holds, how to make room in it, and how to be rid of it. */
export default function SpaceSection(): ReactNode {
  const { t } = useI18n();
  const [connection] = useState(connect);
  const [vault] = useState(() => vaultStore(connection));
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
              <dd>{sizeText(usage.bytes)}</dd>
            </div>
          )}
        </dl>
      )}
      <RoomBars connection={connection} />
      <p className="soft">{t("usage_hint")}</p>
      <KeepDetail vault={vault} />
      <PruneForm connection={connection} />
      <DeleteEverything />
    </>
  );
}
