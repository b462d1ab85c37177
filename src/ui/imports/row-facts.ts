import type { ObservedEntity, Period } from "../../console/observation";
import { seen } from "../../console/plain-text";
import { dayIn, momentIn, periodIn } from "./dates";
import type { ColumnUse, FileFacts, Mapping } from "./mapping";

/** Why a line as a whole is not taken. */
export type RowProblem = "no_name" | "id_lost" | "no_owner" | "not_a_day" | "future";

export type Wrong = (code: RowProblem, at: number | null) => void;

/** An id that a spreadsheet turned into a number shows as 1.45679E+18: its last digits are gone. */
const LOST = /^\d+(\.\d+)?e\+?\d+$/i;
/** A guard against formulas that exports put before a name. */
const GUARD = /^'(?=[=+\-@＝＋－＠])/;

const NAME_MAX = 2_000;

/** Whom a row speaks of; null where the row does not say. */
export function entityOf(
  cells: readonly string[],
  mapping: Mapping,
  facts: FileFacts,
  wrong: Wrong,
): ObservedEntity | null {
  const { subject, columns } = mapping;
  const cell = (as: ColumnUse["as"]): { readonly at: number; readonly text: string } => {
    const at = columns.findIndex((column) => column.as === as);
    return { at, text: seen(cells[at] ?? "").replace(GUARD, "") };
  };
  const [id, name, owner, published, link] = [cell("id"), cell("name"), cell("owner"), cell("published"), cell("link")];
  if (LOST.test(id.text)) {
    wrong("id_lost", id.at);
    return null;
  }
  const isOwn = subject === facts.account?.type && name.text === "" && id.text === "";
  if (isOwn) return { type: subject, id: facts.account?.id ?? null, name: facts.account?.name ?? null };
  if (name.text === "" && id.text === "") {
    wrong("no_name", name.at < 0 ? null : name.at);
    return null;
  }
  const ownerName = owner.text || (facts.owner ?? "");
  const isHouse = subject === "talent" || subject === "account" || subject === "shop";
  if (facts.account === null && !isHouse && ownerName === "") {
    wrong("no_owner", owner.at < 0 ? null : owner.at);
    return null;
  }
  const moment = momentIn(published.text);
  return {
    type: subject,
    id: id.text.slice(0, 200) || null,
    name: name.text.slice(0, NAME_MAX) || null,
    ...(facts.account === null && !isHouse
      ? { owner: { type: "talent" as const, id: null, name: ownerName.slice(0, NAME_MAX) } }
      : {}),
    ...(/^https:\/\/\S{1,1990}$/.test(link.text) ? { link: link.text } : {}),
    ...(moment ? { publishedAt: moment } : {}),
  };
}

/** The time a row speaks of: its own columns, else what was said of the file. */
export function periodOf(
  cells: readonly string[],
  { columns }: Mapping,
  facts: FileFacts,
  wrong: Wrong,
): { readonly period: Period | null; readonly day: string } {
  const [at, from, to] = (["day", "from", "to"] as const).map((as) =>
    columns.findIndex((column) => column.as === as),
  ) as [number, number, number];
  const text = (index: number): string => seen(cells[index] ?? "");
  let period = facts.period;
  let bad: number | null = null;
  if (text(at) !== "") {
    period = periodIn(text(at));
    if (period === null) bad = at;
  } else if (text(from) !== "" || text(to) !== "") {
    const [first, last] = [dayIn(text(from)), dayIn(text(to))];
    period = first && last && first <= last ? { from: first, to: last } : null;
    if (period === null) bad = first ? to : from;
  }
  if (bad !== null) wrong("not_a_day", bad);
  else if ((period?.to ?? facts.day) > facts.today) wrong("future", at < 0 ? (to < 0 ? null : to) : at);
  return { period, day: facts.day };
}
