import { DEFAULT_SETTINGS, type DeepPartial, type Settings } from "./model";

/** Key of the one record in the store `settings`. */
export const SETTINGS_KEY = "settings";

/** Settings as stored, with defaults for what an older version did not know. */
export const withDefaults = (stored: Settings | undefined): Settings => patchSettings(DEFAULT_SETTINGS, stored ?? {});

/** Replaces leaves only: what the patch does not name stays. */
export function patchSettings(settings: Settings, patch: DeepPartial<Settings>): Settings {
  return merge(settings, patch) as Settings;
}

function merge(base: unknown, patch: unknown): unknown {
  if (patch === undefined) return base;
  if (!isRecord(base) || !isRecord(patch)) return patch;
  return Object.fromEntries(Object.entries(base).map(([key, value]) => [key, merge(value, patch[key])]));
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null;
