import type { CloudPlan, Every } from "../../src/vault/cloud-plan";
import { isBucketName, isRegion } from "../../src/vault/cos-address";
import { PASSPHRASE_MIN } from "../../src/vault/keyring";

/** The form as it is typed. Secrets that are kept already stay as they are while their fields are empty. */
export interface BucketDraft {
  readonly bucket: string;
  readonly region: string;
  readonly secretId: string;
  readonly secretKey: string;
  readonly passphrase: string;
  readonly again: string;
  readonly every: Every;
  readonly hour: number;
  readonly sync: boolean;
}

export const draftOf = (plan: CloudPlan | null): BucketDraft => ({
  bucket: plan?.bucket ?? "",
  region: plan?.region ?? "ap-guangzhou",
  secretId: "",
  secretKey: "",
  passphrase: "",
  again: "",
  every: plan?.every ?? "day",
  hour: plan?.hour ?? 12,
  sync: plan?.sync ?? false,
});

export const planFrom = (draft: BucketDraft): CloudPlan => ({
  bucket: draft.bucket.trim(),
  region: draft.region.trim(),
  every: draft.every,
  hour: draft.hour,
  sync: draft.sync,
});

export type DraftFault = "bucket" | "region" | "keys" | "passphrase" | "again";

/** The first thing that is not right; null when all is. */
export function faultOf(draft: BucketDraft, hasSecrets: boolean): DraftFault | null {
  const { bucket, region } = planFrom(draft);
  if (!isBucketName(bucket)) return "bucket";
  if (!isRegion(region)) return "region";
  const [id, key] = [draft.secretId.trim() !== "", draft.secretKey.trim() !== ""];
  if (id !== key || (!id && !hasSecrets)) return "keys";
  if (draft.passphrase.length < PASSPHRASE_MIN && (draft.passphrase !== "" || !hasSecrets)) return "passphrase";
  return draft.passphrase === draft.again ? null : "again";
}
