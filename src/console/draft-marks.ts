import { AdoptedSheets } from "./adopted-sheets";
import { rootOf, type View, viewOf } from "./draft-dom";
import { type Draft, rangeOf } from "./draft-text";
import { HIGHLIGHTS, type MarkTone, markRules, nameOf, type Toned } from "./mark-style";

/** What a finding says of where and how grave, in offsets of the draft's text. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly severity: string;
}

interface Painted {
  readonly range: Range;
  /** The range's own characters when it was painted. */
  readonly raw: string;
  readonly highlight: Highlight;
}

/** Live ranges slow every edit of the page a little; the list in the popup is not cut. */
const MOST = 500;

/**
 * Marks in the page's editors by the CSS Custom Highlight API: no element, attribute or text is touched. The rules are
 * one constructed sheet adopted by each editor's own tree (a sheet of the document does not reach into shadow trees in
 * every browser we support), there only while there is something to mark.
 */
export class DraftMarks {
  private painted: Painted[] = [];
  private readonly sheets = new AdoptedSheets();
  private readonly views = new Set<View>();

  /** Replaces all marks by those of `marks` whose slice the page still shows. */
  paint(draft: Draft, marks: readonly Mark[]): void {
    this.drop();
    for (const mark of marks.slice(0, MOST)) {
      if (draft.text.slice(mark.start, mark.end) !== mark.text) continue;
      const range = rangeOf(draft, mark.start, mark.end);
      const host = range?.startContainer.parentElement;
      const view = host && viewOf(host.ownerDocument);
      if (!range || !host || !view) continue;
      const highlight = highlightIn(view, mark.severity, toneOf(view.getComputedStyle(host).color));
      if (!highlight) continue;
      this.views.add(view);
      this.sheets.adopt(rootOf(host), view, markRules());
      highlight.add(range);
      this.painted.push({ range, raw: range.toString(), highlight });
    }
  }

  /** Takes away the marks that an edit has touched; the others have moved with their text. */
  settle(): void {
    this.painted = this.painted.filter(({ range, raw, highlight }) => {
      if (range.toString() === raw || letGo(range, raw)) return true;
      highlight.delete(range);
      return false;
    });
  }

  /** Leaves the page as if no mark had ever been there. */
  clear(): void {
    this.drop();
    for (const view of this.views) for (const name of HIGHLIGHTS) view.CSS.highlights.delete(name);
    this.views.clear();
    this.sheets.withdraw();
  }

  private drop(): void {
    for (const { range, highlight } of this.painted) highlight.delete(range);
    this.painted = [];
  }
}

/** Text typed right before a mark lands in its range; true when the mark itself is whole and the range is set right. */
function letGo(range: Range, raw: string): boolean {
  const { startContainer, endContainer, endOffset } = range;
  if (startContainer !== endContainer || endOffset < raw.length || !range.toString().endsWith(raw)) return false;
  range.setStart(endContainer, endOffset - raw.length);
  return true;
}

function highlightIn(view: View, severity: string, tone: MarkTone): Highlight | null {
  const toned: Toned | null = nameOf(severity, tone);
  if (!toned) return null;
  const { highlights } = view.CSS;
  let highlight = highlights.get(toned.name);
  if (!highlight) {
    highlight = new view.Highlight();
    highlight.priority = toned.priority;
    highlights.set(toned.name, highlight);
  }
  return highlight;
}

/** Light text stands on a dark ground, whatever paints that ground: a colour, a gradient or the browser's dark scheme. */
function toneOf(color: string): MarkTone {
  const [red = 0, green = 0, blue = 0] = (color.match(/[\d.]+/g) ?? []).map(Number);
  return 0.299 * red + 0.587 * green + 0.114 * blue > 140 ? "dark" : "light";
}
