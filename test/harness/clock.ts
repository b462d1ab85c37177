/**
 * A function, as text, that moves the clock of the realm it runs in by `offset` ms: `Date` runs on from there. May run
 * again in the same realm. It is text, because a function's own text depends on the compiler that this file went through.
 */
export const MOVE_CLOCK = `(offset) => {
  const Machine = (globalThis.machineDate ??= Date);
  const now = () => Machine.now() + offset;
  globalThis.Date = new Proxy(Machine, {
    construct: (target, args, newTarget) => Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
    apply: () => new Machine(now()).toString(),
    get: (target, key) => (key === "now" ? now : Reflect.get(target, key)),
  });
}`;

/** How far the clock is to be moved to start at `at`, ms; null: the machine's own. */
export const offsetTo = (at: Date | null): number => (at === null ? 0 : at.getTime() - Date.now());

/** A script that has `Date` start at `at` and run on; with null it gives the machine's clock back. */
export const clockScript = (at: Date | null): string => `(${MOVE_CLOCK})(${offsetTo(at)});`;
