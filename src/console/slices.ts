/** A slice's length, ms: with its last step, and what the browser clears away meanwhile, it stays below 8. */
const SLICE = 3;

/**
 * Runs `steps` a few ms at a time, with the page's own work in between. Null once `stop` says so between two slices.
 * `cost` is main-thread time, ms.
 */
export async function inSlices<T>(
  steps: Generator<void, T, void>,
  stop: () => boolean,
): Promise<{ readonly value: T | null; readonly cost: number }> {
  let cost = 0;
  for (;;) {
    const start = performance.now();
    let step = steps.next();
    while (!step.done && performance.now() - start < SLICE) step = steps.next();
    cost += performance.now() - start;
    if (step.done) return { value: step.value, cost };
    await breathe();
    if (stop()) return { value: null, cost };
  }
}

/** Lets the page's own work go first. */
function breathe(): Promise<void> {
  const scheduler = (globalThis as { scheduler?: { yield?: () => Promise<void> } }).scheduler;
  return scheduler?.yield ? scheduler.yield() : new Promise((resolve) => setTimeout(resolve, 0));
}
