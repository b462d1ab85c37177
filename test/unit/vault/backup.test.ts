import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { ALL_BACKUPS, backUp, dropUpload, madeAt } from "../../../src/vault/backup";
import { cosStore } from "../../../src/vault/cos-store";
import { superfluous } from "../../../src/vault/keep-backups";
import { StoreError } from "../../../src/vault/object-store";
import { keepKeys, keepPassphrase, keptKeys, keptRing } from "../../../src/vault/secrets";
import { vaultStore } from "../../../src/vault/vault-store";
import { fill } from "../../fixtures/databases/fill";
import { type Bucket, openBucket } from "../../harness/bucket";
import { freshLedger } from "../ledger/sample";
import { archiveOf, bundle, drip, read } from "./sample";

let server: Bucket;
beforeAll(async () => {
  server = await openBucket();
});
afterAll(() => server?.close());
beforeEach(() => {
  server.faults.length = 0;
  server.asked.length = 0;
});

const DAY = 86_400_000;
const NOON = Date.parse("2026-11-26T04:00:00Z");
const PART = 5 * 1_048_576;
const noise = (size: number) => {
  const bytes = new Uint8Array(size);
  for (let at = 0; at < size; at += 65_536) crypto.getRandomValues(bytes.subarray(at, Math.min(size, at + 65_536)));
  return bytes;
};
const bucketStore = () =>
  cosStore(server.bucket, server.keys, { fetch: server.fetch as typeof fetch, timeoutMs: 20_000, againMs: [] });

it("a sealed archive goes to the bucket and comes back equal", async () => {
  const connection = await fill();
  const vault = vaultStore(connection);
  await keepPassphrase(vault, "八个字以上的口令");
  const ring = await keptRing(vault);
  const file = await archiveOf(connection, ring);
  const { key } = await backUp({ vault, store: bucketStore(), archive: () => drip(file), now: () => NOON });
  expect(madeAt(key)).toBe(NOON);
  const back = new Uint8Array(await ((await bucketStore().get(key)) as Blob).arrayBuffer());
  expect((await read(back, ring)).bundle).toEqual(await bundle(connection));
});

it("one that is interrupted goes on with the part it was at, with the same bytes", async () => {
  const { connection } = freshLedger();
  const vault = vaultStore(connection);
  const file = noise(2 * PART + 1_000);
  let made = 0;
  const work = {
    vault,
    store: bucketStore(),
    now: () => NOON,
    partBytes: PART,
    archive: () => {
      made += 1;
      return drip(file);
    },
  };
  server.faults.push(null, null, "cut");
  await expect(backUp(work)).rejects.toMatchObject({ code: "network" });
  server.faults.push("500");
  await expect(backUp(work)).rejects.toMatchObject({ code: "server" });
  const { key } = await backUp(work);
  const parts = server.asked
    .filter((line) => line.includes("partNumber"))
    .map((line) => /partNumber=(\d)/.exec(line)?.[1]);
  expect([made, parts]).toEqual([1, ["1", "2", "2", "2", "3"]]);
  const back = new Uint8Array(await ((await bucketStore().get(key)) as Blob).arrayBuffer());
  expect(back.length).toBe(file.length);
  expect(back.every((byte, at) => byte === file[at])).toBe(true);
  const { db } = await connection.open();
  expect(await db.getAllKeys("vault")).toEqual(["device"]);
});

it("what is left of an upload that was given up is dropped from the bucket a day later, and no other machine's", async () => {
  const vault = vaultStore(freshLedger().connection);
  const at = { now: Date.now() };
  const work = {
    vault,
    store: bucketStore(),
    now: () => at.now,
    partBytes: PART,
    archive: () => drip(noise(2 * PART)),
  };
  const prefix = `${ALL_BACKUPS}${await vault.device()}/`;
  const others = await bucketStore().startParts(`${ALL_BACKUPS}other/2026-11-26T04-00-00.ccarchive`);
  const left = async () => (await bucketStore().listUploads(ALL_BACKUPS)).map(({ upload }) => upload);
  server.faults.push(null, null, "cut");
  await expect(backUp(work)).rejects.toMatchObject({ code: "network" });
  await dropUpload(vault);
  const [abandoned] = (await bucketStore().listUploads(prefix)).filter(({ key }) => key.startsWith(prefix));
  await backUp(work);
  expect(await left()).toEqual([others, abandoned?.upload]);
  at.now += 2 * DAY;
  await backUp(work);
  expect(await left()).toEqual([others]);
  // Keys that may not look at uploads can back up all the same.
  const blind = { ...work.store, listUploads: () => Promise.reject(new StoreError("denied", "AccessDenied")) };
  at.now += DAY;
  expect(madeAt((await backUp({ ...work, store: blind })).key)).not.toBeNull();
});

