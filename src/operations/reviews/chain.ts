import type { ReviewRow } from "../../ledger/model";
import { reviewId } from "../../ledger/review-id";

/** changed: an entry no longer fits its hash · missing: one was taken out · cut: it names another one before it. */
export type BreakKind = "changed" | "missing" | "cut";

/** One machine's entries. Machines write chains of their own, so that the records of several are united by putting them together. */
export interface Chain {
  readonly device: string;
  readonly entries: number;
  /** Hash of the last entry: noted elsewhere, it also shows when the end was taken off. */
  readonly last: string;
  /** The first place where the chain does not hold; null where all of it does. */
  readonly broken: { readonly n: number; readonly kind: BreakKind } | null;
}

interface Link {
  readonly row: ReviewRow;
  readonly device: string;
  readonly n: number;
}

/** Checks every chain of a record, the hash of every entry included. */
export async function verifyChains(rows: readonly ReviewRow[]): Promise<readonly Chain[]> {
  const byDevice = new Map<string, Link[]>();
  for (const row of rows) {
    const { device, n } = Object(row.entry) as { device?: unknown; n?: unknown };
    const link = { row, device: String(device), n: typeof n === "number" ? n : 0 };
    byDevice.set(link.device, [...(byDevice.get(link.device) ?? []), link]);
  }
  const chains = [...byDevice].map(async ([device, links]): Promise<Chain> => {
    links.sort((a, b) => a.n - b.n || (a.row.id < b.row.id ? -1 : 1));
    return { device, entries: links.length, last: links.at(-1)?.row.id ?? "", broken: await firstBreak(links) };
  });
  return Promise.all(chains);
}

async function firstBreak(links: readonly Link[]): Promise<Chain["broken"]> {
  let previous: string | null = null;
  for (const [index, { row, n }] of links.entries()) {
    if ((await reviewId(row)) !== row.id) return { n: index + 1, kind: "changed" };
    if (n !== index + 1) return { n: index + 1, kind: "missing" };
    if (row.previous !== previous) return { n, kind: "cut" };
    previous = row.id;
  }
  return null;
}
