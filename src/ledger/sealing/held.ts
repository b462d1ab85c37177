/**
 * Keeps a transaction open while something other than the database is waited for, as sealing is: a transaction ends as
 * soon as nothing is asked of it, so it is asked for nothing in particular until what is waited for is there, and the
 * result is handed over within the answer, where the transaction can be asked again.
 */
export class Held {
  #waiting: Waiter[] = [];
  #last: Promise<unknown> | null = null;
  #queued = 0;
  #isAsking = false;

  constructor(
    private readonly tx: IDBTransaction,
    private readonly store: IDBObjectStore,
  ) {}

  /** To be called while the transaction can be asked. Rejects as `work` does, or when the transaction ends before. */
  until<T>(work: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const waiter: Waiter = { settle: null, reject };
      work.then(
        (value) => {
          waiter.settle = () => resolve(value);
        },
        (error) => {
          waiter.settle = () => reject(error);
        },
      );
      this.#waiting.push(waiter);
      if (!this.#isAsking) this.#ask();
    });
  }

  /** Asks in the order of the calls, each once what it needs is there. `needs` null: nothing. */
  inTurn<N, T>(needs: Promise<N> | null, ask: (needed: N | null) => Promise<T>): Promise<T> {
    if (needs === null && this.#queued === 0) return ask(null);
    this.#queued += 1;
    const ready = needs && this.until(needs);
    ready?.catch(() => {});
    const last = this.#last;
    const asked = (async () => {
      await last;
      try {
        const needed = await ready;
        // In a box, so that the next is asked before this is answered.
        return { answer: ask(needed) };
      } finally {
        this.#queued -= 1;
      }
    })();
    this.#last = asked.catch(() => {});
    return asked.then(({ answer }) => answer);
  }

  #ask(): void {
    this.#isAsking = true;
    try {
      const request = this.store.get(NOBODY);
      request.onsuccess = () => {
        const ready = this.#waiting.filter(({ settle }) => settle !== null);
        this.#waiting = this.#waiting.filter(({ settle }) => settle === null);
        this.#isAsking = false;
        if (this.#waiting.length > 0) this.#ask();
        for (const { settle } of ready) settle?.();
      };
      request.onerror = () => this.#fail(this.tx.error ?? request.error);
    } catch (error) {
      this.#fail(this.tx.error ?? error);
    }
  }

  #fail(error: unknown): void {
    this.#isAsking = false;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const { reject } of waiting) reject(error);
  }
}

interface Waiter {
  settle: (() => void) | null;
  readonly reject: (error: unknown) => void;
}

/** A key that no row has. */
const NOBODY = -1;
