import type { ReactNode } from "react";
import { pairId, type SamePair } from "../../src/competitors/market/same-goods";
import { DataTable } from "../../src/ui/components/data-table";
import type { SameGoodsWeek, Seller } from "../../src/ui/data/rivals/market";
import { StatusLine } from "../../src/ui/desk/status-line";
import { useI18n } from "../../src/ui/i18n/context";
import { intervalText } from "./interval-text";
import { sellerName } from "./names";
import { useWrite } from "./use-write";

/** Pairs of two sellers' goods that are taken for one thing, each to be confirmed or refused. */
export function PairList({ of, sides }: { of: SameGoodsWeek; sides: readonly [number, number] }): ReactNode {
  const i18n = useI18n();
  const { t } = i18n;
  const { write, status } = useWrite();
  const [a, b] = sides;
  const [ours, theirs] = [of.market.sellers[a], of.market.sellers[b]];
  const pairs = of.pairs.between(a, b);
  if (!ours || !theirs || a === b) return null;
  const things = new Map([...of.names.values()].map((thing) => [thing.key, thing]));
  const goods = (seller: Seller, key: string): ReactNode => {
    const thing = things.get(key);
    const price = seller.goods.goods.find(({ n }) => n === thing?.n)?.price ?? null;
    return (
      <>
        {thing?.name} <span className="soft">{intervalText(price, "fen", i18n)}</span>
      </>
    );
  };
  const judge = (pair: SamePair, same: boolean): void => {
    const note = { kind: "rival_pair", id: pairId(pair.ours, pair.theirs) } as const;
    const done = t(same ? "pair_confirmed" : "pair_refused");
    void write([{ ...note, fields: { same } }], done, [{ ...note, fields: null }]);
  };
  const title = t("pairs_of", { name: `${sellerName(ours, t)} × ${sellerName(theirs, t)}` });
  return (
    <>
      <h3>{title}</h3>
      <p className="soft">
        {t("pairs_count", { n: pairs.length, open: pairs.filter(({ by }) => by === "proposed").length })}
      </p>
      <StatusLine status={status} />
      {pairs.length > 0 && (
        <DataTable
          name={title}
          columns={[{ title: sellerName(ours, t) }, { title: sellerName(theirs, t) }, { title: t("pair_state") }]}
          rows={pairs.map((pair) => ({
            key: pairId(pair.ours, pair.theirs),
            cells: [
              goods(ours, pair.ours),
              goods(theirs, pair.theirs),
              <Verdict key="verdict" pair={pair} onVerdict={(same) => judge(pair, same)} />,
            ],
          }))}
        />
      )}
    </>
  );
}

function Verdict({ pair, onVerdict }: { pair: SamePair; onVerdict: (same: boolean) => void }): ReactNode {
  const { t } = useI18n();
  return (
    <div className="verdict">
      <span className={pair.by === "proposed" ? "care" : ""}>
        {t(`pair_${pair.by}`)}
        {pair.by === "proposed" && ` · ${Math.round(pair.likeness * 100)}%`}
      </span>
      {pair.by !== "user" && (
        <button type="button" className="text-button" onClick={() => onVerdict(true)}>
          {t("pair_same")}
        </button>
      )}
      <button type="button" className="text-button" onClick={() => onVerdict(false)}>
        {t("pair_other")}
      </button>
    </div>
  );
}
