import type { ReactNode } from "react";
import { Icon, type IconName } from "../src/ui/components/icon";
import type { RowChange } from "../src/ui/data/view";
import { type I18n, useI18n } from "../src/ui/i18n/context";

function words(change: RowChange, { t, format, language }: I18n): string {
  const show = (value: RowChange["from"]): string => (value ? format.value(value, change.unit).text : t("value_none"));
  const item = change.item || t("name_unknown");
  if (change.kind === "goods_new") return t("change_goods_new", { item });
  if (change.kind === "goods_gone") return t("change_goods_gone", { item });
  const name = change.name?.[language === "en" ? "en" : "zh"] ?? "";
  const what = { price: t("change_price", { item }), form: t("change_form", { name }), metric: name }[change.kind];
  return `${what} ${show(change.from)} → ${show(change.to)}`;
}

/** A change in one line; a possible one says so and takes no colour. */
export function ChangeLine({ change }: { change: RowChange }): ReactNode {
  const i18n = useI18n();
  const possible = change.certainty === "possible";
  const direction = possible ? "unknown" : change.direction;
  const icon: IconName = direction === "other" ? "info" : direction;
  return (
    <p className={`change delta-${direction}`}>
      <Icon name={icon} />
      <span>
        {(direction === "up" || direction === "down") && (
          <span className="visually-hidden">{i18n.t(`delta_${direction}`)}</span>
        )}
        {words(change, i18n)}
        {possible && <span className="soft"> {i18n.t("change_possible")}</span>}
      </span>
    </p>
  );
}
