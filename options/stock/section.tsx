import "../dashboard/dashboard.css";
import "./stock.css";
import { type ReactNode, useMemo, useState } from "react";
import { findAssumption, isAssumable } from "../../src/metrics/assumptions";
import type { StockState } from "../../src/metrics/stock-board";
import { ConsoleLink } from "../../src/ui/components/console-links";
import { Empty } from "../../src/ui/components/empty";
import { FindField, matches } from "../../src/ui/components/find-field";
import { Select } from "../../src/ui/components/select";
import { Trouble } from "../../src/ui/components/trouble";
import { useNotes, useOwners } from "../../src/ui/data/queries";
import { useSource } from "../../src/ui/data/source";
import { stockOf } from "../../src/ui/data/stock";
import { useAsk } from "../../src/ui/data/use-ask";
import { useI18n } from "../../src/ui/i18n/context";
import { NumberField } from "../dashboard/number-field";
import { usePutNotes } from "../use-put-notes";
import { saveStock } from "./stock-file";
import { StockTable } from "./stock-table";

const PLANNED = ["lead_days", "service_factor"] as const;
const STATES: readonly StockState[] = ["short", "slow", "steady", "unknown"];
const ALL = "all";

/** The own goods: how long the stock lasts, when to order, what does not sell. */
export default function StockSection(): ReactNode {
  const i18n = useI18n();
  const { t, language } = i18n;
  const source = useSource();
  const shops = (useOwners().data ?? []).filter(({ type }) => type === "shop");
  const [chosen, setChosen] = useState<string | null>(null);
  const [state, setState] = useState<StockState | typeof ALL>(ALL);
  const [find, setFind] = useState<string | null>(null);
  const shop = shops.find(({ key }) => key === chosen) ?? shops[0] ?? null;
  const assumed = useNotes("assumption").data?.find(({ id }) => id === shop?.key)?.value ?? {};
  const { put, failure } = usePutNotes();
  const { data, error, refetch } = useAsk({
    queryKey: ["dashboard", "stock", shop?.key, assumed.lead_days, assumed.service_factor],
    queryFn: async () => stockOf(await source.reader(), shop?.key ?? null, assumed, Date.now()),
  });
  const rows = useMemo(
    () => (data ?? []).filter((row) => (state === ALL || row.state === state) && matches(find ?? "", row.name)),
    [data, state, find],
  );
  if (error) return <Trouble error={error} onRetry={refetch} />;
  if (!data) return null;
  if (data.length === 0)
    return (
      <Empty title={t("stock_empty")}>
        <p className="soft">{t("stock_empty_hint")}</p>
        <p className="links">
          <ConsoleLink host="store.weixin.qq.com" />
        </p>
      </Empty>
    );
  const count = (each: StockState): number => data.filter((row) => row.state === each).length;
  return (
    <>
      <p className="soft">{t("stock_hint")}</p>
      <div className="toolbar">
        {shops.length > 1 && (
          <Select
            label={t("account_switch")}
            value={shop?.key ?? ""}
            options={shops.map(({ key, name }) => ({ value: key, label: name ?? t("name_unknown") }))}
            onChange={setChosen}
          />
        )}
        <Select
          label={t("stock_state")}
          value={state}
          options={[
            { value: ALL, label: t("stock_all", { n: data.length }) },
            ...STATES.map((each) => ({ value: each, label: `${t(`stock_state_${each}`)} ${count(each)}` })),
          ]}
          onChange={setState}
        />
        <FindField value={find} onChange={setFind} />
        <button type="button" className="button" onClick={() => void saveStock(rows, i18n)}>
          XLSX
        </button>
      </div>
      {shop && (
        <div className="assumption-fields">
          {PLANNED.flatMap((id) => {
            const each = findAssumption(id);
            return each === null ? (
              []
            ) : (
              <NumberField
                key={id}
                label={each.name[language === "en" ? "en" : "zh"]}
                unit={each.unit}
                value={assumed[id] ?? null}
                usual={each.usual}
                accepts={(value) => isAssumable(each, value)}
                onSave={(value) => void put([{ kind: "assumption", id: shop.key, fields: { [id]: value } }])}
              />
            );
          })}
        </div>
      )}
      <p role="alert" className={failure ? "notice" : ""}>
        {failure}
      </p>
      <StockTable rows={rows} />
    </>
  );
}
