import * as z from "zod/mini";
import { loadPacks, PackError } from "../load-packs";
import { type Pack, packSchema } from "../pack";
import { JsonFault, type LinedJson, parseLined } from "./json-lines";
import { PACK_MAX } from "./pack-size";

/** What is wrong with a pack file and where; the first ones, in order of line. */
export interface PackFault {
  readonly line: number;
  readonly kind: "json" | "schema" | "duplicate" | "expression" | "large";
  /** The place in the pack, dotted, or what stands there. */
  readonly where: string;
  /** What the validator says; empty where the kind says it all. */
  readonly what: string;
}

const MOST_FAULTS = 20;

/** A pack of the user's, all of it or nothing. `taken`: rule ids that are in use beside a pack of that id. */
export function readPack(text: string, taken: (pack: string) => ReadonlySet<string>): Pack | readonly PackFault[] {
  if (text.length > PACK_MAX) return [{ line: 1, kind: "large", where: "", what: "" }];
  let json: LinedJson;
  try {
    json = parseLined(text);
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error;
    return [{ line: error.line, kind: "json", where: error.found, what: "" }];
  }
  const parsed = z.safeParse(packSchema, json.value);
  if (!parsed.success) return inOrder(parsed.error.issues.map((issue) => schemaFault(issue, json)));
  const pack = parsed.data;
  const faults = [...duplicates(pack, taken(pack.id), json), ...badExpressions(pack, json)];
  return faults.length === 0 ? pack : inOrder(faults);
}

const inOrder = (faults: readonly PackFault[]): readonly PackFault[] =>
  [...faults].sort((a, b) => a.line - b.line).slice(0, MOST_FAULTS);

const schemaFault = ({ path, message }: z.core.$ZodIssue, json: LinedJson): PackFault => ({
  line: json.lineOf(path),
  kind: "schema",
  where: path.map(String).join("."),
  what: message,
});

function duplicates(pack: Pack, taken: ReadonlySet<string>, json: LinedJson): PackFault[] {
  const seen = new Set(taken);
  return pack.rules.flatMap(({ id }, index): PackFault[] => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [{ line: json.lineOf(["rules", index, "id"]), kind: "duplicate", where: id, what: "" }];
  });
}

/** Each rule on its own, so that every one that cannot be used is named; then the pack's own exemptions. */
function badExpressions(pack: Pack, json: LinedJson): PackFault[] {
  const { exemptions, ...bare } = pack;
  const faults = pack.rules.flatMap((rule, index): PackFault[] => {
    const what = refusal({ ...bare, rules: [rule] });
    return what === null ? [] : [{ line: json.lineOf(["rules", index]), kind: "expression", where: rule.id, what }];
  });
  if (faults.length > 0 || !exemptions) return faults;
  const what = refusal({ ...pack, rules: pack.rules.slice(0, 1) });
  return what === null ? [] : [{ line: json.lineOf(["exemptions"]), kind: "expression", where: "exemptions", what }];
}

function refusal(pack: Pack): string | null {
  try {
    loadPacks(pack);
    return null;
  } catch (error) {
    if (error instanceof PackError) return error.message;
    throw error;
  }
}
