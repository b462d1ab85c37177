/** Styles that make a page lie as it lay; no colour, picture or text of the page's own is among them. */
const INHERITED = [
  "font-size",
  "line-height",
  "white-space",
  "visibility",
  "text-align",
  "direction",
  "border-collapse",
  "border-spacing",
];
const OTHERS: Readonly<Record<string, string>> = {
  position: "static",
  float: "none",
  opacity: "1",
  "overflow-x": "visible",
  "overflow-y": "visible",
  "flex-direction": "row",
  "flex-wrap": "nowrap",
  "flex-shrink": "1",
  order: "0",
  "justify-content": "normal",
  "align-items": "normal",
  "align-self": "auto",
  "row-gap": "normal",
  "column-gap": "normal",
  "grid-template-columns": "none",
  "grid-column-start": "auto",
  "grid-column-end": "auto",
  "grid-row-start": "auto",
  "grid-row-end": "auto",
  "box-sizing": "content-box",
  "vertical-align": "baseline",
  "z-index": "auto",
  clip: "auto",
  "clip-path": "none",
  transform: "none",
};
/** What the browser gives no style of its own. */
const PLAIN = /^(div|span|section|article|main|header|footer|nav|aside|label)$|-/;
const MEDIA = /^(img|svg|canvas|input|button|select|textarea|iframe|video)$/;
const SAFE = /^[\w\s().,%-]+$/;
const SIZED = /^(?!inline$|contents$|table-|none$)/;

/** What of the page's styles is taken over, as a style attribute's text. `around`: styles of what holds the element. */
export function styleOf(el: Element, style: CSSStyleDeclaration, around: CSSStyleDeclaration | null): string {
  const out: string[] = [];
  const plain = PLAIN.test(el.localName);
  const put = (name: string, value: string): void => {
    if (value !== "" && SAFE.test(value) && !/url|path|polygon/.test(value)) out.push(`${name}:${value}`);
  };
  const get = (name: string): string => style.getPropertyValue(name);
  put("display", style.display);
  for (const name of INHERITED) if (!plain || get(name) !== around?.getPropertyValue(name)) put(name, get(name));
  for (const [name, usual] of Object.entries(OTHERS)) if (get(name) !== usual) put(name, get(name));
  for (const name of ["margin", "padding", "border-width"])
    if (!plain || !/^0px$/.test(get(name))) put(name, get(name));
  if (!/^0px$/.test(style.borderWidth)) out.push("border-style:solid");
  if (!/^(transparent|rgba\(0, 0, 0, 0\))$/.test(style.backgroundColor)) out.push("background-color:#eee");
  // A bar as long as its figure is high tells the figure: sizes in per cent, and those of boxes with nothing in them, stay out.
  const own = (el as Partial<HTMLElement>).style;
  const tells = (name: string): boolean =>
    /[1-9]\d?(\.\d+)?%/.test(own?.getPropertyValue(name).replace("100%", "") ?? "");
  const filled =
    MEDIA.test(el.localName) ||
    el.shadowRoot !== null ||
    /\S/.test(el.textContent ?? "") ||
    el.querySelector("img,svg,canvas,iframe") !== null;
  if (filled && SIZED.test(style.display))
    for (const name of ["width", "height"]) if (!tells(name)) put(name, get(name));
  if (/^table-cell$/.test(style.display)) put("width", get("width"));
  if (style.position !== "static") for (const name of ["top", "left"]) if (!tells(name)) put(name, get(name));
  return out.join(";");
}
