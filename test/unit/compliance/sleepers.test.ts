import { expect, it } from "vitest";
import { compilePacks } from "../../../src/compliance/compile";
import { createSleepers, type Sleepers } from "../../../src/compliance/sleepers";
import { pack, rule } from "./fixtures";

const SOURCES = ["治疗|根治", "{病}人群", "{做}(?:好|完)", "(?:最|顶)(?:好|级)", "v信号"];
const ANNOUNCERS = ["", "", "", "最好 顶级", "v信"];

const sleepers = (): Sleepers => {
  const rules = SOURCES.map((source, at) => rule(`r${at}`, { patterns: [{ type: "regex", source }] }));
  const [first, ...more] = pack(rules, { lists: { 病: ["糖尿", "高血压"] }, fragments: { 做: "制作|{病}药" } });
  const announcers = new Map(SOURCES.map((source, at) => [source, ANNOUNCERS[at] ?? ""]));
  return createSleepers(compilePacks([...(first ? [{ ...first, announcers }] : []), ...more]).expressions);
};

const scope = { rules: new Uint8Array(), probes: new Uint8Array() };
const roused = (by: Sleepers, text: string): number[] => {
  const woken = new Set<number>();
  by.rouse(text, scope, (expression) => {
    woken.add(expression);
    return false;
  });
  return [...woken].sort((a, b) => a - b);
};

const TEXTS: readonly (readonly [string, readonly number[]])[] = [
  ["能根治吗", [0]],
  ["糖尿的人群", [1, 2]],
  ["血压", [1, 2]],
  ["制作好了", [2]],
  ["顶级的v信", [3, 4]],
  ["疗治，根本，vx", []],
  ["", []],
];

it("wakes what the first texts have two neighbours of, in a source, a list or a fragment that it names, or an announcer", () => {
  for (const [text, expected] of TEXTS) expect([text, roused(sleepers(), text)]).toEqual([text, expected]);
});

it("wakes the same by a long text and by later ones", () => {
  for (const [text, expected] of TEXTS) {
    expect(roused(sleepers(), text.padEnd(100, "。"))).toEqual(expect.arrayContaining([...expected]));
    const later = sleepers();
    for (let round = 0; round < 10; round++) roused(later, "一");
    expect(roused(later, text)).toEqual(expect.arrayContaining([...expected]));
  }
});
