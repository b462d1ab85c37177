import { type ReactNode, useState } from "react";
import { connect } from "../../src/ui/data/connect";
import { useI18n } from "../../src/ui/i18n/context";
import { vaultStore } from "../../src/vault/vault-store";
import { BucketForm } from "./bucket-form";
import { CloudStatus } from "./cloud-status";
import { RestoreList } from "./restore-list";
import { SyncStatus } from "./sync-status";
import { useCloud } from "./use-cloud";
import "../vault/vault.css";
import "./cloud.css";

/** The user's own bucket: backups, restoring from them, and sharing with other machines. */
export default function CloudSection(): ReactNode {
  const { t } = useI18n();
  const [connection] = useState(connect);
  const [vault] = useState(() => vaultStore(connection));
  const cloud = useCloud(vault).data;
  if (cloud === undefined) return null;
  return (
    <>
      <p className="soft">{t("cloud_hint")}</p>
      {cloud.plan && <CloudStatus plan={cloud.plan} state={cloud.state} />}
      {cloud.plan?.sync && <SyncStatus state={cloud.state.sync} device={cloud.device} />}
      <BucketForm vault={vault} plan={cloud.plan} hasSecrets={cloud.hasSecrets} />
      {cloud.plan && <RestoreList connection={connection} vault={vault} plan={cloud.plan} device={cloud.device} />}
    </>
  );
}
