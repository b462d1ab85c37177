// npm run evaluate -- FOLDER   Measures the checker on labelled lines (FOLDER/dev/*.jsonl, FOLDER/scope.jsonl) and on text of which almost all
// is innocent (FOLDER/corpora/*). Prints what it missed and what it flagged, so that a class of error can be seen.
import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { type Checker, createChecker } from "../../src/compliance/checker";
import type { Draft, Finding } from "../../src/compliance/finding";
import { citesAny, draftOf, type LabelledRow, overlaps } from "./labelled";
import { productPacks } from "./packs";

const percent = (part: number, whole: number): string => (whole === 0 ? "-" : `${((100 * part) / whole).toFixed(1)} %`);
const share = (part: number, whole: number): string => `${part}/${whole} ${percent(part, whole)}`;
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const show = (finding: Finding): string =>
  `${finding.text || "(absent)"}〔${finding.severity} ${finding.category} ${finding.rule}${finding.evasion ? ` ${finding.evasion}` : ""}〕`;

function violations(name: string, rows: readonly LabelledRow[], checker: Checker): void {
  let [spans, found, category, basis, based, exact, findingsSeen] = [0, 0, 0, 0, 0, 0, 0];
  const lines: string[] = [];
  for (const row of rows) {
    const findings = checker.check(draftOf(row));
    findingsSeen += findings.length;
    exact += findings.filter((finding) => row.text.slice(finding.start, finding.end) === finding.text).length;
    for (const expected of row.expect) {
      spans++;
      const absent = expected.end === 0;
      const hits = findings.filter(
        (it) => it.severity !== "info" && overlaps(it, expected) && (!absent || it.category === expected.category),
      );
      if (hits.length === 0) {
        lines.push(
          `  missed ${expected.span} (${expected.category ?? expected.method}) in: ${row.text} [${row.scope ?? ""}]`,
        );
        continue;
      }
      found++;
      if (expected.category) {
        if (hits.some((hit) => hit.category === expected.category)) category++;
        else lines.push(`  category ${expected.span}: ${expected.category}, not ${hits.map(show).join(" ")}`);
      }
      if (expected.basis) {
        based++;
        if (hits.some((hit) => citesAny(hit.basis, expected.basis ?? ""))) basis++;
        else
          lines.push(
            `  basis ${expected.span}: ${expected.basis}, not ${hits.map((hit) => JSON.stringify(hit.basis)).join(" ")}`,
          );
      }
    }
  }
  say(
    `\n${name}: spans found ${share(found, spans)}; category right ${share(category, found)}; basis right ${share(basis, based)}; offsets exact ${share(exact, findingsSeen)}`,
  );
  for (const line of lines) say(line);
}

function innocents(name: string, rows: readonly LabelledRow[], checker: Checker): void {
  const flagged = rows.flatMap((row) => {
    const findings = checker.check(draftOf(row)).filter((f) => f.severity === "block" || f.severity === "warn");
    return findings.length > 0 ? [`  flagged: ${row.text} [${row.scope ?? ""}] → ${findings.map(show).join(" ")}`] : [];
  });
  say(`\n${name}: innocent lines flagged ${share(flagged.length, rows.length)}`);
  for (const line of flagged) say(line);
}

function corpus(name: string, lines: readonly string[], checker: Checker): void {
  const results = lines.map((text) => ({
    text,
    findings: checker.check({ text, goods: "any", channel: "product_detail", account: "shop" }),
  }));
  const marked = results.filter(({ findings }) => findings.some((finding) => finding.severity !== "info"));
  const blocked = marked.filter(({ findings }) => findings.some((finding) => finding.severity === "block"));
  say(`\n${name}: block ${share(blocked.length, lines.length)}; any mark ${share(marked.length, lines.length)}`);
  for (const { text, findings } of marked) say(`  ${text.slice(0, 60)} → ${findings.map(show).join(" ")}`);
}

/** One text in two scopes, of which one forbids it: a pair is right when both its lines are. `flag`: block or warn. */
function pairs(rows: readonly ScopeRow[], checker: Checker): void {
  const wrong = new Set<string>();
  const lines = rows.flatMap((row) => {
    const findings = checker.check(row);
    const flagged = findings.some(({ severity }) => severity === "block" || severity === "warn");
    const marked = findings.some(({ severity }) => severity !== "info");
    // Proof asked for is neither: it is right for a claim that is lawful here, and for one that is not.
    if (row.flag ? marked : !flagged) return [];
    wrong.add(row.pair);
    return [
      `  ${row.flag ? "missed" : "flagged"} ${row.pair}: ${row.text} [${row.goods} ${row.channel} ${row.account}] → ${findings.map(show).join(" ")}`,
    ];
  });
  const all = new Set(rows.map((row) => row.pair)).size;
  say(
    `\nscope: lines right ${share(rows.length - lines.length, rows.length)}; pairs right ${share(all - wrong.size, all)}`,
  );
  for (const line of lines) say(line);
}

interface ScopeRow extends Draft {
  readonly flag: boolean;
  readonly pair: string;
}

async function main(folder: string | undefined): Promise<void> {
  if (folder === undefined) throw new Error("name the folder of labelled lines: npm run evaluate -- FOLDER");
  const checker = createChecker(await productPacks());
  for (const file of await filesIn(join(folder, "dev"), ".jsonl")) {
    const text = await readFile(file, "utf8");
    const rows = text
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line) as LabelledRow);
    const kind = rows.some((row) => row.expect.length > 0) ? violations : innocents;
    kind(basename(file, ".jsonl"), rows, checker);
  }
  const scope = await readFile(join(folder, "scope.jsonl"), "utf8").catch(() => "");
  if (scope !== "")
    pairs(
      scope
        .split("\n")
        .filter(Boolean)
        .map((line) => JSON.parse(line) as ScopeRow),
      checker,
    );
  for (const file of await filesIn(join(folder, "corpora"), "")) {
    const lines = (await readFile(file, "utf8")).split("\n").filter((line) => line.trim() !== "");
    corpus(basename(file), lines, checker);
  }
}

async function filesIn(folder: string, ending: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => [] as string[]);
  return names
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => join(folder, name));
}

main(process.argv[2]).catch((error: Error) => {
  process.stderr.write(`evaluate: ${error.message}\n`);
  process.exitCode = 2;
});
