import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { CATEGORIES, CHANNELS, EVASIONS, GOODS, SEVERITIES } from "../../../src/compliance/finding";
import { makeTranslate, resolveLanguage } from "../../../src/ui/i18n/messages";

type Words = Record<string, { readonly message: string }>;
const LOCALES = new URL("../../../assets/locales/", import.meta.url);
const filesOf = (language: string): string[] => readdirSync(new URL(language, LOCALES)).sort();
const wordsOf = (language: string): Words =>
  Object.assign(
    {},
    ...filesOf(language).map((name) => JSON.parse(readFileSync(new URL(`${language}/${name}`, LOCALES), "utf8"))),
  );
const [en, zh] = [wordsOf("en"), wordsOf("zh_CN")];

const blanks = (message: string): string[] => [...message.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? "").sort();
const sources = (folder: string): string[] =>
  readdirSync(new URL(`../../../${folder}`, import.meta.url), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".tsx"))
    .map((name) => `${folder}/${name}`);
const read = (name: string): string => readFileSync(new URL(`../../../${name}`, import.meta.url), "utf8");

describe("strings", () => {
  it("are the same files and keys in both languages, in the same order, no key twice", () => {
    expect(filesOf("en")).toEqual(filesOf("zh_CN"));
    expect(Object.keys(en)).toEqual(Object.keys(zh));
    const all = filesOf("zh_CN").flatMap((name) =>
      Object.keys(JSON.parse(readFileSync(new URL(`zh_CN/${name}`, LOCALES), "utf8"))),
    );
    expect(all.length).toBe(new Set(all).size);
  });

  it.each(Object.entries(zh))("%s has the same blanks in both languages", (key, { message }) => {
    expect(blanks(en[key]?.message ?? "")).toEqual(blanks(message));
  });

  it("tell numbers in their thousands, and words as they are", () => {
    const t = makeTranslate({ import_keep: { message: "写入 {n} 个数字" } });
    expect([t("import_keep", { n: 300_000 }), t("import_keep", { n: "2026" })]).toEqual([
      "写入 300,000 个数字",
      "写入 2026 个数字",
    ]);
  });

  it("have a name for every word of the checker", () => {
    const keys = new Set(Object.keys(zh));
    const wanted = [
      ...CATEGORIES.map((each) => `category_${each}`),
      ...CHANNELS.map((each) => `channel_${each}`),
      ...EVASIONS.map((each) => `evasion_${each}`),
      ...GOODS.map((each) => `goods_${each}`),
      ...SEVERITIES.map((each) => `severity_${each}`),
    ];
    expect(wanted.filter((key) => !keys.has(key))).toEqual([]);
  });

  it("speak of risk and never of a breach of law", () => {
    const all = JSON.stringify([zh, en]);
    expect(all).not.toMatch(/违法|illegal/i);
    expect(zh.disclaimer?.message).toContain("风险提示");
  });

  it("hold no dollar sign, which Chrome would take for a placeholder", () => {
    expect(JSON.stringify([zh, en])).not.toContain("$");
  });

  it.each(["popup", "options", "src/ui"].flatMap(sources))("%s has no Chinese of its own", (name) => {
    expect(read(name).match(/\p{Script=Han}+/u)).toBeNull();
  });
});

describe("makeTranslate", () => {
  const t = makeTranslate(zh);
  it("takes the word for one, or that for more", () => {
    const english = makeTranslate(en);
    expect([0, 1, 2].map((n) => english("batch_clean", { n }))).toEqual([
      "0 lines without a finding",
      "1 line without a finding",
      "2 lines without a finding",
    ]);
    expect(english("pack_expired", { n: "1" })).toBe("1 rule is past its day");
  });
  it("fills every blank, and leaves one that nothing was given for", () => {
    expect(t("coverage", { seen: 7, all: 10 })).toBe("本周已看 7/10");
    expect(t("coverage", { seen: 7 })).toBe("本周已看 7/{all}");
  });
});

describe("resolveLanguage", () => {
  it("takes the user's choice before the browser's", () => {
    expect(resolveLanguage("en", ["zh-CN"])).toBe("en");
    expect(resolveLanguage("auto", ["zh-TW", "en"])).toBe("zh_CN");
    expect(resolveLanguage("auto", ["en-US", "zh-CN"])).toBe("en");
    expect(resolveLanguage("auto", [])).toBe("zh_CN");
  });
});
