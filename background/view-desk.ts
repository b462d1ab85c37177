import type { ViewName } from "../src/ledger/kept-view";
import type { Ledger } from "../src/ledger/ledger";
import type { EntityKey } from "../src/ledger/model";
import type { LedgerWriter } from "../src/ledger/writer";
import { houseOf, keepReady } from "../src/ui/data/ready";

/** Pages are seen in bursts: the views wait until one is over. */
const QUIET_MS = 1_000;
const VIEWS: readonly ViewName[] = ["board", "watch"];

interface ViewWork {
  readonly ledger: Ledger;
  readonly writer: Pick<LedgerWriter, "keepView">;
  readonly reader: string;
  now(): number;
  report(error: unknown): void;
}

/** Keeps what the popup shows first ready. */
export function createViewDesk(at: ViewWork) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const keep = (view: ViewName, owner: EntityKey | null): Promise<void> =>
    keepReady(view, at, { owner, now: at.now(), version: at.reader });
  /** Those that were kept before, once more; a worker that is stopped meanwhile leaves it to the popup to ask. */
  const renew = async (): Promise<void> => {
    for (const view of VIEWS) {
      const owner = houseOf(await at.ledger.keptViewOf(view));
      if (owner !== undefined) await keep(view, owner);
    }
  };
  return {
    keep,
    /** After a change of what they are told from. */
    soon(): void {
      clearTimeout(timer);
      timer = setTimeout(() => void renew().catch(at.report), QUIET_MS);
    },
  };
}
