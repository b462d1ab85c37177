import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** Part of what `read` prints; a key left out is left open. */
export type Part = { readonly [key: string]: unknown };

/** What a person sees on one page of a site. */
export interface ExpectedVisit {
  readonly page?: string;
  readonly state?: string;
  readonly account?: string | null;
  readonly period?: Part | null;
  readonly draft?: Part | null;
  /** All of them: another reading is a wrong one unless `optional` has it. */
  readonly readings?: readonly Part[];
  readonly optional?: readonly Part[];
}

export interface ExpectedCompetitor extends Part {
  readonly changes?: readonly Part[];
  readonly optionalChanges?: readonly Part[];
}

/** `expected.json` of a site, in the shapes of the read command. */
export interface Expected {
  /** Why something was decided or left open. */
  readonly notes?: string;
  readonly visits: readonly ExpectedVisit[];
  readonly deltas?: readonly Part[];
  readonly competitors?: readonly ExpectedCompetitor[];
  /** Texts of the page, such as a buyer's name, that may appear nowhere in what was stored. */
  readonly never?: readonly string[];
}

const SITES = join(import.meta.dirname, "../../fixtures/sites");

/** Names of all sites, or of those that contain one of `wanted`. */
export async function siteNames(wanted: readonly string[] = []): Promise<string[]> {
  const names = (await readdir(SITES)).sort();
  return wanted.length === 0 ? names : names.filter((name) => wanted.some((part) => name.includes(part)));
}

export const siteOf = (name: string): string => join(SITES, name);

export async function expectedOf(name: string): Promise<Expected> {
  return JSON.parse(await readFile(join(SITES, name, "expected.json"), "utf8"));
}
