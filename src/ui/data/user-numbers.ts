import type { Period } from "../../console/observation";
import type { EntityKey } from "../../ledger/model";
import type { LedgerReader } from "../../ledger/reader";
import type { Assumed } from "../../metrics/assumptions";
import type { UserTargets } from "../../metrics/kpi-card";

/** What the user set, as the metrics take it. */

export async function targetsOf(ledger: LedgerReader): Promise<UserTargets> {
  const notes = await ledger.notes("target");
  return new Map(notes.flatMap(({ id, value }) => (value.value === undefined ? [] : [[id, value.value]])));
}

export async function assumedOf(ledger: LedgerReader): Promise<ReadonlyMap<EntityKey, Assumed>> {
  return new Map((await ledger.notes("assumption")).map(({ id, value }) => [id, value]));
}

export async function campaignsOf(ledger: LedgerReader): Promise<readonly (Period & { readonly name: string })[]> {
  const notes = await ledger.notes("campaign");
  return notes.flatMap(({ value: { name = "", from, to } }) => (from && to && from <= to ? [{ name, from, to }] : []));
}
