import type { Card, PeriodCards } from "../views";
import { h } from "./dom";

/** Cards over a period with buttons that change it. */
export function periodCards(periods: readonly PeriodCards[]): HTMLElement {
  const span = h("span", "data-time", "");
  const cards = h("div", "data-cards");
  const buttons = periods.map(({ tab }) => h("button", "period-btn", tab));
  const open = (index: number) => {
    const period = periods[index];
    if (!period) return;
    span.textContent = period.span;
    cards.replaceChildren(...period.cards.map(card));
    for (const [at, button] of buttons.entries()) button.classList.toggle("active", at === index);
  };
  for (const [at, button] of buttons.entries()) button.addEventListener("click", () => open(at));
  open(0);
  return h("div", "data-overview", h("div", "filter-bar", ...buttons, span), cards);
}

const card = ({ name, value, trend }: Card): HTMLElement =>
  h(
    "div",
    "data-card",
    h("div", "data-card-label", name),
    h("div", "data-card-value", value),
    trend === undefined ? null : h("div", "data-card-trend", h("span", "", "较前一周期"), h("em", "", trend)),
  );
