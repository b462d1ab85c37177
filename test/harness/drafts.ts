import { ACCOUNTS, CHANNELS, type Draft, GOODS } from "../../src/compliance/finding";

export interface NamedDraft {
  readonly id: string | number | undefined;
  readonly draft: Draft;
}

/** Reads `{"id"?, "text", "goods"?, "channel"?, "account"?}` a line. Throws with the number of the first wrong line. */
export function parseDrafts(input: string): NamedDraft[] {
  return input
    .replace(/^\ufeff/, "")
    .split("\n")
    .flatMap((line, index) => (line.trim() === "" ? [] : [parseDraft(line, index + 1)]));
}

function parseDraft(line: string, number: number): NamedDraft {
  const fail = (why: string): never => {
    throw new Error(`line ${number}: ${why}`);
  };
  let row: unknown;
  try {
    row = JSON.parse(line);
  } catch (error) {
    return fail(`not JSON (${(error as Error).message})`);
  }
  if (typeof row !== "object" || row === null || Array.isArray(row)) return fail('not an object {"text": …}');
  const { id, text, goods, channel, account } = row as Record<string, unknown>;
  if (typeof text !== "string") return fail('"text" must be a string');
  if (id !== undefined && typeof id !== "string" && typeof id !== "number")
    return fail('"id" must be a string or a number');
  const oneOf = <T extends string>(name: string, value: unknown, known: readonly T[], fallback: T): T => {
    if (value === undefined || value === null) return fallback;
    return (
      known.find((item) => item === value) ??
      fail(`"${name}" is ${JSON.stringify(value)}, not one of ${known.join(", ")}`)
    );
  };
  return {
    id,
    draft: {
      text,
      goods: oneOf("goods", goods, GOODS, "any"),
      channel: oneOf("channel", channel, CHANNELS, "product_detail"),
      account: oneOf("account", account, ACCOUNTS, "shop"),
    },
  };
}
