import type { Ledger } from "../src/ledger/ledger";
import type { EntityKey } from "../src/ledger/model";
import type { LedgerWriter } from "../src/ledger/writer";
import { boardName, houseOfBoard, kpiBoard } from "../src/ui/data/boards";

/** Pages are seen in bursts: the board waits until one is over. */
const QUIET_MS = 1_000;

interface BoardWork {
  readonly ledger: Ledger;
  readonly writer: Pick<LedgerWriter, "keepView">;
  readonly reader: string;
  now(): number;
  report(error: unknown): void;
}

/** Keeps the board that the popup shows first ready, so that opening it takes no longer the more there is in the store. */
export function createBoardDesk({ ledger, writer, reader, now, report }: BoardWork) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const keep = (owner: EntityKey | null): Promise<void> => {
    clearTimeout(timer);
    const at = now();
    return writer.keepView(boardName(owner, at, reader), async () => JSON.stringify(await kpiBoard(ledger, owner, at)));
  };
  /** The one that was kept last, once more; a worker that is stopped before leaves it to the popup to ask. */
  const renew = async (): Promise<void> => {
    const owner = houseOfBoard(await ledger.keptViewOf());
    if (owner !== undefined) await keep(owner);
  };
  return {
    keep,
    soon(): void {
      clearTimeout(timer);
      timer = setTimeout(() => void renew().catch(report), QUIET_MS);
    },
  };
}
