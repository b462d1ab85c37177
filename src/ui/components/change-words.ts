import type { SellerChange } from "../../competitors/seller-changes";
import type { I18n } from "../i18n/context";

/** A change as a sentence without its seller, with the third party whose estimate it is. */
export function changeWords(change: SellerChange, i18n: I18n): string {
  const words = bareWords(change, i18n);
  return change.estimate === undefined ? words : `${words} · ${change.estimate} ${i18n.t("source_estimate")}`;
}

function bareWords(change: SellerChange, { t, format, language }: I18n): string {
  const shown = [change.from, change.to].map((value) => value && format.value(value, change.unit));
  // 1.23万 → 1.23万 would tell of no change: where the short form hides it, both stand in full.
  const isHidden = shown[0]?.text === shown[1]?.text;
  const [from, to] = shown.map((value) => (value ? (isHidden ? value.full : value.text) : t("value_none")));
  const item = change.item || t("name_unknown");
  if (change.kind === "goods_new") return t("change_goods_new", { item });
  if (change.kind === "goods_gone") return t("change_goods_gone", { item });
  const name = change.name?.[language === "en" ? "en" : "zh"] ?? "";
  const sides = { from: from ?? "", to: to ?? "" };
  if (change.kind === "pace") return t("change_pace", { name, ...sides });
  if (change.kind === "form") return t("change_form", { name, to: sides.to });
  return `${change.kind === "price" ? t("change_price", { item }) : name} ${sides.from} → ${sides.to}`;
}
