import { DraftMarks, type Mark } from "./draft-marks";
import { showSlice } from "./draft-show";
import type { Draft } from "./draft-text";
import { watchDraft } from "./draft-watch";

export interface DraftSession {
  /** Selects words of the draft as it stands; false when they are not there. */
  show(slice: { readonly start: number; readonly end: number; readonly text: string }): boolean;
}

export interface DraftDesk {
  /** The findings of a text, which is `draft`'s, null when there was no answer. Never rejects. */
  check(seq: number, text: string, draft: Draft): Promise<readonly Mark[] | null>;
  readonly marks: boolean;
}

/** Waits before asking again after no answer (a worker that was killed, a full queue); then the next change asks. */
export const AGAIN_MS = [100, 1_000, 5_000];

/**
 * Checks the draft of an editor page while it is written, until `signal` aborts. One check under way at a time; an
 * answer is used only if the page still says what was asked, so an old one never stands over a newer text.
 */
export function startDraftSession(document: Document, desk: DraftDesk, signal: AbortSignal): DraftSession {
  const marks = new DraftMarks();
  // Grows over reloads of the tab as well.
  let seq = Date.now();
  let draft: Draft = { text: "", parts: [] };
  let asked = "";
  let answered: { readonly text: string; readonly findings: readonly Mark[] } = { text: "", findings: [] };
  let failures = 0;
  let busy = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const paint = (): void => {
    if (desk.marks && draft.text === answered.text) marks.paint(draft, answered.findings);
  };
  const send = async (): Promise<void> => {
    clearTimeout(timer);
    busy = true;
    seq += 1;
    asked = draft.text;
    const findings = await desk.check(seq, asked, draft);
    busy = false;
    if (signal.aborted) return;
    if (findings) {
      failures = 0;
      answered = { text: asked, findings };
    } else if (draft.text === asked) {
      const wait = AGAIN_MS[failures];
      failures += 1;
      if (wait !== undefined) timer = setTimeout(send, wait);
      return;
    }
    if (draft.text === asked) paint();
    else void send();
  };

  watchDraft(
    document,
    {
      touched: () => marks.settle(),
      settled: (now) => {
        draft = now;
        if (now.text === answered.text) paint();
        if (busy || now.text === asked) return;
        failures = 0;
        void send();
      },
    },
    signal,
  );
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", paint, { signal });
  signal.addEventListener("abort", () => {
    clearTimeout(timer);
    marks.clear();
  });
  return { show: (slice) => !signal.aborted && showSlice(draft, slice) };
}
