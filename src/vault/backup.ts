import { type Bytes, pieces } from "./bytes";
import { superfluous } from "./keep-backups";
import { type ObjectStore, StoreError, type StoreErrorCode } from "./object-store";
import type { VaultStore } from "./vault-store";

/**
 * A backup: an archive cut into parts that lie in this machine's vault until the bucket has them, so that one that was
 * interrupted goes on where it was, also after the worker or the browser stopped.
 */
export interface Upload {
  readonly key: string;
  readonly parts: number;
  readonly bytes: number;
  /** The bucket's name for a upload in parts; null where there is one part, or it has not begun. */
  readonly upload: string | null;
  /** Tags of the parts that the bucket has. */
  readonly tags: readonly string[];
}

export interface BackupDone {
  readonly key: string;
  readonly bytes: number;
}

export interface BackupWork {
  readonly vault: VaultStore;
  readonly store: ObjectStore;
  /** The archive's bytes; asked for only when none is on its way. */
  readonly archive: () => AsyncIterable<Bytes>;
  readonly now: () => number;
  readonly partBytes?: number;
  readonly onProgress?: (part: number) => void;
}

const UPLOAD = "backup-upload";
const partName = (number: number): string => `backup-part:${number}`;
const PART_BYTES = 8_388_608;
const DAY = 86_400_000;
const ROOT = "channels-companion";
const SUFFIX = ".ccarchive";

const backupsOf = (device: string): string => `${ROOT}/backups/${device}/`;
export const ALL_BACKUPS = `${ROOT}/backups/`;

/** Rejects with {@link StoreError}; what was uploaded so far is gone on from by the next call. */
export async function backUp(work: BackupWork): Promise<BackupDone> {
  const begun = (await work.vault.get(UPLOAD)) as Upload | undefined;
  // One that lay about for a day is not what the user would want kept: it is made anew.
  const isOld = begun !== undefined && work.now() - (madeAt(begun.key) ?? 0) > DAY;
  if (isOld) await dropUpload(work.vault);
  const upload = begun !== undefined && !isOld ? begun : await cut(work);
  const done = await send(work, upload).catch(async (error: unknown) => {
    if (!(error instanceof StoreError && error.code === "no_upload")) throw error;
    // The bucket forgot what it had of it: from the first part again.
    return send(work, { ...upload, upload: null, tags: [] });
  });
  await forget(work.vault, upload);
  await tidy(work);
  return done;
}

/** Whether a backup was begun and is not done. */
export const isUploading = async (vault: VaultStore): Promise<boolean> => (await vault.get(UPLOAD)) !== undefined;

/** Drops what is on its way, for when the bucket or the passphrase changes. */
export async function dropUpload(vault: VaultStore): Promise<void> {
  const begun = (await vault.get(UPLOAD)) as Upload | undefined;
  if (begun !== undefined) await forget(vault, begun);
}

async function cut({ vault, archive, now, partBytes = PART_BYTES }: BackupWork): Promise<Upload> {
  let parts = 0;
  let bytes = 0;
  for await (const part of pieces(archive(), partBytes)) {
    parts += 1;
    bytes += part.bytes.length;
    await vault.put(partName(parts), part.bytes);
  }
  const key = `${backupsOf(await vault.device())}${stampOf(now())}${SUFFIX}`;
  const upload: Upload = { key, parts, bytes, upload: null, tags: [] };
  await vault.put(UPLOAD, upload);
  return upload;
}

async function send({ vault, store, onProgress }: BackupWork, from: Upload): Promise<BackupDone> {
  const part = async (number: number) => (await vault.get(partName(number))) as Bytes;
  let state = from;
  if (state.parts === 1) {
    await store.put(state.key, await part(1));
  } else {
    const upload = state.upload ?? (await store.startParts(state.key));
    state = { ...state, upload };
    await vault.put(UPLOAD, state);
    while (state.tags.length < state.parts) {
      const number = state.tags.length + 1;
      const tag = await store.putPart(state.key, upload, number, await part(number));
      state = { ...state, tags: [...state.tags, tag] };
      await vault.put(UPLOAD, state);
      onProgress?.(number / state.parts);
    }
    await store.finishParts(state.key, upload, state.tags);
  }
  const [there] = await store.list(state.key);
  if (there?.size !== state.bytes) throw new StoreError("server", "the bucket does not hold what was sent");
  return { key: state.key, bytes: state.bytes };
}

async function forget(vault: VaultStore, upload: Upload): Promise<void> {
  await vault.delete(UPLOAD);
  for (let number = 1; number <= upload.parts; number += 1) await vault.delete(partName(number));
}

/** Removes this machine's own backups that are not to be kept, and what is left of uploads that were given up. */
async function tidy({ vault, store, now }: BackupWork): Promise<void> {
  const prefix = backupsOf(await vault.device());
  await dropAbandoned(store, prefix, now() - DAY);
  const made = new Map(
    (await store.list(prefix)).flatMap(({ key }) => (madeAt(key) === null ? [] : [[madeAt(key), key]])),
  );
  const times = [...made.keys()].filter((at) => at !== null);
  for (const at of superfluous(times)) await store.remove(made.get(at) as string);
}

/** Keys that may not see or drop uploads can back up all the same: then the bucket's own rules are left to clean up. */
async function dropAbandoned(store: ObjectStore, prefix: string, before: number): Promise<void> {
  try {
    for (const { key, upload, at } of await store.listUploads(prefix)) {
      if (at < before && key.startsWith(prefix)) await store.dropParts(key, upload);
    }
  } catch (error) {
    if (!(error instanceof StoreError && UNTIDY.includes(error.code))) throw error;
  }
}
const UNTIDY: readonly StoreErrorCode[] = ["denied", "refused", "no_upload"];

const stampOf = (at: number): string => new Date(at).toISOString().slice(0, 19).replaceAll(":", "-");

/** When a backup was made, by its name; null for what is none. */
export function madeAt(key: string): number | null {
  const found = /\/(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})\.ccarchive$/.exec(key);
  return found ? Date.parse(`${found[1]}T${found[2]}:${found[3]}:${found[4]}Z`) : null;
}
