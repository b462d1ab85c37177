import { useCallback, useState } from "react";
import type { NotePatch } from "../../src/ledger/notes";
import { useSource } from "../../src/ui/data/source";
import { useI18n } from "../../src/ui/i18n/context";
import { failureText } from "../../src/ui/i18n/failure";

export interface Said {
  readonly text: string;
  /** Takes the last write back; null where there is nothing to take back. */
  readonly undo: (() => void) | null;
}

/** Writes what the user decided, says what came of it, and can take it back. */
export function useWrite() {
  const source = useSource();
  const { t } = useI18n();
  const [said, setSaid] = useState<Said>({ text: "", undo: null });
  const write = useCallback(
    async (notes: readonly NotePatch[], done: string, back: readonly NotePatch[] = []): Promise<boolean> => {
      if (notes.length === 0) return true;
      const answer = await source.send("put_notes", { notes });
      if (!answer.ok) {
        setSaid({ text: failureText(answer.error, t), undo: null });
        return false;
      }
      const undo = (): void => void write(back, t("undone"));
      setSaid({ text: done, undo: back.length > 0 ? undo : null });
      return true;
    },
    [source, t],
  );
  const say = useCallback((text: string) => setSaid({ text, undo: null }), []);
  return { write, said, say };
}
