import type { ReviewRow } from "./model";

/** SHA-256 (hex) over everything else of an entry, names in a fixed order: the same on every machine. */
export async function reviewId({ case: ofCase, at, previous, entry }: Omit<ReviewRow, "id">): Promise<string> {
  const text = JSON.stringify(inOrder([ofCase, at, previous, entry]));
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== "object" || value === null) return value;
  const record = value as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    Object.keys(record)
      .sort()
      .map((key) => [key, inOrder(record[key])]),
  );
}
