import type { Draft, Finding } from "../src/compliance/finding";
import type { PageKind } from "../src/console/observation";
import type { Settings } from "../src/ledger/model";
import type { DraftRow } from "../src/ledger/records";

export type Scope = Pick<Draft, "goods" | "channel" | "account">;

interface Session {
  update(draft: Draft): readonly Finding[];
}
export interface DraftChecker {
  session(): Session;
}

/**
 * Checks drafts, one session a tab, so that a pause costs the sentences that changed. Sessions live as long as the
 * worker; a new worker checks the whole text once and goes on.
 */
export class DraftDesk {
  readonly #sessions = new Map<number, Session>();
  #checker: Promise<DraftChecker> | null = null;

  constructor(private readonly load: () => Promise<DraftChecker>) {}

  async check(tab: number, draft: Draft): Promise<readonly Finding[]> {
    this.#checker ??= this.load().catch((error) => {
      this.#checker = null;
      throw error;
    });
    const checker = await this.#checker;
    const session = this.#sessions.get(tab) ?? checker.session();
    this.#sessions.set(tab, session);
    return session.update(draft);
  }

  forget(tab: number): void {
    this.#sessions.delete(tab);
  }

  forgetAll(): void {
    this.#sessions.clear();
  }
}

/**
 * What the draft is taken to be: what the user chose for it while the page stands; else a video's text is a caption and
 * goods are described, whatever the user's default for other copy.
 */
export function scopeOf(page: PageKind, settings: Settings, before: DraftRow | undefined): Scope {
  if (before !== undefined) return { goods: before.goods, channel: before.channel, account: before.account };
  if (page === "post_editor") return { ...settings.draft, channel: "video_caption" };
  if (page === "goods_editor" && settings.draft.channel !== "product_title") {
    return { ...settings.draft, channel: "product_detail" };
  }
  return settings.draft;
}
