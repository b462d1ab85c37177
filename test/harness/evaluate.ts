// npm run evaluate -- FOLDER   Measures the checker on labelled lines (*.jsonl in FOLDER and FOLDER/dev) and on text of which almost all is
// innocent (FOLDER/corpora/*). Prints what it missed and what it flagged, so that a class of error can be seen. A file whose lines
// name their pair is of scopes: a pair is right when both its lines are.
import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { type Checker, createChecker } from "../../src/compliance/checker";
import type { Finding } from "../../src/compliance/finding";
import { citesAny, draftOf, type LabelledRow, overlaps } from "./labelled";
import { productPacks } from "./packs";

const percent = (part: number, whole: number): string => (whole === 0 ? "-" : `${((100 * part) / whole).toFixed(1)} %`);
const share = (part: number, whole: number): string => `${part}/${whole} ${percent(part, whole)}`;
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const show = (finding: Finding): string =>
  `${finding.text || "(absent)"}〔${finding.severity} ${finding.category} ${finding.rule}${finding.evasion ? ` ${finding.evasion}` : ""}〕`;

function violations(name: string, rows: readonly LabelledRow[], checker: Checker): void {
  let [spans, found, classed, category, basis, based, exact, findingsSeen] = [0, 0, 0, 0, 0, 0, 0, 0];
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
        classed++;
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
    `\n${name}: spans found ${share(found, spans)}; category right ${share(category, classed)}; basis right ${share(basis, based)}; offsets exact ${share(exact, findingsSeen)}`,
  );
  for (const line of lines) say(line);
}

function innocents(name: string, rows: readonly LabelledRow[], checker: Checker): void {
  const flagged = rows.flatMap((row) => {
    const findings = checker.check(draftOf(row)).filter(isFlag);
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

/** One text in two scopes: a line that must be flagged is, under one of its laws where it names them; the other is not. */
function pairs(name: string, rows: readonly LabelledRow[], checker: Checker): void {
  const wrong = new Set<string>();
  const lines = rows.flatMap((row) => {
    const draft = draftOf(row);
    const findings = checker.check(draft);
    if (row.expect ? asExpected(row.expect, findings) : asFlagged(row.flag === true, findings)) return [];
    wrong.add(row.pair ?? "");
    const { goods, channel, account } = draft;
    const said = findings.map(show).join(" ");
    return [`  wrong ${row.pair}: ${row.text} [${goods} ${channel} ${account}] → ${said}`];
  });
  const all = new Set(rows.map((row) => row.pair)).size;
  say(
    `\n${name}: lines right ${share(rows.length - lines.length, rows.length)}; pairs right ${share(all - wrong.size, all)}`,
  );
  for (const line of lines) say(line);
}

const isMark = ({ severity }: Finding): boolean => severity !== "info";
const isFlag = ({ severity }: Finding): boolean => severity === "block" || severity === "warn";

/** Proof asked for is neither: it is right for a claim that is lawful here, and for one that is not. */
const asFlagged = (flag: boolean, findings: readonly Finding[]): boolean =>
  flag ? findings.some(isMark) : !findings.some(isFlag);

function asExpected(expect: LabelledRow["expect"], findings: readonly Finding[]): boolean {
  if (expect.length === 0) return !findings.some(isFlag);
  return expect.every((wanted) =>
    findings.some(
      (it) =>
        isMark(it) &&
        overlaps(it, wanted) &&
        (wanted.end > 0 || it.category === wanted.category) &&
        (wanted.basis === undefined || citesAny(it.basis, wanted.basis)),
    ),
  );
}

async function main(folder: string | undefined): Promise<void> {
  if (folder === undefined) throw new Error("name the folder of labelled lines: npm run evaluate -- FOLDER");
  const checker = createChecker(await productPacks());
  const labelled = [...(await filesIn(folder, ".jsonl")), ...(await filesIn(join(folder, "dev"), ".jsonl"))];
  const corpora = await filesIn(join(folder, "corpora"), "");
  if (labelled.length + corpora.length === 0)
    throw new Error(`${folder} holds no *.jsonl, no dev/*.jsonl and no corpora/*: name a folder of labelled lines`);
  for (const file of labelled) {
    const rows = (await readFile(file, "utf8"))
      .split("\n")
      .flatMap((line, at) => (line.trim() === "" ? [] : rowOf(line, `${file}:${at + 1}`)));
    const [name, kind] = [basename(file, ".jsonl"), kindOf(rows)];
    kind(name, rows, checker);
  }
  for (const file of corpora) corpus(basename(file), await linesOf(file), checker);
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

function rowOf(line: string, place: string): LabelledRow {
  const row = parsed(line) as LabelledRow;
  const { text, expect, flag } = Object(row) as Partial<LabelledRow>;
  if (typeof text === "string" && (Array.isArray(expect) || typeof flag === "boolean")) return row;
  throw new Error(`${place}: no labelled line: it needs "text" and "expect", or "flag" in a file of scopes`);
}

const kindOf = (rows: readonly LabelledRow[]): typeof pairs =>
  rows.some((row) => row.pair !== undefined)
    ? pairs
    : rows.some(({ expect }) => expect.length > 0)
      ? violations
      : innocents;

const linesOf = async (file: string): Promise<string[]> =>
  (await readFile(file, "utf8")).split("\n").filter((line) => line.trim() !== "");

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
