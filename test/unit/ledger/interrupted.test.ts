import { afterEach, describe, expect, it, vi } from "vitest";
import type { Connection } from "../../../src/ledger/connection";
import { STORES } from "../../../src/ledger/records";
import { expectSound } from "./invariant";
import { capture, freshLedger, observation, reading, video } from "./sample";

/** More entities than one record of aggregates holds. */
const NAMES = Array.from({ length: 20 }, (_, at) => `春茶 ${at}`);
const page = (plays: number) =>
  observation(
    NAMES.map((name) => video(name)),
    [...NAMES.map((_, at) => reading(at, "play_count", plays)), reading(1, "fav_count", 3)],
  );

async function everything(connection: Connection): Promise<unknown> {
  const { db } = await connection.open();
  return Promise.all(STORES.map(async (store) => [await db.getAllKeys(store), await db.getAll(store)]));
}

/** Lets `allowed` writes through and fails the next one. */
function failAfter(allowed: number, failure: () => Error): { readonly failed: () => boolean } {
  let writes = 0;
  for (const method of ["put", "add"] as const) {
    const real = IDBObjectStore.prototype[method];
    vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function (this: IDBObjectStore, ...args) {
      writes += 1;
      if (writes === allowed + 1) throw failure();
      return real.apply(this, args);
    });
  }
  return { failed: () => writes > allowed };
}

describe("a write that is cut off", () => {
  afterEach(() => vi.restoreAllMocks());

  it("leaves nothing of the look, wherever it is cut", async () => {
    const { connection, writer } = freshLedger();
    await writer.keep(page(1), capture("2026-11-20T10:00"));
    const before = await everything(connection);
    let cuts = 0;
    for (; ; cuts += 1) {
      const cut = failAfter(cuts, () => new Error("cut"));
      const kept = writer.keep(page(2), capture("2026-11-21T10:00"));
      const outcome = await kept.catch((error: Error) => error.message);
      vi.restoreAllMocks();
      if (!cut.failed()) break;
      expect(outcome).toBe("cut");
      expect(await everything(connection)).toEqual(before);
    }
    expect(cuts).toBeGreaterThan(5);
    await expectSound(connection);
    expect(await writer.keep(page(2), capture("2026-11-21T10:01"))).toBe("known");
  });

  it("says that the disk is full, keeps what is there and goes on when there is room", async () => {
    const { connection, writer, ledger } = freshLedger();
    await writer.keep(page(1), capture("2026-11-20T10:00"));
    const before = await everything(connection);
    failAfter(1, () => new DOMException("no room", "QuotaExceededError"));
    await expect(writer.keep(page(2), capture("2026-11-21T10:00"))).rejects.toMatchObject({
      name: "LedgerError",
      code: "full",
    });
    vi.restoreAllMocks();
    expect(await everything(connection)).toEqual(before);
    expect(await writer.keep(page(2), capture("2026-11-21T10:01"))).toBe("new");
    expect(await ledger.usage()).toMatchObject({ snapshots: 2 });
    await expectSound(connection);
  });

  it("says so too when only the commit finds the disk full", async () => {
    const { connection, writer } = freshLedger();
    const before = await everything(connection);
    const real = IDBObjectStore.prototype.add;
    vi.spyOn(IDBObjectStore.prototype, "add").mockImplementation(function (this: IDBObjectStore, ...args) {
      const { transaction } = this;
      const request = real.apply(this, args);
      if (this.name === "sightings") {
        Object.defineProperty(transaction, "error", { value: new DOMException("no room", "QuotaExceededError") });
        request.addEventListener("success", () => transaction.abort());
      }
      return request;
    });
    await expect(writer.keep(page(1), capture("2026-11-21T10:00"))).rejects.toMatchObject({ code: "full" });
    vi.restoreAllMocks();
    expect(await everything(connection)).toEqual(before);
  });

  it("keeps all of two looks that arrive at once", async () => {
    const { connection, writer, ledger } = freshLedger();
    const outcomes = await Promise.all(
      [1, 2, 1, 3].map((plays) => writer.keep(page(plays), capture("2026-11-21T10:00"))),
    );
    expect(outcomes).toEqual(["new", "new", "known", "new"]);
    expect(await ledger.usage()).toMatchObject({ snapshots: 3, readings: 63, entities: 21, sightings: 4 });
    await expectSound(connection);
  });
});
