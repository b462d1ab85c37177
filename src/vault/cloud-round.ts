import type { Connection } from "../ledger/connection";
import { gather } from "../ledger/gather";
import { backUp, isUploading } from "./backup";
import {
  type CloudAct,
  type CloudFailure,
  type CloudFailureCode,
  type CloudPlan,
  type CloudState,
  planOf,
  putState,
  type SyncState,
  stateOf,
} from "./cloud-plan";
import { dueAt, nextDue } from "./cloud-times";
import { cosStore } from "./cos-store";
import type { Keyring } from "./keyring";
import { type ObjectStore, StoreError } from "./object-store";
import { keptKeys, keptRing } from "./secrets";
import type { VaultStore } from "./vault-store";
import { writeArchive } from "./write-archive";

export interface CloudWork {
  readonly connection: Connection;
  readonly vault: VaultStore;
  readonly now: () => number;
  /** Whether the browser lets this extension reach the bucket. */
  readonly mayReach: (plan: CloudPlan) => Promise<boolean>;
  readonly sync: (ring: Keyring, store: ObjectStore, before: SyncState | null) => Promise<SyncState>;
  readonly onProgress: (act: CloudAct, part: number) => void;
  readonly fetch?: typeof fetch;
  /** Waits before what passes by itself is asked again within a round, ms. */
  readonly againMs?: readonly number[];
  /** Ends the round at its next word with the bucket. */
  readonly signal?: AbortSignal;
}

/** A refusal that is not the bucket's. */
class Unready extends Error {
  constructor(readonly code: CloudFailureCode) {
    super(code);
  }
}

/**
 * One round: what is due, or what the user asked for, whether due or not. Never rejects for what the bucket does: how it
 * went is kept, answered, and says when it is tried next. Null where no bucket is set up.
 */
export async function runRound(work: CloudWork, asked: CloudAct | null): Promise<CloudState | null> {
  const plan = await planOf(work.vault);
  if (plan === null) return null;
  let state = await stateOf(work.vault);
  for (const act of ["backup", "sync"] as const) {
    const due = dueAt(act, plan, state, work.now());
    const isDue = due !== null && due <= work.now() && asked === null;
    const hasFailed = state.failures.some((each) => each.act === act);
    const isBegun = act === "backup" && asked === null && !hasFailed && (await isUploading(work.vault));
    if (asked !== act && !isDue && !isBegun) continue;
    state = await attempt(work, plan, act, state);
    await putState(work.vault, { ...state, next: nextDue(plan, state, work.now()) });
  }
  const next = nextDue(plan, state, work.now());
  await putState(work.vault, { ...state, next });
  return { ...state, next };
}

async function attempt(work: CloudWork, plan: CloudPlan, act: CloudAct, before: CloudState): Promise<CloudState> {
  const others = before.failures.filter((each) => each.act !== act);
  try {
    const done = await perform(work, plan, act, before);
    return { ...before, ...done, failures: others };
  } catch (error) {
    const tries = (before.failures.find((each) => each.act === act)?.tries ?? 0) + 1;
    const detail = error instanceof Error ? error.message : String(error);
    const failure: CloudFailure = { act, code: codeOf(error), detail: detail.slice(0, 300), at: work.now(), tries };
    return { ...before, failures: [...others, failure] };
  }
}

async function perform(
  work: CloudWork,
  plan: CloudPlan,
  act: CloudAct,
  before: CloudState,
): Promise<Partial<CloudState>> {
  const { vault, connection, now } = work;
  const [keys, ring] = [await keptKeys(vault), await keptRing(vault)];
  if (keys === null || ring === null) throw new Unready("no_keys");
  if (!(await work.mayReach(plan))) throw new Unready("no_permission");
  const { fetch, againMs, signal } = work;
  const store = cosStore(plan, keys, {
    ...(fetch && { fetch }),
    ...(againMs && { againMs }),
    ...(signal && { signal }),
  });
  if (act === "sync") return { sync: await work.sync(ring, store, before.sync) };
  const db = await connection.writable();
  const head = { schema: db.version, madeAt: now(), device: await vault.device() };
  const done = await backUp({
    vault,
    store,
    now,
    archive: () => writeArchive(gather(db), head, ring),
    onProgress: (part) => work.onProgress("backup", part),
  });
  return { backup: { at: now(), ...done } };
}

const codeOf = (error: unknown): CloudFailureCode =>
  error instanceof StoreError || error instanceof Unready ? error.code : "store";
