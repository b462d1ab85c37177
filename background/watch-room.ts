import type { Badge } from "../src/browser/worker";
import { LedgerError } from "../src/ledger/errors";
import { FULL } from "../src/ledger/full";
import type { Ledger } from "../src/ledger/ledger";
import type { LedgerWriter } from "../src/ledger/writer";
import type { Changed } from "../src/messaging/protocol";

const BADGE: Badge = { text: "!", color: "#c62828" };

interface Surroundings {
  readonly ledger: Ledger;
  readonly writer: LedgerWriter;
  now(): number;
  announce(changed: Changed): void;
  setBadge(tab: number, badge: Badge): Promise<void>;
}

/** Tells the user when what was seen could not be kept for want of room, and takes it back once something was kept again. */
export function watchRoom({ ledger, writer, now, announce, setBadge }: Surroundings) {
  // Null until this worker has looked.
  let full: boolean | null = null;
  const turn = async (on: boolean): Promise<void> => {
    full = on;
    // Where there is no room for this either, the badge alone says it.
    await writer.noteFull(on ? now() : null).catch(() => {});
    announce({ what: "cloud" });
  };
  return {
    async watch<T>(keeping: Promise<T>, tab: number): Promise<T> {
      try {
        const kept = await keeping;
        full ??= (await ledger.vaultEntry(FULL)) !== undefined;
        if (full) await turn(false);
        return kept;
      } catch (error) {
        if (error instanceof LedgerError && error.code === "full") {
          await turn(true);
          await setBadge(tab, BADGE);
        }
        throw error;
      }
    },
  };
}
