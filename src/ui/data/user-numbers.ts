import type { EntityKey } from "../../ledger/model";
import type { LedgerReader } from "../../ledger/reader";
import type { Assumed } from "../../metrics/assumptions";
import type { Campaign } from "../../metrics/campaigns";
import type { UserTargets } from "../../metrics/kpi-card";

/** What the user set, as the metrics take it. */

export async function targetsOf(ledger: LedgerReader): Promise<UserTargets> {
  const notes = await ledger.notes("target");
  return new Map(notes.flatMap(({ id, value }) => (value.value === undefined ? [] : [[id, value.value]])));
}

export async function assumedOf(ledger: LedgerReader): Promise<ReadonlyMap<EntityKey, Assumed>> {
  return new Map((await ledger.notes("assumption")).map(({ id, value }) => [id, value]));
}

export async function campaignsOf(ledger: LedgerReader): Promise<readonly Campaign[]> {
  const notes = await ledger.notes("campaign");
  return notes.flatMap(({ id, value: { name = "", from, to, kind = "other", house = null, lift = null } }) =>
    from && to && from <= to ? [{ id, name, from, to, kind, house, lift }] : [],
  );
}
