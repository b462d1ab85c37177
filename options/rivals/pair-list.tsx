import type { ReactNode } from "react";
import { pairId, type SamePair } from "../../src/competitors/market/same-goods";
import type { SameGoodsWeek } from "../../src/ui/data/rivals/market";
import { useI18n } from "../../src/ui/i18n/context";
import { intervalText } from "./interval-text";
import { sellerName } from "./names";
import { SaidLine } from "./said-line";
import { useWrite } from "./use-write";

/** Pairs of two sellers' goods that are taken for one thing, each to be confirmed or refused. */
export function PairList({ of, sides }: { of: SameGoodsWeek; sides: readonly [number, number] }): ReactNode {
  const i18n = useI18n();
  const { t } = i18n;
  const { write, said } = useWrite();
  const [a, b] = sides;
  const [ours, theirs] = [of.market.sellers[a], of.market.sellers[b]];
  const pairs = of.pairs.get(a)?.get(b) ?? [];
  if (!ours || !theirs || a === b) return null;
  const titles = new Map([...of.names.values()].map(({ key, name }) => [key, name ?? ""]));
  const numbers = new Map([...of.names.values()].map(({ key, n }) => [key, n]));
  const price = (seller: typeof ours, key: string): string => {
    const goods = seller.goods.goods.find(({ n }) => n === numbers.get(key));
    return intervalText(goods?.price ?? null, "fen", i18n);
  };
  const say = (pair: SamePair, same: boolean): void => {
    const note = { kind: "rival_pair", id: pairId(pair.ours, pair.theirs) } as const;
    const done = t(same ? "pair_confirmed" : "pair_refused");
    void write([{ ...note, fields: { same } }], done, [{ ...note, fields: null }]);
  };
  const name = `${sellerName(ours, t)} × ${sellerName(theirs, t)}`;
  return (
    <>
      <h3>{t("pairs_of", { name })}</h3>
      <p className="soft">
        {t("pairs_count", { n: pairs.length, open: pairs.filter(({ by }) => by === "proposed").length })}
      </p>
      <SaidLine said={said} />
      {pairs.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
        <section className="scroll" aria-label={t("pairs_of", { name })} tabIndex={0}>
          <table className="log pairs">
            <thead>
              <tr>
                <th scope="col">{sellerName(ours, t)}</th>
                <th scope="col">{sellerName(theirs, t)}</th>
                <th scope="col">{t("pair_state")}</th>
              </tr>
            </thead>
            <tbody>
              {pairs.map((pair) => (
                <tr key={pairId(pair.ours, pair.theirs)}>
                  <td>
                    {titles.get(pair.ours)} <span className="soft">{price(ours, pair.ours)}</span>
                  </td>
                  <td>
                    {titles.get(pair.theirs)} <span className="soft">{price(theirs, pair.theirs)}</span>
                  </td>
                  <td>
                    <p className={pair.by === "proposed" ? "care" : ""}>
                      {t(`pair_${pair.by}`)}
                      {pair.by === "proposed" && ` · ${Math.round(pair.likeness * 100)}%`}
                    </p>
                    <div className="actions">
                      {pair.by !== "user" && (
                        <button type="button" className="link-button" onClick={() => say(pair, true)}>
                          {t("pair_same")}
                        </button>
                      )}
                      <button type="button" className="link-button" onClick={() => say(pair, false)}>
                        {t("pair_other")}
                      </button>
                    </div>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </>
  );
}
