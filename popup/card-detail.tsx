import type { ReactNode } from "react";
import { sourceParts } from "../src/ui/components/source-text";
import type { KpiCard } from "../src/ui/data/view";
import { useI18n } from "../src/ui/i18n/context";
import { CardTable } from "./card-table";

/** What a card holds back: the period that is still running, what a rate was computed from, and the days of its line. */
export default function CardDetail({ card, name }: { card: KpiCard; name: string }): ReactNode {
  const { t, format, language } = useI18n();
  const { soFar, inputs } = card;
  const parts = inputs.map((each) =>
    t("input_from", {
      name: each.name[language === "en" ? "en" : "zh"],
      page: sourceParts(each, t, format)[0] ?? "",
    }),
  );
  return (
    <>
      {soFar && (
        <p className="soft">
          {t("so_far", { value: format.value(soFar.value, card.unit).text, when: format.when(soFar.at) })}
        </p>
      )}
      {parts.length > 0 && <p className="soft">{t("inputs", { names: parts.join(t("list_comma")) })}</p>}
      <CardTable card={card} name={name} />
    </>
  );
}
