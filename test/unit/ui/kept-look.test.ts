import { beforeEach, describe, expect, it, vi } from "vitest";
import { DEFAULT_SETTINGS } from "../../../src/ledger/model";
import { keepLook, keptLook } from "../../../src/ui/theme/kept-look";

const { language, theme, rise } = DEFAULT_SETTINGS;
const held = new Map<string, string>();

beforeEach(() => {
  held.clear();
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => held.set(key, value),
  });
});

describe("keptLook", () => {
  it("is the default before anything was kept", () => {
    expect(keptLook()).toEqual({ language, theme, rise });
  });
  it("is what was kept last, and nothing else of the settings", () => {
    keepLook({ ...DEFAULT_SETTINGS, language: "en", theme: "dark", rise: "green" });
    expect(keptLook()).toEqual({ language: "en", theme: "dark", rise: "green" });
    expect([...held.values()].join("")).not.toContain("reading");
  });
  it.each(["", "null", "7", "{", '{"theme":"pink","language":"en"}'])("survives %j from another version", (text) => {
    held.set("look", text);
    expect(keptLook().theme).toBe(theme);
  });
});
