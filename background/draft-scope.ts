import type { Draft } from "../src/compliance/finding";
import { goodsOfCategory } from "../src/compliance/goods-of-category";
import type { PageKind } from "../src/console/observation";
import type { Ledger } from "../src/ledger/ledger";
import type { ScopeBy, Settings } from "../src/ledger/model";
import type { DraftRow } from "../src/ledger/records";

export type Scope = Pick<Draft, "goods" | "channel" | "account">;
export interface DecidedScope extends Scope {
  readonly scopeBy?: ScopeBy;
}

interface Asked {
  readonly page: PageKind;
  readonly category: string | null;
  /** Nothing but a title is written yet. */
  readonly titled: boolean;
  readonly tab: number;
  /** The draft of the same document so far. */
  readonly before: DraftRow | undefined;
}

/**
 * What a draft is taken for: what the user chose for it while the page stands; else the goods class of the category that
 * the editor shows; else the user's default for the account; else for all.
 */
export async function decideScope(ledger: Ledger, settings: Settings, asked: Asked): Promise<DecidedScope> {
  const { page, category, titled, tab, before } = asked;
  if (before?.scopeBy === "user") {
    const { goods, channel, account } = before;
    return { goods, channel, account, scopeBy: "user" };
  }
  const own = await accountDefault(ledger, page, tab);
  const plain = byPage(page, titled, settings.draft);
  const base: DecidedScope = own ? { ...plain, ...own, scopeBy: "account" } : plain;
  const goods = category === null ? null : goodsOfCategory(category);
  return goods === null ? base : { ...base, goods, scopeBy: "category" };
}

/** A video's text is a caption; goods have a title and are described, whatever the user's default for other copy. */
function byPage(page: PageKind, titled: boolean, scope: Scope): Scope {
  if (page === "post_editor") return { ...scope, channel: "video_caption" };
  if (page !== "goods_editor") return scope;
  return { ...scope, channel: titled || scope.channel === "product_title" ? "product_title" : "product_detail" };
}

/** The default of the account that the tab's page named, or of the only one that the console of the page has. */
async function accountDefault(ledger: Ledger, page: PageKind, tab: number): Promise<Partial<Scope> | null> {
  const notes = await ledger.notes("draft_scope");
  if (notes.length === 0) return null;
  const [owners, sighting] = await Promise.all([ledger.owners(), ledger.latestSighting(tab)]);
  const type = page === "goods_editor" ? "shop" : "account";
  const likely = owners.filter((owner) => owner.type === type);
  const named = likely.find((owner) => owner.name !== null && owner.name === sighting?.account);
  const owner = named ?? (likely.length === 1 ? likely[0] : undefined);
  const note = notes.find(({ id }) => id === owner?.key);
  if (!note) return null;
  const chosen = Object.entries(note.value).filter(([, value]) => value !== null);
  return chosen.length === 0 ? null : (Object.fromEntries(chosen) as Partial<Scope>);
}
