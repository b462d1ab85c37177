import { writeExport } from "../../options/export/write-export";
import { openLedger } from "../../src/ledger/ledger";
import { createWriter } from "../../src/ledger/writer";
import { kpiBoard } from "../../src/ui/data/boards";
import { connect } from "../../src/ui/data/connect";
import { dashboardOf } from "../../src/ui/data/dashboards";
import { DAYS, looksOf, YEAR_END } from "./year";

/** Runs inside a page of the extension, on the browser's own database, with the code that the product runs. */
const NOW = YEAR_END + 3_600_000;

async function write(backs: readonly number[]): Promise<{ readings: number; ms: number }> {
  const connection = connect();
  const writer = createWriter(connection);
  const days = backs.map(looksOf);
  let readings = 0;
  const start = performance.now();
  for (const { at, observation } of days.flat()) {
    await writer.keep(observation, { at, tab: null, reader: "bench" });
    readings += observation.readings.length;
  }
  const ms = performance.now() - start;
  await connection.close();
  return { readings, ms };
}

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const start = performance.now();
  await work();
  return performance.now() - start;
};

async function repeat(runs: number, work: () => Promise<number>): Promise<number[]> {
  const times: number[] = [];
  for (let run = -2; run < runs; run++) {
    const time = await work();
    if (run >= 0) times.push(time);
  }
  return times;
}

/** The longest time between two turns of the page's event loop, ms: what a click would have to wait. */
function watchTurns(): { stop(): number } {
  let [last, longest, isOn] = [performance.now(), 0, true];
  const turn = (): void => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (isOn) setTimeout(turn, 0);
  };
  setTimeout(turn, 0);
  return {
    stop: () => {
      isOn = false;
      return longest;
    },
  };
}

const bench = {
  /** Readings stored. `part` of `parts`, so that no one call takes minutes. */
  fill: async (part: number, parts: number): Promise<number> => {
    const all = Array.from({ length: DAYS }, (_, index) => DAYS - 1 - index);
    const size = Math.ceil(DAYS / parts);
    return (await write(all.slice(part * size, (part + 1) * size))).readings;
  },
  bytes: async (): Promise<number> => (await navigator.storage.estimate()).usage ?? 0,
  open: (runs: number): Promise<number[]> =>
    repeat(runs, async () => {
      const connection = connect();
      const time = await timed(() => connection.open());
      await connection.close();
      return time;
    }),
  /** Ms for ten thousand readings, on days after the year; from the `from`th such days on. */
  write: async (runs: number, from = 0): Promise<number[]> => {
    const times: number[] = [];
    for (let run = from; run < from + runs; run++) {
      const { readings, ms } = await write([-1, -2, -3, -4].map((back) => back - run * 4));
      times.push((ms / readings) * 10_000);
    }
    return times;
  },
  dashboard: async (runs: number, part: "first" | "whole" = "first"): Promise<number[]> => {
    const connection = connect();
    const ledger = openLedger(connection);
    const times = await repeat(runs, () => timed(() => dashboardOf(ledger, null, NOW, part)));
    await connection.close();
    return times;
  },
  /**
   * Every reading as a CSV: how long it takes, the longest the page was held meanwhile, and how long a cancel takes to be
   * heard, ms.
   */
  export: async (): Promise<{ readings: number; ms: number; held: number; cancel: number }> => {
    const connection = connect();
    const ledger = openLedger(connection);
    const watch = watchTurns();
    let readings = 0;
    const start = performance.now();
    await writeExport("csv", ledger.exported("readings", {}), {
      progress: (done) => {
        readings = done;
      },
    });
    const ms = performance.now() - start;
    const held = watch.stop();
    const stop = new AbortController();
    let aborted = 0;
    const cancelled = writeExport("csv", ledger.exported("readings", {}), {
      signal: stop.signal,
      progress: (done) => {
        if (done < 20_000 || stop.signal.aborted) return;
        aborted = performance.now();
        stop.abort();
      },
    });
    await cancelled.catch(() => {});
    const cancel = performance.now() - aborted;
    await connection.close();
    return { readings, ms, held, cancel };
  },
  board: async (runs: number): Promise<number[]> => {
    const connection = connect();
    const ledger = openLedger(connection);
    const times = await repeat(runs, () => timed(() => kpiBoard(ledger, null, NOW)));
    await connection.close();
    return times;
  },
};
export type StoreBench = typeof bench;

Object.assign(globalThis, { pageBench: bench });
