import type { Draft, Finding } from "../src/compliance/finding";
import type { SwitchedOff } from "../src/compliance/time-limit";
import type { PackVersion } from "../src/operations/reviews/entry";

interface Session {
  update(draft: Draft): readonly Finding[];
}
export interface DraftChecker {
  session(): Session;
  switchedOff(): readonly SwitchedOff[];
  /** The packs that it was built from. */
  readonly packs: readonly PackVersion[];
}

/**
 * Checks drafts, one session a tab, so that a pause costs the sentences that changed. Sessions live as long as the
 * worker; a new worker checks the whole text once and goes on.
 */
export class DraftDesk {
  readonly #sessions = new Map<number, Session>();
  #checker: Promise<DraftChecker> | null = null;

  constructor(private readonly load: () => Promise<DraftChecker>) {}

  /** With the ids of the rules that were too slow and are not asked any more. */
  async check(
    tab: number,
    draft: Draft,
  ): Promise<{ readonly findings: readonly Finding[]; readonly switchedOff: readonly string[] }> {
    const checker = await this.#current();
    const session = this.#sessions.get(tab) ?? checker.session();
    this.#sessions.set(tab, session);
    const findings = session.update(draft);
    return { findings, switchedOff: checker.switchedOff().map(({ rule }) => rule) };
  }

  /** Checks a text that is nobody's draft, with the packs that it was checked by. */
  async examine(draft: Draft): Promise<{ findings: readonly Finding[]; packs: readonly PackVersion[] }> {
    const checker = await this.#current();
    return { findings: checker.session().update(draft), packs: checker.packs };
  }

  /** Not one that was begun under rules that have changed meanwhile. */
  async #current(): Promise<DraftChecker> {
    for (;;) {
      this.#checker ??= this.load();
      const begun = this.#checker;
      try {
        const checker = await begun;
        if (begun === this.#checker) return checker;
      } catch (error) {
        if (begun === this.#checker) this.#checker = null;
        throw error;
      }
    }
  }

  forget(tab: number): void {
    this.#sessions.delete(tab);
  }

  /** The rules have changed: the next check builds the checker anew. */
  reload(): void {
    this.#checker = null;
    this.#sessions.clear();
  }
}
