import type { LedgerWriter } from "../src/ledger/writer";
import type { Changed, Notice } from "../src/messaging/protocol";
import type { DraftDesk } from "./draft-desk";

export interface TakenIn {
  readonly writer: Pick<LedgerWriter, "bindRivals">;
  readonly desk: Pick<DraftDesk, "reload">;
  now(): number;
  announce(changed: Changed): void;
  arm(): Promise<void>;
  tellTabs(notice: Notice): Promise<void>;
}

/**
 * What is to be done once notes and numbers of another machine or of a backup are in the store: they may hold rules of the
 * user's own, labels, alerts and watched rivals, which hold from now on and not from the worker's next start.
 */
export async function takenIn(at: TakenIn): Promise<void> {
  // First of all, so that nobody who is told checks by the rules of before.
  at.desk.reload();
  await at.writer.bindRivals(at.now());
  at.announce({ what: "everything" });
  await Promise.all([at.arm(), at.tellTabs({ notice: "permit" })]);
}
