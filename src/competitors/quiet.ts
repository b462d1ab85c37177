import type { Note } from "../ledger/notes";
import { muteId } from "../ledger/rival-kinds";
import type { Rival } from "../ledger/rivals";
import type { SellerChange } from "./seller-changes";

/** What the user does not want to be told: muted fields and changes that were dealt with. */
export interface Quiet {
  readonly muted: ReadonlySet<string>;
  readonly dismissed: ReadonlySet<string>;
}

export const quietOf = (
  mutes: readonly Note<"rival_mute">[],
  dismissed: readonly Note<"rival_dismissed">[],
): Quiet => ({
  muted: new Set(mutes.flatMap(({ id, value }) => (value.on === false ? [] : [id]))),
  dismissed: new Set(dismissed.map(({ id }) => id)),
});

const isMuted = ({ muted }: Quiet, field: string, rival: Rival): boolean =>
  muted.has(muteId(field, null)) || muted.has(muteId(field, rival.id));

/** Without what is muted or was dealt with. */
export const audible = (changes: readonly SellerChange[], rival: Rival, quiet: Quiet): SellerChange[] =>
  changes.filter((change) => !quiet.dismissed.has(change.id) && !isMuted(quiet, change.field, rival));