it("a bucket that forgot the upload gets it from the first part", async () => {
  const { connection } = freshLedger();
  const vault = vaultStore(connection);
  const real = bucketStore();
  let forgot = false;
  const store = {
    ...real,
    putPart: async (...args: Parameters<typeof real.putPart>) => {
      if (args[2] === 2 && !forgot) {
        forgot = true;
        throw new StoreError("no_upload", "NoSuchUpload");
      }
      return real.putPart(...args);
    },
  };
  const file = noise(PART + 10);
  const { bytes } = await backUp({ vault, store, archive: () => drip(file), now: () => NOON, partBytes: PART });
  expect(bytes).toBe(file.length);
});

it("old ones go: 7 days, 4 weeks and 12 months are kept, of this machine only", async () => {
  const { connection } = freshLedger();
  const vault = vaultStore(connection);
  const store = bucketStore();
  for (const each of await store.list(ALL_BACKUPS)) await store.remove(each.key);
  await store.put(`${ALL_BACKUPS}another/2020-01-01T00-00-00.ccarchive`, new Uint8Array(1));
  const days = [400, 200, 45, 44, 20, 19, 3, 2, 1, 0];
  for (const day of days) {
    await backUp({ vault, store, archive: () => drip(new Uint8Array(3)), now: () => NOON - day * DAY });
  }
  const left = (await store.list(ALL_BACKUPS)).map(({ key }) => madeAt(key) ?? 0);
  expect(left.map((at) => Math.round((NOON - at) / DAY)).sort((a, b) => a - b)).toEqual([
    0, 1, 2, 3, 19, 20, 44, 200, 400, 2521,
  ]);
});

it("of a backup every day for two years just those stay", () => {
  let kept: readonly number[] = [];
  for (let day = 0; day < 730; day += 1) {
    kept = [...kept, NOON + day * DAY];
    const gone = new Set(superfluous(kept));
    kept = kept.filter((at) => !gone.has(at));
  }
  // Some are the newest of their day, week and month at once.
  expect(kept.length).toBeGreaterThanOrEqual(19);
  expect(kept.length).toBeLessThanOrEqual(7 + 4 + 12);
  expect(kept.at(-1)).toBe(NOON + 729 * DAY);
});

it("keys and passphrase lie in the vault so that nothing of them can be read", async () => {
  const { connection } = freshLedger();
  const vault = vaultStore(connection);
  await keepKeys(vault, { secretId: "AKIDexample", secretKey: "very-secret" });
  await keepPassphrase(vault, "口令口令口令口令");
  expect(await keptKeys(vault)).toEqual({ secretId: "AKIDexample", secretKey: "very-secret" });
  const { db } = await connection.open();
  const rows = await db.getAll("vault");
  const text = rows
    .map((row) =>
      JSON.stringify(row, (_, value) => (value instanceof ArrayBuffer ? [...new Uint8Array(value)] : value)),
    )
    .join();
  expect(text).not.toMatch(/AKIDexample|very-secret|口令/);
  const keys = rows.flatMap((row) => [row, (row as { key?: unknown }).key]).filter((each) => each instanceof CryptoKey);
  expect(keys.map(({ extractable }) => extractable)).toEqual([false, false]);
  for (const key of keys) await expect(crypto.subtle.exportKey("raw", key)).rejects.toThrow();
  expect(JSON.stringify(await bundle(connection))).not.toContain("AKIDexample");
});
