import type { EntityKey } from "../../ledger/model";
import type { LedgerReader } from "../../ledger/reader";
import { type PostTable, postTable } from "../../metrics/posts";

/** The newest numbers of every post of one account, of all where none is named; history is not read for it. */
export async function postsOf(ledger: LedgerReader, owner: EntityKey | null): Promise<PostTable> {
  const [profiles, notes] = await Promise.all([
    ledger.profiles(owner === null ? { type: "video" } : { type: "video", account: owner }),
    ledger.notes("post"),
  ]);
  return postTable(profiles, new Map(notes.map(({ id, value }) => [id, value])));
}
