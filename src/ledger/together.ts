import type { PortableSnapshot } from "./portable";

/** One content seen on two machines: first when either saw it first, last when either saw it last. */
export function together<T extends PortableSnapshot["snapshot"]>(own: T, other: PortableSnapshot["snapshot"]): T {
  return {
    ...own,
    firstSeen: Math.min(own.firstSeen, other.firstSeen),
    lastSeen: Math.max(own.lastSeen, other.lastSeen),
    state: own.state === "ok" ? "ok" : other.state,
    complete: own.complete || other.complete,
  };
}
