import { type ReactNode, useState } from "react";
import type { Note, NotePatch } from "../../src/ledger/notes";
import { useI18n } from "../../src/ui/i18n/context";
import { saveFile } from "../../src/ui/tables/save-file";
import { labelsFile, labelsIn } from "./label-json";

/** What was taught as a file, for a colleague. */
export function LabelFile(props: {
  notes: readonly Note<"label">[];
  onRead: (notes: readonly NotePatch[]) => void;
}): ReactNode {
  const { notes, onRead } = props;
  const { t } = useI18n();
  const [failure, setFailure] = useState("");
  const read = async (file: File | undefined): Promise<void> => {
    const found = file && labelsIn(await file.text());
    setFailure(file && !found ? t("labels_file_bad") : "");
    if (found) onRead(found);
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
        <label className="button">
          <input
            type="file"
            accept=".json"
            className="visually-hidden"
            onChange={(event) => {
              void read(event.target.files?.[0]);
              event.target.value = "";
            }}
          />
          {t("labels_import")}
        </label>
      </p>
      <p role="alert">{failure}</p>
    </>
  );
}
