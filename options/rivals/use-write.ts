import { useCallback } from "react";
import type { NotePatch } from "../../src/ledger/notes";
import { useSource } from "../../src/ui/data/source";
import { useStatus } from "../../src/ui/data/use-status";

/** Writes notes, says what came of it, and can take it back with the notes of before. */
export function useWrite() {
  const source = useSource();
  const { status, showStatus, act } = useStatus();
  const write = useCallback(
    async (notes: readonly NotePatch[], done: string, back: readonly NotePatch[] = []): Promise<boolean> => {
      const put = (each: readonly NotePatch[]) => () => source.send("put_notes", { notes: each });
      return notes.length === 0 || act(put(notes), back.length > 0 ? put(back) : null, done);
    },
    [source, act],
  );
  return { write, status, showStatus };
}
