import type { SellerChange } from "../../competitors/seller-changes";
import type { I18n } from "../i18n/context";

/** A change as a sentence without its seller. */
export function changeWords(change: SellerChange, { t, format, language }: I18n): string {
  const show = (value: SellerChange["from"]): string =>
    value ? format.value(value, change.unit).text : t("value_none");
  const item = change.item || t("name_unknown");
  if (change.kind === "goods_new") return t("change_goods_new", { item });
  if (change.kind === "goods_gone") return t("change_goods_gone", { item });
  const name = change.name?.[language === "en" ? "en" : "zh"] ?? "";
  const sides = { from: show(change.from), to: show(change.to) };
  if (change.kind === "pace") return t("change_pace", { name, ...sides });
  if (change.kind === "form") return t("change_form", { name, to: sides.to });
  return `${change.kind === "price" ? t("change_price", { item }) : name} ${sides.from} → ${sides.to}`;
}
