import { describe, expect, it } from "vitest";
import { Connection } from "../../../src/ledger/connection";
import { openLedger } from "../../../src/ledger/ledger";
import { MIGRATIONS } from "../../../src/ledger/migrations";
import type { Migration } from "../../../src/ledger/migrations/migration";
import { STORES } from "../../../src/ledger/records";
import { createWriter } from "../../../src/ledger/writer";
import { capture, exact, freshLedger, shopDay } from "./sample";

/** A made-up next version: renames a field of every snapshot and adds a store. */
const second: Migration = {
  version: MIGRATIONS.length + 1,
  async up(db, tx) {
    db.createObjectStore("made_up");
    let cursor = await tx.objectStore("snapshots").openCursor();
    while (cursor !== null) {
      await cursor.update?.({ ...cursor.value, reader: `${cursor.value.reader}, seen by 2` });
      cursor = await cursor.continue();
    }
  },
};
const failing: Migration = {
  ...second,
  async up(db, tx) {
    await second.up(db, tx);
    throw new Error("stopped half way");
  },
};
const inTwo = (name: string) => new Connection(name, [...MIGRATIONS, second]);

describe("migrations", () => {
  it("are numbered without gaps", () => {
    expect(MIGRATIONS.map(({ version }) => version)).toEqual(MIGRATIONS.map((_, at) => at + 1));
  });

  it("make every store of the schema", async () => {
    const { connection } = freshLedger();
    const { db, newer } = await connection.open();
    expect([...db.objectStoreNames].sort()).toEqual([...STORES].sort());
    expect([db.version, newer]).toEqual([MIGRATIONS.length, false]);
  });

  it("carry the data over, while an older page is still open", async () => {
    const { connection, writer, ledger } = freshLedger();
    await writer.keep(shopDay(5), capture("2026-11-21T10:00"));
    const sighting = await ledger.latestSighting(1);

    const two = inTwo(connection.name);
    const { db } = await two.open();
    expect([...db.objectStoreNames]).toContain("made_up");
    const kept = await openLedger(two).snapshot(sighting?.snapshot ?? "");
    expect(kept?.reader).toBe("0.1.0, seen by 2");
  });

  it("leave the old version whole when one fails half way", async () => {
    const { connection, writer, ledger } = freshLedger();
    await writer.keep(shopDay(5), capture("2026-11-21T10:00"));
    const two = new Connection(connection.name, [...MIGRATIONS, failing]);
    await expect(two.open()).rejects.toThrow("stopped half way");

    const { db, newer } = await connection.open();
    expect([db.version, newer, db.objectStoreNames.contains("made_up" as never)]).toEqual([
      MIGRATIONS.length,
      false,
      false,
    ]);
    const [shop] = await ledger.owners();
    expect((await ledger.history(shop?.key ?? "")).map(({ value }) => value)).toEqual([exact(5)]);
    const sighting = await ledger.latestSighting(1);
    expect((await ledger.snapshot(sighting?.snapshot ?? ""))?.reader).toBe("0.1.0");
    // And the next start of the new version tries again.
    expect((await inTwo(connection.name).open()).db.version).toBe(MIGRATIONS.length + 1);
  });
});

describe("a database newer than the code", () => {
  it("is read and not written", async () => {
    const { connection, writer, ledger } = freshLedger();
    await writer.keep(shopDay(5), capture("2026-11-21T10:00"));
    await inTwo(connection.name).open();

    expect(await ledger.isNewer()).toBe(true);
    const [shop] = await ledger.owners();
    expect((await ledger.history(shop?.key ?? "")).map(({ value }) => value)).toEqual([exact(5)]);
    for (const write of [
      () => writer.keep(shopDay(6), capture("2026-11-21T11:00")),
      () => writer.patchSettings({ theme: "dark" }),
      () => writer.putNotes([{ kind: "rival", id: shop?.key ?? "", fields: { order: 1 } }], 1),
      () => writer.clear(),
    ]) {
      await expect(write()).rejects.toMatchObject({ name: "LedgerError", code: "newer" });
    }
    expect(await ledger.usage()).toMatchObject({ snapshots: 1, sightings: 1 });
    expect(await ledger.settings()).toMatchObject({ theme: "auto" });
  });
});

describe("an upgrade", () => {
  it("says who is in the way when an old page does not let go", async () => {
    const { connection } = freshLedger();
    const name = `${connection.name}-stubborn`;
    const stubborn = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(name, 1);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    await expect(inTwo(name).open()).rejects.toMatchObject({ code: "blocked" });
    stubborn.close();
  });

  it("is given way to, and the page that gave way opens again", async () => {
    const { connection, writer } = freshLedger();
    await writer.keep(shopDay(5), capture("2026-11-21T10:00"));
    const again = new Connection(connection.name);
    await again.open();
    const two = inTwo(connection.name);
    await two.open();
    expect(await openLedger(again).isNewer()).toBe(true);
    expect(await createWriter(two).keep(shopDay(6), capture("2026-11-21T11:00"))).toBe("new");
  });
});
