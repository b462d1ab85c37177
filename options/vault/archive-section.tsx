import { type ReactNode, useState } from "react";
import { connect } from "../../src/ui/data/connect";
import { useI18n } from "../../src/ui/i18n/context";
import { ExportForm } from "./export-form";
import { ImportForm } from "./import-form";
import "./vault.css";

/** All of the store as one file, and back. */
export default function ArchiveSection(): ReactNode {
  const { t } = useI18n();
  const [connection] = useState(connect);
  return (
    <>
      <p className="soft">{t("archive_hint")}</p>
      <ExportForm connection={connection} />
      <ImportForm connection={connection} />
    </>
  );
}
