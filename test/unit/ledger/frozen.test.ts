import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { Connection } from "../../../src/ledger/connection";
import { openLedger } from "../../../src/ledger/ledger";
import { MIGRATIONS } from "../../../src/ledger/migrations";
import type { Migration } from "../../../src/ledger/migrations/migration";
import { STORES } from "../../../src/ledger/records";
import { createWriter } from "../../../src/ledger/writer";
import { dumpDatabase, type FrozenDatabase, thawDatabase } from "../../fixtures/databases/database";
import { told } from "../../fixtures/databases/fill";
import { expectSound } from "./invariant";
import { capture, shopDay } from "./sample";

const FOLDER = new URL("../../fixtures/databases/", import.meta.url);

interface Frozen extends FrozenDatabase {
  readonly madeBy: string;
  readonly told: Readonly<Record<string, unknown>>;
}
const frozen: readonly Frozen[] = readdirSync(FOLDER)
  .filter((name) => /^v\d+\.json$/.test(name))
  .map((name) => JSON.parse(readFileSync(new URL(name, FOLDER), "utf8")))
  .sort((a: Frozen, b: Frozen) => a.version - b.version);

let thawed = 0;
async function thaw(database: Frozen): Promise<string> {
  thawed += 1;
  const name = `frozen-${database.version}-${thawed}`;
  await thawDatabase(name, database);
  return name;
}

/** The migration, stopped at its `steps`-th change of the schema. */
const stoppedAfter = (migration: Migration, steps: number): Migration => ({
  ...migration,
  up(db, tx) {
    let left = steps;
    const counted = new Proxy(db, {
      get(target, key) {
        const value = Reflect.get(target, key);
        if (typeof value !== "function") return value;
        return (...args: unknown[]) => {
          if (left === 0) throw new Error("stopped");
          left -= 1;
          return value.apply(target, args);
        };
      },
    });
    return migration.up(counted, tx);
  },
});

it("every version has its frozen database", () => {
  expect(frozen.map(({ version }) => version)).toEqual(MIGRATIONS.map(({ version }) => version));
});

describe.each(frozen)("a database of version $version", (database) => {
  it("is opened by this code with all it held, sound, and goes on", async () => {
    const connection = new Connection(await thaw(database));
    const { db } = await connection.open();
    expect([db.version, [...db.objectStoreNames].sort()]).toEqual([MIGRATIONS.length, [...STORES].sort()]);
    expect(await told(openLedger(connection))).toMatchObject(database.told);
    await expectSound(connection);
    expect(await createWriter(connection).keep(shopDay(1), capture("2026-11-23T10:00"))).toBe("new");
    await expectSound(connection);
  });

  const ahead = MIGRATIONS.filter(({ version }) => version > database.version);
  it.each(ahead)("stays as it was when the step to version $version stops anywhere in it", async ({ version }) => {
    let stops = 0;
    for (let steps = 0; ; steps += 1) {
      const name = await thaw(database);
      const before = await dumpDatabase(name);
      const migrations = MIGRATIONS.slice(0, version).map((each) =>
        each.version === version ? stoppedAfter(each, steps) : each,
      );
      const stopped = new Connection(name, migrations);
      const outcome = await stopped.open().catch((error: Error) => error.message);
      await stopped.close();
      if (outcome !== "stopped") break;
      stops += 1;
      expect(await dumpDatabase(name)).toEqual(before);
      const again = new Connection(name);
      expect(await told(openLedger(again))).toMatchObject(database.told);
      await again.close();
    }
    expect(stops).toBeGreaterThan(0);
  });
});
