import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { isBucketName, isRegion } from "../../../src/vault/cos-address";
import { cosStore } from "../../../src/vault/cos-store";
import { StoreError } from "../../../src/vault/object-store";
import { type Bucket, type Fault, openBucket } from "../../harness/bucket";

let server: Bucket;
beforeAll(async () => {
  server = await openBucket();
});
afterAll(() => server?.close());
afterEach(() => {
  server.faults.length = 0;
  vi.restoreAllMocks();
});

const store = (keys = server.keys, timeoutMs = 20_000) =>
  cosStore(server.bucket, keys, { fetch: server.fetch as typeof fetch, timeoutMs, againMs: [1, 1] });
const bytes = (text: string) => new TextEncoder().encode(text);
const outcome = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => "done",
    (error: unknown) => (error instanceof StoreError ? error.code : String(error)),
  );
const meet = (...faults: (Fault | null)[]) => {
  server.faults.push(...faults);
};

describe("a bucket", () => {
  it("keeps what is put, lists it in order, gives it back and lets it go", async () => {
    const cos = store();
    for (const key of ["a/2 二.txt", "a/1.txt", "b/1.txt"]) await cos.put(key, bytes(key));
    expect((await cos.list("a/")).map(({ key, size }) => [key, size])).toEqual([
      ["a/1.txt", 7],
      ["a/2 二.txt", 11],
    ]);
    expect(await (await cos.get("a/2 二.txt"))?.text()).toBe("a/2 二.txt");
    await cos.remove("a/1.txt");
    expect([await cos.get("a/1.txt"), (await cos.list("a/")).length]).toEqual([null, 1]);
  });

  it("takes a large object in parts", async () => {
    const cos = store();
    const part = new Uint8Array(5 * 1_048_576).fill(7);
    const upload = await cos.startParts("large");
    const tags = [await cos.putPart("large", upload, 1, part), await cos.putPart("large", upload, 2, bytes("end"))];
    await cos.finishParts("large", upload, tags);
    expect((await cos.list("large")).map(({ size }) => size)).toEqual([part.length + 3]);
  });
});

describe("a bucket that does not do its part", () => {
  it.each(["500", "503", "cut"] as const)("%s: is asked again, and told when it stays so", async (fault) => {
    meet(fault, fault);
    expect(await outcome(store().put("x", bytes("x")))).toBe("done");
    meet(fault, fault, fault);
    expect(await outcome(store().put("x", bytes("x")))).toBe(fault === "cut" ? "network" : "server");
  });

  it("does not answer: times out", async () => {
    meet("hang", "hang", "hang");
    expect(await outcome(store(server.keys, 200).list(""))).toBe("timeout");
  });

  it("is full, refuses the keys, is not there", async () => {
    meet("full");
    expect(await outcome(store().put("x", bytes("x")))).toBe("full");
    expect(await outcome(store({ secretId: "S3RVER", secretKey: "wrong" }).list(""))).toBe("denied");
    expect(await outcome(store({ secretId: "nobody", secretKey: "x" }).list(""))).toBe("denied");
    const elsewhere = cosStore({ ...server.bucket, bucket: "other-1250000000" }, server.keys, {
      fetch: server.fetch as typeof fetch,
    });
    expect(await outcome(elsewhere.list(""))).toBe("no_bucket");
  });

  it("has another clock: this machine's is corrected by it", async () => {
    const real = Date.now;
    const cos = store();
    const slow = vi.spyOn(Date, "now");
    // Only this side's clock is three hours late: the bucket runs in the same process, and asks it too.
    let asked = 0;
    slow.mockImplementation(() => (asked++ === 0 ? real() - 3 * 3_600_000 : real()));
    expect(await outcome(cos.put("x", bytes("x")))).toBe("done");
    expect(server.asked.slice(-2)).toEqual(["PUT /x", "PUT /x"]);
  });
});

it("names of buckets and regions are checked before anything is asked", () => {
  expect(["backup-1250000000", "a1-12345678"].map(isBucketName)).toEqual([true, true]);
  const bad = ["backup", "Backup-1250000000", "x.evil.example-1250000000", "a/b-1250000000", "-a-1250000000"];
  expect(bad.map(isBucketName)).toEqual(bad.map(() => false));
  expect(["ap-guangzhou", "na-siliconvalley", "ap-guangzhou.evil.example", ""].map(isRegion)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
