import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { createChecker } from "../../../src/compliance/checker";
import { explainedPacks, shippedPacks } from "../../../src/compliance/shipped-packs";
import { encodeGb18030 } from "../../harness/gb18030.mjs";
import { productPacks } from "../../harness/packs";
import { shipPacks } from "../../harness/ship-packs";
import { draft } from "../compliance/fixtures";

const packs = await productPacks();
const { match, explain } = shipPacks(packs);

describe("packs as the build ships them", () => {
  it("read back as their authors wrote them, less the examples", () => {
    const written = packs.map((pack) => ({
      ...pack,
      rules: pack.rules.map(({ examples: _, ...rule }) => rule),
    }));
    expect(explainedPacks(match, explain)).toEqual(written);
  });

  it("find without the part that explains", () => {
    const texts = packs.flatMap(({ rules }) => rules.map(({ examples }) => examples?.hit[0]?.text ?? ""));
    const [lean, whole] = [createChecker(shippedPacks(match)), createChecker(packs)];
    for (const text of texts.filter((_, at) => at % 4 === 0)) {
      expect(lean.check(draft(text))).toEqual(whole.check(draft(text)));
      // Some are read because a text calls for them, and some before any does.
      for (let n = 0; n < 10; n++) lean.readAhead();
    }
    while (lean.readAhead());
    for (const text of texts.filter((_, at) => at % 8 === 1))
      expect(lean.check(draft(text))).toEqual(whole.check(draft(text)));
  });

  it("weigh less than the same JSON in one file", () => {
    const weight = (bytes: Uint8Array | string): number => gzipSync(bytes, { level: 9 }).length;
    const plain = packs.map((pack) => ({ ...pack, rules: pack.rules.map(({ examples: _, ...rule }) => rule) }));
    expect(weight(match) + weight(explain)).toBeLessThan(0.85 * weight(JSON.stringify(plain)));
  });
});

describe("GB 18030", () => {
  it("holds every character of a text, whatever its plane", () => {
    const text = 'a~第一。，《》㎡①❤\u2028{"'.concat("𠮷🧧\u{10ffff}\u0001");
    expect(new TextDecoder("gb18030").decode(encodeGb18030(text))).toBe(text);
    expect(encodeGb18030("第一")).toHaveLength(4);
  });

  it("says which character it has no bytes for", () => {
    expect(() => encodeGb18030("\ud83d")).toThrow("no GB 18030 for U+d83d");
  });
});
