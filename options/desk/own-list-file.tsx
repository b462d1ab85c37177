import { type ReactNode, useState } from "react";
import { FILE_MAX, type FileFault, TOO_LARGE } from "../../src/compliance/own/lined-file";
import { type OwnLists, ownFile, readOwnFile } from "../../src/compliance/own/own-file";
import type { Decisions } from "../../src/ui/desk/use-decisions";
import { useI18n } from "../../src/ui/i18n/context";
import { saveFile } from "../../src/ui/tables/save-file";
import { FileButton } from "../file-button";
import { FileFaults } from "../file-faults";
import { useOwnLists } from "./use-own-lists";

const NAMES = { words: "words.json", allowed: "allowed-phrases.json" } as const;

/** One of the user's lists as a file, and back: all of it, or nothing and the lines that are wrong. */
export function OwnListFile({ list, decisions }: { list: keyof OwnLists; decisions: Decisions }): ReactNode {
  const { t } = useI18n();
  const { lists, take } = useOwnLists(decisions);
  const [faults, setFaults] = useState<readonly FileFault[]>([]);
  if (!lists) return null;
  const read = async (file: File): Promise<void> => {
    const found = file.size > FILE_MAX ? TOO_LARGE : readOwnFile(await file.text());
    const isFit = "words" in found;
    setFaults(isFit ? [] : found);
    if (isFit) take(found);
  };
  const save = (): void => {
    const json = ownFile({ words: [], allowed: [], [list]: lists[list] });
    saveFile(NAMES[list], new Blob([json], { type: "application/json" }));
  };
  return (
    <>
      <p className="actions pack-actions">
        <FileButton label={t(`${list}_import`)} accept=".json,application/json" onFile={(file) => void read(file)} />
        <button type="button" className="button" disabled={lists[list].length === 0} onClick={save}>
          {t(`${list}_export`)}
        </button>
      </p>
      <FileFaults title={t("own_refused")} faults={faults} />
    </>
  );
}
