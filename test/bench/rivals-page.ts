import { weeksUntil } from "../../src/competitors/week-board";
import { Connection } from "../../src/ledger/connection";
import { openLedger } from "../../src/ledger/ledger";
import type { LedgerReader } from "../../src/ledger/reader";
import { createWriter } from "../../src/ledger/writer";
import { shanghaiDay } from "../../src/metrics/calendar";
import {
  bandsOf,
  marketWeeks,
  overlapByWeek,
  overlaps,
  priceWeeks,
  sameGoodsWeek,
} from "../../src/ui/data/rivals/market";
import { type RivalSize, rivalKeys, rivalLooks } from "../fixtures/ui/rival-looks";

/** Runs inside a page of the extension, on the browser's own database, with the code that the product runs. */

/** Readings stored of one week of the made-up market. */
async function fill(size: RivalSize, week: number): Promise<number> {
  const connection = new Connection();
  const writer = createWriter(connection);
  const looks = rivalLooks(size);
  const part = Math.ceil(looks.length / size.weeks);
  let readings = 0;
  for (const { at, tab, observation } of looks.slice(week * part, (week + 1) * part)) {
    await writer.keep(observation, { at, tab, reader: "bench" });
    readings += observation.readings.length;
  }
  if (week === size.weeks - 1)
    await writer.putNotes(
      rivalKeys(size.rivals).map((key, order) => ({ kind: "rival", id: key, fields: { entity: key, order } })),
      size.until,
    );
  await connection.close();
  return readings;
}

const WEEKS = 12;

/** Every matrix of the workspace, from the store to its numbers. */
const MATRICES = {
  price: async (ledger: LedgerReader, weeks: readonly string[]): Promise<number> => {
    const [market] = await marketWeeks(ledger, weeks.slice(-1));
    return market ? overlaps(market, bandsOf(market, [])).length : 0;
  },
  same: async (ledger: LedgerReader, weeks: readonly string[]): Promise<number> => {
    const [market] = await marketWeeks(ledger, weeks.slice(-1));
    return market ? (await sameGoodsWeek(ledger, market, new Map())).jaccard.length : 0;
  },
  weeks: async (ledger: LedgerReader, weeks: readonly string[]): Promise<number> => {
    const found = await priceWeeks(ledger, weeks);
    return found ? overlapByWeek(found, bandsOf(found.market, [])).length : 0;
  },
};

/** Ms for a matrix, `runs` times after one that does not count. */
async function matrix(name: keyof typeof MATRICES, until: number, runs: number): Promise<number[]> {
  const connection = new Connection();
  const ledger = openLedger(connection);
  const weeks = weeksUntil(shanghaiDay(until), WEEKS);
  const times: number[] = [];
  for (let run = -1; run < runs; run++) {
    const start = performance.now();
    if ((await MATRICES[name](ledger, weeks)) === 0) throw new Error(`the matrix ${name} is empty`);
    if (run >= 0) times.push(performance.now() - start);
  }
  await connection.close();
  return times;
}

const bench = { fill, matrix };
export type RivalsBench = typeof bench;

Object.assign(globalThis, { pageBench: bench });
