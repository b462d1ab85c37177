import type { WatchBoard } from "../../competitors/board";
import type { ViewName } from "../../ledger/kept-view";
import type { Ledger } from "../../ledger/ledger";
import type { EntityKey } from "../../ledger/model";
import { shanghaiDay } from "../../metrics/calendar";
import type { KpiBoard } from "../../metrics/kpi-card";
import { kpiBoard } from "./boards";
import { watchBoardOf } from "./rivals/watch-board";

/**
 * What the popup shows first, kept ready by the worker, so that opening it takes no longer the more there is in the store.
 * As text a board is what it was: it holds plain values alone.
 */

/** Another version of the extension, another day and another house see other boards. */
export interface BoardAsk {
  readonly owner: EntityKey | null;
  /** ms */
  readonly now: number;
  readonly version: string;
}

const textOf = ({ owner, now, version }: BoardAsk): string => JSON.stringify([version, shanghaiDay(now), owner]);

/** The house of a board that was kept; undefined for what is none. */
export function houseOf(of: string | null): EntityKey | null | undefined {
  return of === null ? undefined : (JSON.parse(of) as readonly [string, string, EntityKey | null])[2];
}

const WORK: Readonly<Record<ViewName, (ledger: Ledger, ask: BoardAsk) => Promise<KpiBoard | WatchBoard>>> = {
  board: (ledger, { owner, now }) => kpiBoard(ledger, owner, now),
  watch: (ledger, { now }) => watchBoardOf(ledger, now),
};

interface Ready<Board> {
  readonly board: Board;
  /** False: it is to be kept for the next time. */
  readonly isKept: boolean;
}

/** As it was kept, if nothing has changed since; else worked out. */
async function ready<Board>(name: ViewName, ledger: Ledger, ask: BoardAsk): Promise<Ready<Board>> {
  const kept = await ledger.keptView(name, textOf(ask));
  if (kept !== null) return { board: JSON.parse(kept) as Board, isKept: true };
  return { board: (await WORK[name](ledger, ask)) as Board, isKept: false };
}

export const readyBoard = (ledger: Ledger, ask: BoardAsk): Promise<Ready<KpiBoard>> => ready("board", ledger, ask);
export const readyWatchBoard = (ledger: Ledger, ask: BoardAsk): Promise<Ready<WatchBoard>> =>
  ready("watch", ledger, ask);

/** Works one out and keeps it. */
export const keepReady = (
  name: ViewName,
  { ledger, writer }: { readonly ledger: Ledger; readonly writer: KeepingWriter },
  ask: BoardAsk,
): Promise<void> => writer.keepView(name, textOf(ask), async () => JSON.stringify(await WORK[name](ledger, ask)));

interface KeepingWriter {
  keepView(name: ViewName, of: string, work: () => Promise<string>): Promise<void>;
}
