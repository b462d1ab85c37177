import { useEffect, useRef, useState } from "react";
import type { EntityRecord } from "../../src/ledger/model";
import type { Answer } from "../../src/messaging/protocol";
import { useSource } from "../../src/ui/data/source";
import { countStored, type StoredCount } from "../../src/ui/imports/count-stored";
import { isOwnExport } from "../../src/ui/imports/recognise";
import { sendImport } from "../../src/ui/imports/send-import";
import { TableFile } from "../../src/ui/imports/table-file";
import type { Opened, Planned } from "../../src/ui/imports/worker-protocol";
import { TableError } from "../../src/ui/tables/read/table-error";
import { holdPage } from "../hold-page";
import type { ImportFailure } from "./failure";
import { type Form, factsOf, missingIn, sourceOf } from "./form";
import { formFor, likelyTable, remember } from "./remembered";

export type Step = "choose" | "reading" | "map" | "sending" | "done";
export type Kept = Extract<Answer<"import_end">, { ok: true }>["value"];

export interface ImportState {
  readonly step: Step;
  readonly file: string;
  readonly opened: Opened | null;
  readonly form: Form | null;
  readonly planned: Planned | null;
  /** What of the dry run is stored already; null while it is looked up. */
  readonly stored: StoredCount | null;
  /** Part done of what runs, 0 to 1. */
  readonly part: number;
  readonly failure: ImportFailure | null;
  readonly kept: Kept;
}

const START: ImportState = {
  step: "choose",
  file: "",
  opened: null,
  form: null,
  planned: null,
  stored: null,
  part: 0,
  failure: null,
  kept: null,
};

/** One file from being chosen to being kept. */
export function useImport(owners: readonly EntityRecord[], today: string) {
  const source = useSource();
  const [state, setState] = useState(START);
  const file = useRef<TableFile | null>(null);
  const stop = useRef<AbortController | null>(null);
  const round = useRef(0);
  const planning = useRef<Promise<unknown>>(Promise.resolve());
  const set = (patch: Partial<ImportState>): void => setState((before) => ({ ...before, ...patch }));
  const progress = (part: number): void => set({ part });

  useEffect(
    () => () => {
      // What the user has let be written goes on when the section is left, and stands in the list of imports.
      if (stop.current === null) file.current?.close();
    },
    [],
  );

  const close = (): void => {
    round.current += 1;
    stop.current?.abort();
    stop.current = null;
    file.current?.close();
    file.current = null;
  };

  const plan = async (opened: Opened, form: Form): Promise<void> => {
    round.current += 1;
    const mine = round.current;
    set({ opened, form, step: "map", planned: null, stored: null, failure: null, part: 0 });
    // One dry run at a time, and none for what was changed again meanwhile: a name is typed letter by letter.
    const turn = planning.current.then(() =>
      mine === round.current
        ? file.current?.plan(form.table, form.mapping, factsOf(form, owners, today), progress)
        : undefined,
    );
    planning.current = turn.catch(() => undefined);
    const planned = await turn;
    if (mine !== round.current || !planned) return;
    set({ planned });
    if (missingIn(form) === null) await lookUp(form, planned, () => mine !== round.current);
  };

  /** The dry run stands without it: what cannot be looked up is not shown. */
  const lookUp = async (form: Form, { parts }: Planned, isOver: () => boolean): Promise<void> => {
    const own = file.current;
    if (!own) return;
    const reader = await source.reader();
    const stored = await countStored({
      head: { source: sourceOf(form), file: null, account: factsOf(form, owners, today).account },
      parts,
      part: (index) => own.part(index),
      held: (brought) => reader.heldAlready(brought),
      isOver,
    }).catch(() => null);
    if (stored && !isOver()) set({ stored });
  };

  return {
    state,
    async choose(chosen: File): Promise<void> {
      close();
      const own = new TableFile();
      file.current = own;
      set({ ...START, step: "reading", file: chosen.name });
      try {
        const opened = await own.open(chosen, progress);
        if (opened.tables.some(({ headers }) => isOwnExport(headers))) {
          own.close();
          return set({ ...START, failure: "own_export" });
        }
        const notes = await source.notes("column_map");
        if (file.current === own) await plan(opened, formFor(opened, likelyTable(opened, notes), notes, owners, today));
      } catch (failure) {
        if (file.current === own && failure instanceof TableError) set({ ...START, failure });
      }
    },
    change(form: Form): void {
      if (state.opened) void plan(state.opened, form);
    },
    async chooseTable(table: number): Promise<void> {
      const { opened } = state;
      const notes = await source.notes("column_map");
      if (opened) await plan(opened, formFor(opened, table, notes, owners, today));
    },
    async keep(): Promise<void> {
      const { form, planned, opened } = state;
      const own = file.current;
      if (!form || !planned || !opened || !own) return;
      const cancel = new AbortController();
      stop.current = cancel;
      holdPage(cancel, true);
      set({ step: "sending", part: 0, failure: null });
      const { account } = factsOf(form, owners, today);
      const answer = await sendImport(source, {
        head: { source: sourceOf(form), file: state.file, account },
        parts: planned.parts,
        part: (index) => own.part(index),
        progress: (part) => progress(part / 2),
        signal: cancel.signal,
      });
      holdPage(cancel, false);
      stop.current = null;
      if (!answer.ok) return set({ step: "map", failure: answer.error });
      if (answer.value === null) return set({ step: "map" });
      void source.send("put_notes", { notes: [remember(form, opened)] });
      close();
      set({ ...START, step: "done", kept: answer.value as Kept, file: state.file });
    },
    /** Gives up what runs: the file while it is read, the sending while nothing is kept. */
    cancel(): void {
      if (state.step === "sending") stop.current?.abort();
      else {
        close();
        setState(START);
      }
    },
    again(): void {
      close();
      setState(START);
    },
  };
}
