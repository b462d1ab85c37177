import { isOfOthers } from "./account-others";
import { ownerInTitle, placedNames } from "./account-placed";
import { statedNames } from "./account-stated";
import { HEADING, type Layout } from "./layout";
import type { EntityType, PageKind } from "./observation";
import { thingIn } from "./one-thing";
import { Shell } from "./shell";
import { isOwnerType, ownerOn } from "./subject";

/** Whose console this is; the page says at least one of the two. */
export interface Account {
  readonly id: string | null;
  readonly name: string | null;
}

/**
 * How a page tells whose it is, from the surest on. `self`: in so many words (当前店铺, 切换账号). `words`: a 店铺 or 视频号
 * line, or an id. `greeted`: 早上好，…, which may be said to who looks after it. `place`: where a shell names its user, called so by the page's own classes. `standing`:
 * before 已认证 or 旗舰店. `picture`: beside an avatar in the shell. `head`: beside one over the figures, or a heading over
 * the followers. `other`: words of the shop on an account's page, and the other way round. `alone`: the only text of a
 * bar or its end that is nothing else. `person`: greeted, and
 * called as people are, who may only look after it: 早上好，周小满.
 */
const EVIDENCE = [
  "self",
  "words",
  "greeted",
  "place",
  "standing",
  "picture",
  "head",
  "other",
  "alone",
  "person",
] as const;
export type Evidence = (typeof EVIDENCE)[number];

/** What may be the name of whose console it is. */
export interface Claim {
  readonly el: Element;
  readonly account: Account;
  readonly by: Evidence;
}

/** Evidence by place, of which two that differ say nothing. */
const UNIQUE: readonly Evidence[] = ["place", "standing", "picture", "head", "alone"];

/**
 * Whose console this is, by the surest evidence that the page has; on pages of the owner's own figures else by what the
 * document is called. Null where neither says it, or where the evidence is torn. `about`: what the page's own figures are of.
 * `ofRival`: they are of another shop.
 */
export function* accountOn(
  layout: Layout,
  url: URL,
  page: PageKind,
  about: EntityType | null,
  ofRival: boolean,
): Generator<void, Account | null, void> {
  const owner = !ofRival && isOwnerType(about) ? about : null;
  const shell = new Shell(layout, !about || owner !== null);
  const isOfOthers = ofRival || page === "talent_square" || page === "talent_detail";
  return (
    (yield* accountNamed(layout, shell, owner ?? ownerOn(url.host), isOfOthers)) ??
    (owner && accountInTitle(layout, url))
  );
}

/** On one thing's page the document is called after the thing. */
function accountInTitle({ sheet }: Layout, url: URL): Account | null {
  const [doc] = sheet.roots;
  const name = thingIn(url)[0] === null ? ownerInTitle((doc as Document).title) : null;
  return name === null ? null : { id: null, name };
}

/**
 * `owner`: what a name is wanted of, where the page names both. `others`: the page is about other accounts, whose ids,
 * headings and avatars are theirs; only its bars speak of the user.
 */
function* accountNamed(
  layout: Layout,
  shell: Shell,
  owner: "shop" | "account",
  others: boolean,
): Generator<void, Account | null, void> {
  const isStatedOnTop = ({ by, el }: Claim): boolean => (by === "words" || by === "other") && shell.holdsOnTop(el);
  const claims: Claim[] = [];
  for (const find of [statedNames, placedNames]) {
    for (const claim of find(layout, shell, owner)) {
      if (claim === null) yield;
      else if (claim.by === "self") return claim.account;
      else if (isOfOthers(layout, claim.el, claim.by === "words" || claim.by === "other")) continue;
      else if (others && claim.el.closest(HEADING)) continue;
      else if (!others || shell.holds(claim.el) || isStatedOnTop(claim)) claims.push(claim);
    }
    // Nothing in its place is surer than words.
    const words = claims.find(({ by }) => by === "words") ?? claims.find(({ by }) => by === "greeted");
    if (words) return words.account;
  }
  // What the shell names is the user; on the page itself others are named too.
  const inShell = claims.filter(({ by, el }) => by !== "other" && shell.holds(el));
  return surest(inShell) ?? surest(claims.filter((claim) => !inShell.includes(claim)));
}

function surest(claims: readonly Claim[]): Account | null {
  for (const evidence of EVIDENCE) {
    const [first, ...more] = claims.filter(({ by }) => by === evidence);
    const torn = UNIQUE.includes(evidence) && more.some(({ account }) => account.name !== first?.account.name);
    if (first && !torn) return first.account;
  }
  return null;
}
