import { useSyncExternalStore } from "react";

/** Colours of a picture, as charts.css gives them for the theme in use. */
export interface Palette {
  /** Told apart with any kind of colour blindness, and by dash and mark as well. */
  readonly series: readonly string[];
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  readonly surface: string;
  readonly note: string;
  readonly font: string;
}

const SERIES = ["--chart-1", "--chart-2", "--chart-3", "--chart-4", "--chart-5"];

export function paletteOf(element: Element): Palette {
  const style = getComputedStyle(element);
  const read = (name: string): string => style.getPropertyValue(name).trim();
  return {
    series: SERIES.map(read),
    ink: read("--ink"),
    soft: read("--ink-soft"),
    line: read("--line"),
    surface: read("--surface"),
    note: read("--chart-note"),
    font: style.fontFamily,
  };
}

const dark = (): MediaQueryList => matchMedia("(prefers-color-scheme: dark)");

function subscribe(changed: () => void): () => void {
  const media = dark();
  const root = new MutationObserver(changed);
  root.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
  media.addEventListener("change", changed);
  return () => {
    root.disconnect();
    media.removeEventListener("change", changed);
  };
}

/** Changes whenever the colours of the page do. */
export const useThemeKey = (): string =>
  useSyncExternalStore(subscribe, () => `${document.documentElement.dataset.theme ?? "auto"} ${dark().matches}`);
