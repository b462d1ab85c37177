import { DEFAULT_SETTINGS, type Settings } from "../../ledger/model";

/** What the first paint must know of the settings. */
export type Look = Pick<Settings, "language" | "theme" | "rise">;

const KEY = "look";
const DEFAULTS = [DEFAULT_SETTINGS.language, DEFAULT_SETTINGS.theme, DEFAULT_SETTINGS.rise];
const ALLOWED: { readonly [K in keyof Look]: readonly Look[K][] } = {
  language: ["auto", "zh_CN", "en"],
  theme: ["auto", "light", "dark"],
  rise: ["red", "green"],
};

/** The look that held when a view was last open: at hand before the store is, so that nothing changes under the eye. */
export function keptLook(): Look {
  const kept = parse(localStorage.getItem(KEY));
  const pick = <K extends keyof Look>(key: K): Look[K] =>
    ALLOWED[key].find((each) => each === kept[key]) ?? DEFAULT_SETTINGS[key];
  return { language: pick("language"), theme: pick("theme"), rise: pick("rise") };
}

/** The default look leaves no entry, so that nothing is left once everything was deleted. */
export function keepLook({ language, theme, rise }: Look): void {
  const isDefault = [language, theme, rise].every((each, at) => each === DEFAULTS[at]);
  if (isDefault) localStorage.removeItem(KEY);
  else localStorage.setItem(KEY, JSON.stringify({ language, theme, rise }));
}

function parse(text: string | null): Partial<Record<keyof Look, unknown>> {
  try {
    return Object(JSON.parse(text ?? "{}"));
  } catch {
    return {};
  }
}
