import type { Expected, ExpectedCompetitor, ExpectedVisit, Part } from "./expected";
import { fits, match } from "./match";

/** What `read` prints. */
export interface Seen {
  readonly visits: readonly object[];
  readonly deltas: readonly object[];
  readonly competitors: readonly object[];
  readonly outside: readonly string[];
  readonly errors: readonly string[];
}

export interface Verdict {
  readonly expected: number;
  readonly found: number;
  /** A line for each reading that was stored and is not on the page. */
  readonly wrong: readonly string[];
  readonly missing: readonly string[];
  /** A line for each page, state, period, account, draft, delta or competitor that is not as expected. */
  readonly differing: readonly string[];
}

const FACTS = ["page", "state", "account", "period", "draft"] as const;
const line = (part: unknown): string => JSON.stringify(part);

/** Holds what `read` printed of a site against what a person sees on it. */
export function compare(expected: Expected, seen: Seen): Verdict {
  const visits = expected.visits.map((visit, at) => compareVisit(visit, at, (seen.visits[at] ?? {}) as Part));
  return {
    expected: sum(visits.map((each) => each.expected)),
    found: sum(visits.map((each) => each.found)),
    wrong: visits.flatMap((each) => each.wrong),
    missing: visits.flatMap((each) => each.missing),
    differing: [
      ...visits.flatMap((each) => each.differing),
      ...(expected.deltas ? compareLists("delta", expected.deltas, seen.deltas as readonly Part[]) : []),
      ...(expected.competitors ? compareCompetitors(expected.competitors, seen.competitors as readonly Part[]) : []),
      ...(expected.never ?? []).filter((text) => line(seen).includes(text)).map((text) => `stored: ${text}`),
      ...seen.outside.map((address) => `outside request: ${address}`),
      ...seen.errors.map((error) => `error: ${error}`),
    ],
  };
}

function compareVisit(expected: ExpectedVisit, at: number, seen: Part): Verdict {
  const where = `visit ${at + 1}`;
  const readings = (seen.readings ?? []) as readonly Part[];
  const { found, missing, wrong } = match(expected.readings ?? [], readings, expected.optional);
  const differing = FACTS.filter((fact) => expected[fact] !== undefined && !fits(expected[fact], seen[fact]));
  return {
    expected: expected.readings?.length ?? 0,
    found,
    wrong: expected.readings ? wrong.map((each) => `${where}: ${line(each)}`) : [],
    missing: missing.map((each) => `${where}: ${line(each)}`),
    differing: differing.map((fact) => `${where}: ${fact} ${line(seen[fact])}, not ${line(expected[fact])}`),
  };
}

function compareLists(what: string, wanted: readonly Part[], seen: readonly Part[], optional?: readonly Part[]) {
  const { missing, wrong } = match(wanted, seen, optional);
  return [
    ...missing.map((each) => `${what} missing: ${line(each)}`),
    ...wrong.map((each) => `${what} wrong: ${line(each)}`),
  ];
}

function compareCompetitors(wanted: readonly ExpectedCompetitor[], seen: readonly Part[]): string[] {
  const bare = ({ changes: _, optionalChanges: __, ...rest }: ExpectedCompetitor): Part => rest;
  const changes = wanted.flatMap((each) => {
    const other = seen.find((one) => fits(each.name, one.name) && fits(each.id ?? null, one.id ?? null));
    if (!other || each.changes === undefined) return [];
    return compareLists(
      `change of ${each.name}`,
      each.changes,
      (other.changes ?? []) as readonly Part[],
      each.optionalChanges,
    );
  });
  return [...compareLists("competitor", wanted.map(bare), seen), ...changes];
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
