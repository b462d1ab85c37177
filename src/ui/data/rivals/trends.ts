import { type CategoryGrowth, categoryGrowth, type FormShare, formShare } from "../../../competitors/categories";
import { type WordTrend, wordTrends } from "../../../competitors/market/keywords";
import { titleOf } from "../../../competitors/market/seller-goods";
import { type RankLine, tierRanks } from "../../../competitors/tier-ranks";
import { weekSpan } from "../../../competitors/week-board";
import type { LedgerReader } from "../../../ledger/reader";
import { type KnownRival, known, ownReadings } from "./files";
import { marketWeeks } from "./market";

/** Places of the rivals by a metric in each week. */
export async function ranksOf(
  ledger: LedgerReader,
  metric: string,
  weeks: readonly string[],
): Promise<{ readonly rivals: readonly KnownRival[]; readonly lines: readonly RankLine[] }> {
  const rivals = known(await ledger.rivals());
  const since = weekSpan(weeks[0] ?? "").monday;
  const own = await Promise.all(rivals.map((rival) => ownReadings(ledger, rival, since)));
  return { rivals, lines: tierRanks(own, metric, weeks) };
}

export interface ContentWatch {
  readonly categories: readonly CategoryGrowth[];
  readonly forms: readonly { readonly rival: KnownRival; readonly share: FormShare | null }[];
  readonly words: readonly WordTrend[];
}

const WORDS = 40;

/** Categories, forms and words of titles: the last of the weeks against the first. */
export async function contentWatch(ledger: LedgerReader, weeks: readonly string[]): Promise<ContentWatch> {
  const [first = "", last = ""] = [weeks[0], weeks.at(-1)];
  const [from, to] = [weekSpan(first).sunday, weekSpan(last).sunday];
  const rivals = known(await ledger.rivals());
  const own = await Promise.all(rivals.map((rival) => ownReadings(ledger, rival)));
  const [before, now] = await marketWeeks(ledger, [first, last]);
  const numbers = [before, now].flatMap(
    (market) => market?.sellers.flatMap(({ goods }) => goods.goods.map(({ n }) => n)) ?? [],
  );
  const names = await ledger.names(numbers);
  const titles = (market: typeof now, isOurs: boolean): string[] =>
    (market?.sellers ?? [])
      .filter(({ rival }) => (rival === null) === isOurs)
      .flatMap(({ goods }) => goods.goods.map(({ n }) => titleOf(names, n)).filter((title) => title !== ""));
  return {
    categories: categoryGrowth(own, from, to),
    forms: rivals.map((rival, at) => ({ rival, share: formShare(own[at] ?? [], from, to) })),
    words: wordTrends(
      { ours: titles(now, true), theirs: titles(now, false), theirsBefore: titles(before, false) },
      WORDS,
    ),
  };
}
