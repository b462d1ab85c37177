import * as z from "zod/mini";
import { MOST_WAYS, waysToMatch } from "./match/regex-cost";
import { parseRegex } from "./match/regex-tree";
import { fullSource, namesOf, templateOf } from "./match/source";
import { type Exemption, type Pack, packSchema, type Rule } from "./pack";

/** A pack that cannot be used. The message names the pack, the rule and the place, and says what is wrong. */
export class PackError extends Error {
  override readonly name = "PackError";
}

/**
 * Validates packs as parsed from JSON: one pack or an array of them. Throws PackError on a wrong schema, an id used twice,
 * a list that is missing, an expression that does not compile or that could run for minutes.
 */
export function loadPacks(json: unknown): Pack[] {
  const packs = (Array.isArray(json) ? json : [json]).map(parsePack);
  const packIds = new Set<string>();
  const owner = new Map<string, string>();
  for (const pack of packs) {
    if (packIds.has(pack.id)) throw new PackError(`Pack ${pack.id} is there twice.`);
    packIds.add(pack.id);
    for (const rule of pack.rules) {
      const first = owner.get(rule.id);
      if (first !== undefined)
        throw new PackError(`Pack ${pack.id}, rule ${rule.id}: the id is used already in pack ${first}.`);
      owner.set(rule.id, pack.id);
    }
    checkExpressions(pack);
  }
  return packs;
}

function parsePack(json: unknown, index: number): Pack {
  const parsed = z.safeParse(packSchema, json);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const path = issue?.path ?? [];
  const pack = property(json, "id") ?? `number ${index + 1}`;
  const rule = path[0] === "rules" && path.length > 1 ? property(at(json, path.slice(0, 2)), "id") : undefined;
  const where = [`Pack ${pack}`, rule === undefined ? "" : `, rule ${rule}`, `: ${path.join(".") || "the pack"}`];
  throw new PackError(`${where.join("")}: ${issue?.message ?? "wrong shape"}`);
}

function at(json: unknown, path: readonly PropertyKey[]): unknown {
  let value = json;
  for (const key of path) value = typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
  return value;
}

function property(json: unknown, key: string): string | undefined {
  const value = at(json, [key]);
  return typeof value === "string" ? value : undefined;
}

function checkExpressions(pack: Pack): void {
  const names = namesOf(pack);
  const check = (source: string, place: string): void => {
    try {
      const template = templateOf(source, names);
      new RegExp(fullSource(template), "u");
      if (waysToMatch(parseRegex(template)) > MOST_WAYS) throw new Error("it may try too many ways and hang");
    } catch (error) {
      throw new PackError(`Pack ${pack.id}, ${place}: ${source} cannot be used: ${(error as Error).message}`);
    }
  };
  const checkExemptions = (exemptions: readonly Exemption[] | undefined, place: string): void =>
    exemptions?.forEach((exemption, i) => {
      for (const value of exemption.values) check(value, `${place}exemptions.${i}`);
    });
  checkExemptions(pack.exemptions, "");
  for (const rule of pack.rules) {
    const place = `rule ${rule.id}, `;
    rule.patterns.forEach((pattern, i) => {
      for (const source of sourcesOf(pattern)) check(source, `${place}patterns.${i}`);
    });
    checkExemptions(rule.exemptions, place);
  }
}

function sourcesOf(pattern: Rule["patterns"][number]): string[] {
  if (pattern.type === "regex") return [pattern.source];
  return pattern.type === "absence" ? [pattern.when, pattern.unless] : [];
}
