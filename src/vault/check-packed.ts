import type { PortableSnapshot } from "../ledger/portable";
import { VaultError } from "./errors";

const EVER = 100_000;

/** Readings as they are packed (src/ledger/records.ts), looked through by hand: they are most of an archive. Throws `bad_row`. */
export function checkPacked({ snapshot, readings }: PortableSnapshot): void {
  const { metrics, periods, entities, rows } = readings;
  const isRight =
    entities.length % 4 === 0 &&
    rows.length % 4 === 0 &&
    rows.length / 4 === snapshot.readingCount &&
    periods.every(
      (each) => each === null || (each[0] <= each[1] && Math.abs(each[0]) < EVER && Math.abs(each[1]) < EVER),
    ) &&
    shownRight(entities) &&
    rowsRight(rows, [entities.length / 4, metrics.length, periods.length]);
  if (!isRight) throw new VaultError("bad_row", "snapshots: readings that do not fit together");
}

function shownRight(entities: readonly number[]): boolean {
  for (let at = 0; at < entities.length; at += 4) {
    const [n = 0, name = 0, id = 0, owner = 0] = entities.slice(at, at + 4);
    if (n < 1 || name < -2 || (id !== 0 && id !== 1) || owner < -1 || owner >= entities.length / 4) return false;
  }
  return true;
}

function rowsRight(rows: readonly unknown[], limits: readonly [number, number, number]): boolean {
  for (let at = 0; at < rows.length; at += 4) {
    for (let part = 0; part < 3; part += 1) {
      const index = rows[at + part];
      if (typeof index !== "number" || !Number.isInteger(index) || index < 0 || index >= (limits[part] ?? 0))
        return false;
    }
    if (!isPackedValue(rows[at + 3])) return false;
  }
  return true;
}

function isPackedValue(value: unknown): boolean {
  if (typeof value === "number") return Number.isFinite(value);
  if (typeof value === "string") return value.length > 0 && value.length <= 2_000;
  if (!Array.isArray(value)) return false;
  const isEnd = (each: unknown): boolean => each === null || (typeof each === "number" && Number.isFinite(each));
  if (value.length === 2) return typeof value[0] === "number" && typeof value[1] === "number" && value.every(isEnd);
  return value.length === 3 && value[2] === 0 && value.every(isEnd);
}
