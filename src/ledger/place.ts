import { cellsOf } from "./aggregate";
import { samePeriod } from "./pack";
import {
  type Cell,
  type DayRow,
  dayKey,
  type LatestCell,
  type LatestRow,
  type PackedPeriod,
  type ReadingsRow,
} from "./records";

/** When a snapshot was last seen, and its id: of two of one instant the same one holds on every machine. */
export type Order = readonly [lastSeen: number, id: string];
export type OrderOf = (snapshot: number) => Order;

const isAfter = (a: Order, b: Order): boolean => a[0] > b[0] || (a[0] === b[0] && a[1] >= b[1]);

/**
 * Aggregates that take snapshots in any order: the same as a recount in the order of time. What is touched is loaded
 * first and written after.
 */
export class Places {
  readonly days = new Map<number, DayRow>();
  readonly latest = new Map<number, LatestRow>();

  constructor(private readonly orderOf: OrderOf) {}

  /** Adds a snapshot's readings, captured on `day`, seen last at `at`. */
  add(readings: ReadingsRow, day: number, at: number): void {
    for (const [n, cells] of cellsOf(readings)) {
      const latest = this.latest.get(n) ?? { n, lastSeen: at, cells: [] };
      this.latest.set(n, {
        ...latest,
        lastSeen: Math.max(latest.lastSeen, at),
        cells: this.#newest(latest, cells, day),
      });
      if (cells.length === 0) continue;
      const key = dayKey(n, day);
      this.days.set(key, { day, cells: this.#ofDay(this.days.get(key)?.cells ?? [], cells) });
    }
  }

  #ofDay(held: readonly Cell[], cells: readonly Cell[]): readonly Cell[] {
    const merged = [...held];
    for (const cell of cells) {
      const at = merged.findIndex((old) => old[0] === cell[0] && samePeriod(old[1], cell[1]));
      const old = merged[at];
      if (old === undefined) merged.push(cell);
      else if (this.#holds(cell, old)) merged[at] = cell;
    }
    return merged;
  }

  #newest({ cells: held }: LatestRow, cells: readonly Cell[], day: number): readonly LatestCell[] {
    const merged = [...held];
    for (const cell of cells) {
      const fresh: LatestCell = [...cell, day];
      const at = merged.findIndex((old) => old[0] === cell[0] && lengthOf(old[1]) === lengthOf(cell[1]));
      const old = merged[at];
      if (old === undefined) merged.push(fresh);
      else if (this.#isNewer(fresh, old)) merged[at] = fresh;
    }
    return merged;
  }

  #isNewer(a: LatestCell, b: LatestCell): boolean {
    const byEnd = (a[1]?.[1] ?? a[4]) - (b[1]?.[1] ?? b[4]);
    if (byEnd !== 0) return byEnd > 0;
    return a[4] === b[4] ? this.#holds(a, b) : a[4] > b[4];
  }

  #holds(a: Cell | LatestCell, b: Cell | LatestCell): boolean {
    return a[3] === b[3] || isAfter(this.orderOf(a[3]), this.orderOf(b[3]));
  }
}

const lengthOf = (period: PackedPeriod): number => (period === null ? 0 : period[1] - period[0] + 1);
