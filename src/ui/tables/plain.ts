import { isoDay } from "../../ledger/day";
import type { Cell, Column } from "./table";

const SHANGHAI = 8 * 3_600_000;
const DAY = 86_400_000;
/** Day 0 of a spreadsheet, 1899-12-30, in days before 1970. */
const EPOCH = 25_569;

/** Shanghai wall time `YYYY-MM-DD HH:mm:ss` of an instant (ms). */
function wallTime(at: number): string {
  return new Date(at + SHANGHAI).toISOString().slice(0, 19).replace("T", " ");
}

/** A number of the ledger in the unit people read: yuan, per cent as a fraction, days of a spreadsheet. */
export function spreadsheetNumber(kind: Column["kind"], value: number): number {
  if (kind === "fen") return value / 100;
  if (kind === "time") return (value + SHANGHAI) / DAY + EPOCH;
  return value;
}

/** Serial number of `YYYY-MM-DD` in a spreadsheet; null for what is no day. */
export function serialDay(iso: string): number | null {
  const at = Date.parse(`${iso}T00:00:00Z`);
  return Number.isNaN(at) || isoDay(at / DAY) !== iso ? null : at / DAY + EPOCH;
}

/** The same as text, as a CSV shows it. */
export function plainText(kind: Column["kind"], cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "string") return cell;
  switch (kind) {
    case "fen":
      return (cell / 100).toFixed(2);
    case "ratio":
      return `${Number((cell * 100).toPrecision(12))}%`;
    case "time":
      return wallTime(cell);
    default:
      return String(cell);
  }
}
