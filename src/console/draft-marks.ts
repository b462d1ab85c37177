import { AdoptedSheets } from "./adopted-sheets";
import { rootOf, type View, viewOf } from "./draft-dom";
import type { DraftField } from "./draft-fields";
import { type Draft, type Place, placeOf, rangeOf } from "./draft-text";
import { HIGHLIGHTS, MARK_RULES, type MarkTone, nameOf, priorityOf, toneOf } from "./mark-style";

/** What a finding says of where and how grave, in offsets of the draft's text. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly severity: string;
}

interface Wanted {
  readonly place: Place;
  readonly highlight: Highlight;
}

interface Painted {
  readonly range: Range;
  /** The range's own characters when it was painted. */
  readonly raw: string;
  readonly highlight: Highlight;
}

/** The gravest of them: every live range and highlight slows each edit of the page. The list in the popup is not cut. */
const MOST = 200;

/**
 * Marks in the page's editors by the CSS Custom Highlight API: no element, attribute or text is touched. The rules are
 * one constructed sheet adopted by each editor's own tree (a sheet of the document does not reach into shadow trees in
 * every browser we support), there only while there is something to mark.
 */
export class DraftMarks {
  private painted: Painted[] = [];
  private readonly sheets = new AdoptedSheets();
  private readonly views = new Set<View>();

  /** Brings the marks to those of `marks` whose slice the draft holds; one that stands already is not touched. */
  paint(draft: Draft, marks: readonly Mark[]): void {
    const standing = new Map<Node, Map<number, Painted>>();
    for (const it of this.painted) {
      const { startContainer, startOffset } = it.range;
      const inNode = standing.get(startContainer) ?? new Map<number, Painted>();
      standing.set(startContainer, inNode.set(startOffset, it));
    }
    const before = this.painted;
    this.painted = this.wanted(draft, marks).map(({ place, highlight }) => {
      const same = standing.get(place.startNode)?.get(place.startOffset);
      return same?.highlight === highlight && isAt(same.range, place) ? same : add(place, highlight);
    });
    const kept = new Set(this.painted);
    for (const it of before) if (!kept.has(it)) it.highlight.delete(it.range);
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
    for (const { range, highlight } of this.painted) highlight.delete(range);
    // The names may be those of a newer script as well, which an update put beside this one.
    for (const { CSS } of this.views)
      for (const name of HIGHLIGHTS) if (CSS.highlights.get(name)?.size === 0) CSS.highlights.delete(name);
    this.sheets.withdraw();
    this.views.clear();
    this.painted = [];
  }

  private wanted(draft: Draft, marks: readonly Mark[]): Wanted[] {
    const grounds = new Map<DraftField, Ground | null>();
    const wanted: Wanted[] = [];
    for (const { start, end, text, severity } of gravestFirst(marks)) {
      if (wanted.length === MOST) break;
      const place = draft.text.slice(start, end) === text && placeOf(draft, start, end);
      if (!place) continue;
      const { field } = place;
      const ground = grounds.has(field) ? grounds.get(field) : this.groundOf(field);
      grounds.set(field, ground ?? null);
      if (ground) wanted.push({ place, highlight: highlightOf(ground, severity) });
    }
    return wanted;
  }

  /** Makes a field ready for marks. Once for all of them: a highlight makes styles stale, and asking anew is dear. */
  private groundOf({ element }: DraftField): Ground | null {
    const view = viewOf(element.ownerDocument);
    if (!view) return null;
    const tone = toneOf(view.getComputedStyle(element).color);
    this.views.add(view);
    this.sheets.adopt(rootOf(element), view, MARK_RULES);
    return { view, tone };
  }
}

/** The window whose highlights a field's marks are in, and the tone of its text. */
interface Ground {
  readonly view: View;
  readonly tone: MarkTone;
}

const gravestFirst = (marks: readonly Mark[]): Mark[] =>
  marks.filter((it) => priorityOf(it.severity) > 0).sort((a, b) => priorityOf(b.severity) - priorityOf(a.severity));

function highlightOf({ view, tone }: Ground, severity: string): Highlight {
  const { highlights } = view.CSS;
  const name = nameOf(severity, tone);
  const known = highlights.get(name);
  if (known) return known;
  const highlight = new view.Highlight();
  highlight.priority = priorityOf(severity);
  highlights.set(name, highlight);
  return highlight;
}

function add(place: Place, highlight: Highlight): Painted {
  const range = rangeOf(place);
  highlight.add(range);
  return { range, raw: range.toString(), highlight };
}

const isAt = ({ endContainer, endOffset }: Range, place: Place): boolean =>
  endContainer === place.endNode && endOffset === place.endOffset;

/** Text typed right before a mark lands in its range; true when the mark itself is whole and the range is set right. */
function letGo(range: Range, raw: string): boolean {
  const { startContainer, endContainer, endOffset } = range;
  if (startContainer !== endContainer || endOffset < raw.length || !range.toString().endsWith(raw)) return false;
  range.setStart(endContainer, endOffset - raw.length);
  return true;
}
