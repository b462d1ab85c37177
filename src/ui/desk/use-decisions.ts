import { useState } from "react";
import type { Finding } from "../../compliance/finding";
import { findingKey } from "../../compliance/finding-key";
import type { OwnWord } from "../../compliance/own/own-rules";
import type { NotePatch } from "../../ledger/notes";
import type { Answer, Kind } from "../../messaging/protocol";
import { useSource } from "../data/source";
import { useI18n } from "../i18n/context";
import { failureText } from "../i18n/failure";

/** What was just decided, in words, and the way back; `undo` is null once there is none. */
export interface Said {
  readonly text: string;
  readonly undo: (() => Promise<void>) | null;
}

/** What the user decides about findings; each decision says that it was made and can be undone. */
export function useDecisions() {
  const source = useSource();
  const { t } = useI18n();
  const [said, setSaid] = useState<Said | null>(null);

  const act = async (there: () => Promise<Answer<Kind>>, back: () => Promise<Answer<Kind>>, text: string) => {
    const done = await there();
    if (!done.ok) return setSaid({ text: failureText(done.error, t), undo: null });
    const undo = async (): Promise<void> => {
      const undone = await back();
      setSaid({ text: undone.ok ? t("undone") : failureText(undone.error, t), undo: null });
    };
    setSaid({ text, undo });
  };
  const put = (...notes: readonly NotePatch[]) => source.send("put_notes", { notes });

  return {
    said,
    say: (text: string): void => setSaid({ text, undo: null }),
    /** Writes notes, with the notes that bring back what was before. */
    decide: (there: readonly NotePatch[], back: readonly NotePatch[], text: string): void =>
      void act(
        () => put(...there),
        () => put(...back),
        text,
      ),
    ignore: (tab: number, finding: Finding): void => {
      const set = (on: boolean) => source.send("ignore_finding", { tab, key: findingKey(finding), on });
      void act(
        () => set(true),
        () => set(false),
        t("finding_ignored", { text: finding.text || t(`category_${finding.category}`) }),
      );
    },
    allow: (phrase: string): void =>
      void act(
        () => put({ kind: "allow_phrase", id: phrase, fields: { reason: "" } }),
        () => put({ kind: "allow_phrase", id: phrase, fields: null }),
        t("allow_done", { phrase }),
      ),
    addWord: ({ word, ...fields }: OwnWord): void =>
      void act(
        () => put({ kind: "own_word", id: word, fields }),
        () => put({ kind: "own_word", id: word, fields: null }),
        t("word_done", { word }),
      ),
  };
}
export type Decisions = ReturnType<typeof useDecisions>;
