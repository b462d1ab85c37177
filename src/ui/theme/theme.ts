import type { Settings } from "../../ledger/model";

/** Writes theme and rise colour on the root element, where tokens.css reads them. */
export function applyTheme(settings: Pick<Settings, "theme" | "rise">): void {
  const root = document.documentElement;
  if (settings.theme === "auto") delete root.dataset.theme;
  else root.dataset.theme = settings.theme;
  root.dataset.rise = settings.rise;
}
