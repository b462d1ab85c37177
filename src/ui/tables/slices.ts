import type { Job } from "./table";

/** How long the page may be held in one go, ms. */
const SLICE_MS = 8;

/** Lets the page run on when a slice is used up, tells how far it got, and stops when the signal says so. */
export function createBreather(job: Job): (rows: number) => Promise<void> | undefined {
  let began = performance.now();
  return (rows) => {
    if (performance.now() - began < SLICE_MS) return undefined;
    job.progress?.(rows);
    return rest().then(() => {
      job.signal?.throwIfAborted();
      began = performance.now();
    });
  };
}

const channel = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

/** One turn of the event loop; a timer would cost 4 ms each time. */
const rest = channel;
