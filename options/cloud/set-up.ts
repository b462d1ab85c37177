import { dropUpload } from "../../src/vault/backup";
import { type CloudPlan, dropPlan, NO_STATE, planOf, putPlan, putState, stateOf } from "../../src/vault/cloud-plan";
import { cosOrigin } from "../../src/vault/cos-address";
import { cosStore } from "../../src/vault/cos-store";
import { forgetSync } from "../../src/vault/ledger-peer";
import { type ObjectStore, StoreError } from "../../src/vault/object-store";
import { forgetSecrets, keepKeys, keepPassphrase, keptKeys } from "../../src/vault/secrets";
import type { VaultStore } from "../../src/vault/vault-store";
import { type BucketDraft, planFrom } from "./bucket-draft";

/** The keys go from the form into the vault, sealed; no message and no log carries them. */

export async function saveDraft(vault: VaultStore, draft: BucketDraft): Promise<CloudPlan> {
  const [before, plan] = [await planOf(vault), planFrom(draft)];
  const isElsewhere = before !== null && cosOrigin(before) !== cosOrigin(plan);
  if (draft.secretKey !== "") {
    await keepKeys(vault, { secretId: draft.secretId.trim(), secretKey: draft.secretKey.trim() });
  }
  if (draft.passphrase !== "") await keepPassphrase(vault, draft.passphrase);
  if (isElsewhere || draft.passphrase !== "") {
    await dropUpload(vault);
    await forgetSync(vault);
  }
  await putPlan(vault, plan);
  // What failed by the old words is tried anew.
  await putState(vault, isElsewhere ? NO_STATE : { ...(await stateOf(vault)), failures: [] });
  return plan;
}

/** Everything about the bucket goes from this machine; what is in the bucket stays. */
export async function turnOff(vault: VaultStore): Promise<void> {
  await dropUpload(vault);
  await forgetSync(vault);
  await forgetSecrets(vault);
  await dropPlan(vault);
}

/** The bucket by the kept keys. Rejects with {@link StoreError}. */
export async function openStore(vault: VaultStore, plan: CloudPlan): Promise<ObjectStore> {
  const keys = await keptKeys(vault);
  if (keys === null) throw new StoreError("denied", "no keys are kept");
  return cosStore(plan, keys);
}

const TEST_KEY = "channels-companion/test";

/** Writes a few bytes, reads them back and removes them. */
export async function tryStore(store: ObjectStore): Promise<void> {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  await store.put(TEST_KEY, bytes);
  const back = await store.get(TEST_KEY);
  const isSame = back !== null && new Uint8Array(await back.arrayBuffer()).every((byte, at) => byte === bytes[at]);
  if (!isSame) throw new StoreError("server", "the bucket does not hold what was sent");
  await store.remove(TEST_KEY);
}
