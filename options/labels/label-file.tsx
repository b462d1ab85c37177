import { type ReactNode, useState } from "react";
import { FILE_MAX, type FileFault, TOO_LARGE } from "../../src/compliance/own/lined-file";
import type { Note, NotePatchOf } from "../../src/ledger/notes";
import { useI18n } from "../../src/ui/i18n/context";
import { saveFile } from "../../src/ui/tables/save-file";
import { FileButton } from "../file-button";
import { FileFaults } from "../file-faults";
import { labelsFile, labelsIn } from "./label-json";

/** What was taught as a file, for a colleague. */
export function LabelFile(props: {
  notes: readonly Note<"label">[];
  onRead: (notes: readonly NotePatchOf<"label">[]) => void;
}): ReactNode {
  const { notes, onRead } = props;
  const { t } = useI18n();
  const [faults, setFaults] = useState<readonly FileFault[]>([]);
  const read = async (file: File): Promise<void> => {
    const found = file.size > FILE_MAX ? TOO_LARGE : labelsIn(await file.text());
    const isFit = "notes" in found;
    setFaults(isFit ? [] : found);
    if (isFit) onRead(found.notes);
  };
  return (
    <>
      <p className="actions after">
        <button
          type="button"
          className="button"
          disabled={notes.length === 0}
          onClick={() => saveFile("labels.json", new Blob([labelsFile(notes)], { type: "application/json" }))}
        >
          {t("labels_export")}
        </button>
        <FileButton label={t("labels_import")} accept=".json,application/json" onFile={(file) => void read(file)} />
      </p>
      <FileFaults title={t("labels_file_bad")} faults={faults} />
    </>
  );
}
