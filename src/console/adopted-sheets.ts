import type { Root, View } from "./draft-dom";

/** The list of constructed sheets of a tree, by the prototypes' own accessors (see draft-dom). */
const accessor = (prototype: object): PropertyDescriptor | undefined =>
  Object.getOwnPropertyDescriptor(prototype, "adoptedStyleSheets");
const ofDocument = accessor(Document.prototype);
const ofShadow = accessor(ShadowRoot.prototype);

const listOf = (root: Root): CSSStyleSheet[] => (isShadow(root) ? ofShadow : ofDocument)?.get?.call(root) ?? [];
const setList = (root: Root, sheets: readonly CSSStyleSheet[]): void =>
  (isShadow(root) ? ofShadow : ofDocument)?.set?.call(root, sheets);
const isShadow = (root: Root): boolean => (root as ShadowRoot).host !== undefined && root.nodeType === 11;

/** Sheets adopted by the trees of a page, each once, and taken back together. */
export class AdoptedSheets {
  private readonly sheets = new Map<Root, CSSStyleSheet>();

  /** A framework that sets its own list drops ours; the next call adds it again. */
  adopt(root: Root, view: View, rules: string): void {
    let sheet = this.sheets.get(root);
    if (!sheet) {
      sheet = new view.CSSStyleSheet();
      sheet.replaceSync(rules);
      this.sheets.set(root, sheet);
    }
    const list = listOf(root);
    if (!list.includes(sheet)) setList(root, [...list, sheet]);
  }

  withdraw(): void {
    for (const [root, sheet] of this.sheets) {
      const list = [...listOf(root)];
      if (list.includes(sheet))
        setList(
          root,
          list.filter((adopted) => adopted !== sheet),
        );
    }
    this.sheets.clear();
  }
}
