/** A slice's length, ms: with its last step, and what the browser clears away meanwhile, it stays below 8. */
const SLICE = 2;

/**
 * Runs `steps` a few ms at a time, with the page's own work before and in between. Null once `stop` says so before a
 * slice. `cost` is main-thread time, ms.
 */
export async function inSlices<T>(
  steps: Generator<void, T, void>,
  stop: () => boolean,
): Promise<{ readonly value: T | null; readonly cost: number }> {
  let cost = 0;
  for (;;) {
    await breathe();
    if (stop()) return { value: null, cost };
    const start = performance.now();
    let step = steps.next();
    while (!step.done && performance.now() - start < SLICE) step = steps.next();
    cost += performance.now() - start;
    if (step.done) return { value: step.value, cost };
  }
}

/** Of what is small: all of `steps` in one go. */
export function atOnce<T>(steps: Generator<void, T, void>): T {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** Lets the page's own work go first. */
function breathe(): Promise<void> {
  const scheduler = (globalThis as { scheduler?: { yield?: () => Promise<void> } }).scheduler;
  return scheduler?.yield ? scheduler.yield() : new Promise((resolve) => setTimeout(resolve, 0));
}
