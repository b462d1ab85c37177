import type { Finding } from "../../compliance/finding";
import { findingKey } from "../../compliance/finding-key";
import type { OwnWord } from "../../compliance/own/own-rules";
import { backTo, type NotePatch } from "../../ledger/notes";
import { useSource } from "../data/source";
import { useStatus } from "../data/use-status";
import { useI18n } from "../i18n/context";

/** What the user decides about findings; each decision says that it was made and can be undone. */
export function useDecisions() {
  const source = useSource();
  const { t } = useI18n();
  const { status, showStatus, act } = useStatus();
  const put = (notes: readonly NotePatch[], standing: readonly NotePatch[] = []) =>
    source.send("put_notes", { notes, standing });

  /** Writes a note; the way back is what it was until then. */
  const write = (note: Extract<NotePatch, { kind: "own_word" | "allow_phrase" }>, text: string): void => {
    let back: readonly NotePatch[] = [];
    void act(
      async () => {
        back = [backTo(await source.notes(note.kind), note.kind, note.id)];
        return put([note]);
      },
      () => put(back, [note]),
      text,
    );
  };

  const setAside = (tab: number, finding: Finding, on: boolean, doneKey: "finding_ignored" | "finding_restored") => {
    const set = (to: boolean) => source.send("ignore_finding", { tab, key: findingKey(finding), on: to });
    return act(
      () => set(on),
      () => set(!on),
      t(doneKey, { text: finding.text || t(`category_${finding.category}`) }),
    );
  };

  return {
    status,
    showStatus,
    /** Writes notes, with the notes that bring back what was before. */
    decide: (there: readonly NotePatch[], back: readonly NotePatch[], text: string): void =>
      void act(
        () => put(there),
        () => put(back, there),
        text,
      ),
    ignore: (tab: number, finding: Finding): void => void setAside(tab, finding, true, "finding_ignored"),
    restore: (tab: number, finding: Finding): void => void setAside(tab, finding, false, "finding_restored"),
    allow: (phrase: string): void =>
      write({ kind: "allow_phrase", id: phrase, fields: { reason: "" } }, t("allow_done", { phrase })),
    addWord: ({ word, ...fields }: OwnWord): void =>
      write({ kind: "own_word", id: word, fields }, t("word_done", { word })),
  };
}
export type Decisions = ReturnType<typeof useDecisions>;
