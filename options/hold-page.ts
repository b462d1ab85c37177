import { onChanged } from "../src/messaging/changed";

const held = new Set<unknown>();
const ask = (event: BeforeUnloadEvent): void => event.preventDefault();

/** While anything holds the page, such as work that ends with it, the browser asks before it is left. */
export function holdPage(by: unknown, on: boolean): void {
  if (on) held.add(by);
  else held.delete(by);
  if (held.size > 0) addEventListener("beforeunload", ask);
  else removeEventListener("beforeunload", ask);
}

/** A store that locks takes its pages' contents away at once, whatever they hold. To be called before any view listens. */
export function letGoWhenLocked(): void {
  const whenLocked = ({ what, part }: { what: string; part?: number }): void => {
    if (what === "lock" && part === undefined) for (const by of [...held]) holdPage(by, false);
  };
  onChanged(whenLocked, new AbortController().signal);
}
