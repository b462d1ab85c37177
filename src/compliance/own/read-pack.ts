import { loadPacks, PackError } from "../load-packs";
import { type Pack, packSchema } from "../pack";
import type { LinedJson } from "./json-lines";
import { type FileFault, inOrder, readLined } from "./lined-file";

/** A pack of the user's, all of it or nothing. `taken`: rule ids that are in use beside a pack of that id. */
export function readPack(text: string, taken: (pack: string) => ReadonlySet<string>): Pack | readonly FileFault[] {
  const read = readLined(text, packSchema);
  if (!("data" in read)) return read;
  const { data: pack, json } = read;
  const faults = [...duplicates(pack, taken(pack.id), json), ...badExpressions(pack, json)];
  return faults.length === 0 ? pack : inOrder(faults);
}

function duplicates(pack: Pack, taken: ReadonlySet<string>, json: LinedJson): FileFault[] {
  const seen = new Set(taken);
  return pack.rules.flatMap(({ id }, index): FileFault[] => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [{ line: json.lineOf(["rules", index, "id"]), kind: "duplicate", where: id, what: "" }];
  });
}

/** Each rule on its own, so that every one that cannot be used is named; then the pack's own exemptions. */
function badExpressions(pack: Pack, json: LinedJson): FileFault[] {
  const { exemptions, ...bare } = pack;
  const faults = pack.rules.flatMap((rule, index): FileFault[] => {
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
