type Child = Node | string | null;

/** A new element: `h("div", "post-item", …)`; properties after the class are set as attributes. */
export function h(
  tag: string,
  attributes: string | Readonly<Record<string, string>>,
  ...children: Child[]
): HTMLElement {
  const element = document.createElement(tag);
  const given = typeof attributes === "string" ? { class: attributes } : attributes;
  for (const [name, value] of Object.entries(given))
    if (value !== "" || name !== "class") element.setAttribute(name, value);
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** The place in the micro app that its page goes into; `data-page` says which page, `data-query` for what. */
export const app = (): HTMLElement => document.getElementById("app") ?? document.body;

/** Puts the page in place of what stood there. */
export const show = (...children: Child[]): void =>
  app().replaceChildren(...children.filter((child) => child !== null));

export const spinner = (): HTMLElement =>
  h("div", "weui-desktop-loading-wrap", h("i", "weui-desktop-loading"), h("span", "", "加载中"));
