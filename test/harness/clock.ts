/**
 * A script that moves the clock of the realm it runs in: `Date` starts at `at` and runs on. With null it gives the
 * machine's clock back. May run again in the same realm. It is text, because a function's own text depends on the
 * compiler that this file went through.
 */
export function clockScript(at: Date | null): string {
  const offset = at === null ? 0 : at.getTime() - Date.now();
  return `(() => {
    const Machine = (globalThis.machineDate ??= Date);
    const now = () => Machine.now() + ${offset};
    globalThis.Date = new Proxy(Machine, {
      construct: (target, args, newTarget) => Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
      apply: () => new Machine(now()).toString(),
      get: (target, key) => (key === "now" ? now : Reflect.get(target, key)),
    });
  })();`;
}
