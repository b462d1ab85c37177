import type { TimelineEvent } from "../../src/ui/data/rivals/changes";

/** Events of one kind that are drawn as one mark. */
export interface Heap {
  /** Number of the day that they are drawn at. */
  readonly day: number;
  readonly kind: TimelineEvent["kind"];
  readonly events: TimelineEvent[];
}

/** Events together by kind and by the day that `place` puts theirs at. */
export function heapsOf(events: readonly TimelineEvent[], place: (day: string) => number): readonly Heap[] {
  const found = new Map<string, Heap>();
  for (const event of events) {
    const day = place(event.day);
    const key = `${day} ${event.kind}`;
    const heap = found.get(key) ?? { day, kind: event.kind, events: [] };
    heap.events.push(event);
    found.set(key, heap);
  }
  return [...found.values()];
}
