import { h } from "./dom";

/** WeUI tabs: every pane is in the page, all but one hidden. */
export function tabs(panes: readonly { readonly name: string; readonly pane: HTMLElement }[]): HTMLElement[] {
  const navs = panes.map(({ name }) => h("li", "weui-desktop-tab__nav", h("a", { href: "javascript:;" }, name)));
  const open = (index: number) => {
    for (const [at, nav] of navs.entries()) nav.classList.toggle("weui-desktop-tab__nav_current", at === index);
    for (const [at, { pane }] of panes.entries()) pane.style.display = at === index ? "" : "none";
  };
  for (const [at, nav] of navs.entries()) nav.addEventListener("click", () => open(at));
  open(0);
  const list = h("ul", "weui-desktop-tab__navs__inner", ...navs);
  return [h("div", "weui-desktop-tab__navs", list), ...panes.map(({ pane }) => pane)];
}
