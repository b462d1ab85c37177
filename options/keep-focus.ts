const ROW = "li, tr";
const CONTROL = "a[href], button, input, select, textarea, summary";

/** The control that has the focus, and where it stands: in which row of which list, and which control of the row it is. */
interface Held {
  readonly control: HTMLElement;
  readonly row: Element | null;
  readonly list: Element | null;
  readonly at: number;
  readonly nth: number;
  /** Where the section says what was done. */
  readonly status: HTMLElement | null;
}

/**
 * A control that is moved, switched off or taken away with its row while it has the focus leaves the keyboard, and a
 * screen reader, at the top of the page. They go on beside it instead: at the same control of the row that took its
 * place, or where it is said what was done once no row is left. Answers how to stop.
 */
export function keepFocus(within: HTMLElement): () => void {
  let held: Held | null = null;
  const hold = ({ target }: FocusEvent): void => {
    held = target instanceof HTMLElement && within.contains(target) ? heldIn(within, target) : null;
  };
  // Who clicks where nothing can be focused has let go.
  const letGo = (): void => {
    held = null;
  };
  const watch = new MutationObserver(() => {
    if (held && isLost(held.control)) placeFor(held)?.focus();
  });
  document.addEventListener("focusin", hold);
  document.addEventListener("pointerdown", letGo, true);
  watch.observe(within, { subtree: true, childList: true, attributeFilter: ["disabled"] });
  return () => {
    document.removeEventListener("focusin", hold);
    document.removeEventListener("pointerdown", letGo, true);
    watch.disconnect();
  };
}

function heldIn(within: HTMLElement, control: HTMLElement): Held {
  const row = control.closest(ROW);
  const list = row?.parentElement ?? null;
  return {
    control,
    row,
    list,
    at: list && row ? [...list.children].indexOf(row) : -1,
    nth: row ? Math.max(0, controlsOf(row).indexOf(control)) : 0,
    status: within.querySelector('[role="status"][tabindex]'),
  };
}

const controlsOf = (row: Element): HTMLElement[] => [...row.querySelectorAll<HTMLElement>(CONTROL)];

/** One that is switched off keeps the focus until the page is drawn anew. */
const isLost = (control: HTMLElement): boolean =>
  document.activeElement === document.body || (document.activeElement === control && control.matches(":disabled"));

function placeFor({ control, row, list, at, nth, status }: Held): HTMLElement | null {
  if (control.isConnected && !control.matches(":disabled")) return control;
  if (!row) return null;
  const rows = row.isConnected ? [row] : list?.isConnected ? [list.children[at], list.children[at - 1]] : [];
  for (const each of rows) {
    const controls = each ? controlsOf(each) : [];
    const place = [...controls.slice(nth), ...controls.slice(0, nth).reverse()].find((it) => !it.matches(":disabled"));
    if (place) return place;
  }
  return control.isConnected ? null : status?.isConnected ? status : null;
}
