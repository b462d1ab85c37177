import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { type Checker, createChecker } from "../../../src/compliance/checker";
import type { Category, Channel, Finding, Goods } from "../../../src/compliance/finding";
import { productPacks } from "../../harness/packs";

/** A line labelled from the law, before any checker had seen it. An innocent line expects nothing. */
interface Row {
  readonly text: string;
  readonly goods: Goods;
  readonly channel: Channel;
  readonly expect: readonly {
    readonly span: string;
    readonly start: number;
    readonly end: number;
    readonly category: Category;
    /** Law and article; a clause of the article cited more exactly also fits. */
    readonly basis: string;
  }[];
}

const rowsOf = async (name: string): Promise<Row[]> => {
  const path = fileURLToPath(new URL(`../../fixtures/compliance/${name}.jsonl`, import.meta.url));
  return (await readFile(path, "utf8"))
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Row);
};

let checker: Checker;
beforeAll(async () => {
  checker = createChecker(await productPacks());
});

const findingsOf = (row: Row): Finding[] =>
  checker.check({ text: row.text, goods: row.goods, channel: row.channel, account: "shop" });

describe("violating lines", () => {
  it("have at least 95 % of their spans found, with the category and the law of at least 95 % of those", async () => {
    const missed: string[] = [];
    const misfiled: string[] = [];
    let spans = 0;
    for (const row of await rowsOf("violations")) {
      const findings = findingsOf(row).filter((finding) => finding.severity !== "info");
      for (const span of row.expect) {
        spans++;
        expect(row.text.slice(span.start, span.end)).toBe(span.span);
        const hits = findings.filter((finding) => finding.start < span.end && finding.end > span.start);
        const cites = hits.some((hit) =>
          hit.basis.some(({ law, article }) => `${law}${article}`.startsWith(span.basis)),
        );
        if (hits.length === 0) missed.push(`${row.text} | ${span.span}`);
        else if (!cites || !hits.some((hit) => hit.category === span.category))
          misfiled.push(`${row.text} | ${span.span}`);
      }
    }
    expect(spans).toBeGreaterThanOrEqual(150);
    expect(missed.length / spans, missed.join("\n")).toBeLessThanOrEqual(0.05);
    expect(misfiled.length / spans, misfiled.join("\n")).toBeLessThanOrEqual(0.05);
  });

  it("are never told by advertising law in a chat", async () => {
    for (const row of await rowsOf("violations"))
      for (const channel of ["group_post", "customer_service"] as const)
        for (const finding of findingsOf({ ...row, channel }))
          expect(
            finding.basis.filter(({ law }) => law.includes("广告")),
            row.text,
          ).toEqual([]);
  });
});

describe("lines that hint at a claim, tell a story or use an image", () => {
  it("have at least 90 % of their spans found", async () => {
    const rows = await rowsOf("oblique");
    const spans = rows.flatMap((row) => {
      const findings = findingsOf(row).filter((finding) => finding.severity !== "info");
      return row.expect.map((span) => {
        expect(row.text.slice(span.start, span.end)).toBe(span.span);
        return {
          line: `${row.text} | ${span.span}`,
          found: findings.some((finding) => finding.start < span.end && finding.end > span.start),
        };
      });
    });
    const missed = spans.filter(({ found }) => !found).map(({ line }) => line);
    expect(spans.length).toBeGreaterThanOrEqual(300);
    expect(missed.length / spans.length, missed.join("\n")).toBeLessThanOrEqual(0.1);
  });
});

describe("innocent lines", () => {
  it("are flagged in at most 2 % of cases", async () => {
    const rows = await rowsOf("innocent");
    const flagged = rows.flatMap((row) => {
      const grave = findingsOf(row).filter(({ severity }) => severity === "block" || severity === "warn");
      return grave.length > 0 ? [`${row.text} → ${grave.map(({ text, rule }) => `${text} (${rule})`).join(", ")}`] : [];
    });
    expect(rows.length).toBeGreaterThanOrEqual(150);
    expect(flagged.length / rows.length, flagged.join("\n")).toBeLessThanOrEqual(0.02);
  });
});
