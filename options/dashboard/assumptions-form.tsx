import type { ReactNode } from "react";
import { ASSUMPTIONS, type Assumption, assume, isAssumable } from "../../src/metrics/assumptions";
import { evaluate, FORMULAS } from "../../src/metrics/formulas";
import { useNotes } from "../../src/ui/data/queries";
import { useI18n } from "../../src/ui/i18n/context";
import { usePutNotes } from "../use-put-notes";
import { NumberField } from "./number-field";

/** What LTV, CPA and stock figures need and no page shows. Kept for each shop, each change on its own. */
export function AssumptionsForm({ shop }: { shop: string }): ReactNode {
  const { t, format, language } = useI18n();
  const assumed = useNotes("assumption").data?.find(({ id }) => id === shop)?.value ?? {};
  const { put, failure } = usePutNotes();
  const save = ({ id }: Assumption, value: number | null): void => {
    void put([{ kind: "assumption", id: shop, fields: { [id]: value } }]);
  };
  const [spend, buyers] = [assume(assumed, "promotion_spend"), assume(assumed, "new_buyer_count")];
  const formula = FORMULAS.find(({ metric }) => metric === "cpa");
  const cpa =
    formula && spend !== null && buyers !== null
      ? evaluate(
          formula,
          new Map([
            ["promotion_spend", { precision: "exact" as const, value: spend }],
            ["new_buyer_count", { precision: "exact" as const, value: buyers }],
          ]),
        )
      : null;
  return (
    <form className="assumptions" onSubmit={(event) => event.preventDefault()}>
      <h4>{t("assumptions")}</h4>
      <p className="soft">{t("assumptions_hint")}</p>
      <div className="assumption-fields">
        {ASSUMPTIONS.map((each) => (
          <NumberField
            key={each.id}
            label={each.name[language === "en" ? "en" : "zh"]}
            unit={each.unit}
            value={assumed[each.id] ?? null}
            usual={each.usual}
            accepts={(value) => isAssumable(each, value)}
            onSave={(value) => save(each, value)}
          />
        ))}
      </div>
      {cpa && <p>{t("cpa_typed", { value: format.value(cpa, "fen").text })}</p>}
      <p role="alert" className={failure ? "notice" : ""}>
        {failure}
      </p>
    </form>
  );
}
