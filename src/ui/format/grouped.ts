/** Digits before the point in threes. */
const THREES = /\B(?=(\d{3})+$)/g;

/**
 * A number grouped by thousands, with at least `least` and at most `most` decimals, halves away from zero: what
 * `toLocaleString("en-US")` writes. The first call of that holds a fresh process for some 50 ms, just when a popup is
 * opened, so it is left to what no page shows.
 */
export function grouped(value: number, least: number, most: number): string {
  const [, whole = "", part = ""] = /^(\d+)(?:\.(\d+))?$/.exec(String(Math.abs(value))) ?? [];
  if (whole === "") return value.toLocaleString("en-US", { minimumFractionDigits: least, maximumFractionDigits: most });
  const up = (part[most] ?? "0") >= "5" ? 1n : 0n;
  const digits = String(BigInt(whole + part.slice(0, most).padEnd(most, "0")) + up).padStart(most + 1, "0");
  const at = digits.length - most;
  const decimals = digits.slice(at).replace(/0+$/, "").padEnd(least, "0");
  const sign = value < 0 || Object.is(value, -0) ? "-" : "";
  return `${sign}${digits.slice(0, at).replace(THREES, ",")}${decimals && "."}${decimals}`;
}
