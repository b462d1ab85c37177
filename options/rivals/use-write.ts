import { useCallback } from "react";
import type { NotePatch } from "../../src/ledger/notes";
import { useSource } from "../../src/ui/data/source";
import { useStatus } from "../../src/ui/data/use-status";

/** Whom a name stands for is found meanwhile by what is seen, and is nobody's change. */
function unbound(note: NotePatch): NotePatch {
  if (note.kind !== "rival" || note.fields?.entity !== null) return note;
  const { entity: _open, ...fields } = note.fields;
  return { ...note, fields };
}

/** Writes notes, says what came of it, and can take it back with the notes of before. */
export function useWrite() {
  const source = useSource();
  const { status, showStatus, act } = useStatus();
  const write = useCallback(
    async (notes: readonly NotePatch[], done: string, back: readonly NotePatch[] = []): Promise<boolean> => {
      const undo = () => source.send("put_notes", { notes: back, standing: notes.map(unbound) });
      return notes.length === 0 || act(() => source.send("put_notes", { notes }), back.length > 0 ? undo : null, done);
    },
    [source, act],
  );
  return { write, status, showStatus };
}
