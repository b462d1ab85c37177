/** A sender may send `burst` messages at once and `perSecond` on end; what is more is answered `busy`. */
export interface Rate {
  readonly burst: number;
  readonly perSecond: number;
}

export const RATE: Rate = { burst: 60, perSecond: 20 };

/** Counts per sender, forgetting those that have been quiet long enough to start afresh. */
export class Limiter {
  readonly #spent = new Map<string, { readonly spent: number; readonly at: number }>();

  constructor(
    private readonly rate: Rate,
    private readonly now: () => number,
  ) {}

  allows(sender: string): boolean {
    const now = this.now();
    const spent = this.#left(this.#spent.get(sender), now);
    if (spent + 1 > this.rate.burst) return false;
    if (this.#spent.size > 1_000) this.#forget(now);
    this.#spent.set(sender, { spent: spent + 1, at: now });
    return true;
  }

  #left(state: { readonly spent: number; readonly at: number } | undefined, now: number): number {
    if (state === undefined) return 0;
    const seconds = Math.max(0, now - state.at) / 1_000;
    return Math.max(0, state.spent - seconds * this.rate.perSecond);
  }

  #forget(now: number): void {
    for (const [sender, state] of this.#spent) if (this.#left(state, now) === 0) this.#spent.delete(sender);
  }
}
