import type { Unit, Value } from "./observation";
import { folded } from "./plain-text";
import { COUNT_WORDS, SCALE_WORDS, UNIT_WORDS } from "./unit-words";

/**
 * A shown number before its metric is known. `n` and `step` (place of the last shown digit) are in the scale of the
 * text (1.2万 → n 12000, step 1000); `scaled` says that 万 or 亿 hid digits. `unit` is the unit written beside it.
 */
export interface Shown {
  readonly kind: "number" | "range" | "none";
  readonly n: number;
  readonly step: number;
  readonly scaled: boolean;
  readonly signed: boolean;
  readonly min: number | null;
  readonly max: number | null;
  readonly unit: string;
}

const SCALES: Record<string, number> = {
  百: 100,
  千: 1e3,
  k: 1e3,
  万: 1e4,
  w: 1e4,
  十万: 1e5,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
};
const SCALE = `${SCALE_WORDS}|[kw]`;
const DIGITS = "(?:\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.\\d+)?";
const NUMBER = new RegExp(`^([+-]?)(¥?)([+-]?)(${DIGITS})(${SCALE})?(${UNIT_WORDS})?$`);
const RANGE = new RegExp(`^¥?(${DIGITS})(${SCALE})?(%|元)?(?:-|~|至|到|—|–)¥?(${DIGITS})(${SCALE})?(${UNIT_WORDS})?$`);
const AMOUNT = `¥?(${DIGITS})(${SCALE})?(${UNIT_WORDS})?`;
const BOUND_FIRST = new RegExp(`^(?:([<≤]|低于|不足|[少小]于)|[>≥]|高于|超过|大于)${AMOUNT}$`);
const BOUND_LAST = new RegExp(`^${AMOUNT}(?:(以[下内]|及以下)|及?以上|\\+)$`);
const NONE = /^(-{1,3}|—{1,2}|–|－|\/|暂无|无数据|n\/a)$/;

const MAYBE = /[\d０-９]|^[\s\xad\u200b-\u206f\ufeff]*[-—–－/暂无nNｎＮ]/;

const empty: Shown = { kind: "none", n: 0, step: 0, scaled: false, signed: false, min: null, max: null, unit: "" };

/** `digits` × `factor` without the noise of binary fractions: 1.2 × 10000 is 12000. */
function times(digits: string, factor: number): { n: number; step: number } {
  const plain = digits.replaceAll(",", "");
  const decimals = plain.split(".")[1]?.length ?? 0;
  const step = factor / 10 ** decimals;
  const n = Number(plain.replace(".", "")) * step;
  return { n: Number(n.toPrecision(15)), step };
}

/** Reads a text that is a number and nothing else; null for anything else, and for numbers too long to be quantities. */
export function parseShown(text: string): Shown | null {
  // Most texts of a page hold no digit, and there are thousands of them.
  if (!MAYBE.test(text)) return null;
  const t = folded(text)
    .replaceAll("￥", "¥")
    .replaceAll("−", "-")
    .replace(/[›»>]+$/, "");
  if (t.length === 0 || t.length > 32) return null;
  if (NONE.test(t)) return empty;
  const duration = parseDuration(t);
  if (duration !== null) return { ...empty, kind: "number", n: duration, step: 1, unit: "秒" };
  let m = NUMBER.exec(t);
  if (m) {
    if (m[1] && m[3]) return null;
    const { n, step } = times(m[4] ?? "", SCALES[m[5] ?? ""] ?? 1);
    if (n > Number.MAX_SAFE_INTEGER) return null;
    const sign = m[1] || m[3];
    const unit = m[2] ? "元" : (m[6] ?? "");
    return {
      ...empty,
      kind: "number",
      n: sign === "-" ? -n : n,
      step,
      scaled: m[5] !== undefined,
      signed: sign !== "",
      unit,
    };
  }
  m = RANGE.exec(t);
  if (m) return range(m);
  const [, first, ...amount] = BOUND_FIRST.exec(t) ?? [];
  if (amount.length > 0) return bounded(t, amount, first !== undefined);
  m = BOUND_LAST.exec(t);
  return m && bounded(t, m.slice(1), m[4] !== undefined);
}

/** 1000以下 is 0 to 1000, 100万以上 has no end. */
function bounded(t: string, [digits = "", scale = "", unit]: readonly (string | undefined)[], below: boolean): Shown {
  const { n } = times(digits, SCALES[scale] ?? 1);
  return { ...empty, kind: "range", min: below ? 0 : n, max: below ? n : null, unit: unitOf(t, unit) };
}

const unitOf = (t: string, unit: string | undefined): string => (t.includes("¥") ? "元" : (unit ?? ""));

/** 50-100万 is 50万 to 100万, but 5000-1万 is 5000 to 10000: the far scale is shared only if the result still rises. */
function range(m: RegExpExecArray): Shown | null {
  const farScale = SCALES[m[5] ?? ""] ?? 1;
  const far = times(m[4] ?? "", farScale).n;
  let near = times(m[1] ?? "", SCALES[m[2] ?? ""] ?? 1).n;
  if (m[2] === undefined && farScale > 1 && near * farScale < far) near *= farScale;
  if (near > far) return null;
  return { ...empty, kind: "range", min: near, max: far, unit: unitOf(m[0], m[6] ?? m[3]) };
}

/** 2小时34分 · 12分34秒 · 12'34" · 01:02:03 → seconds. A bare 12:34 is a time of day as often as a length: not read. */
function parseDuration(t: string): number | null {
  let m = /^(?:(\d+)天)?(?:(\d+)(?:小时|时|h))?(?:(\d+)(?:分钟?|min|m))?(?:(\d+(?:\.\d+)?)(?:秒钟?|s))?$/.exec(t);
  if (m && (m[1] || m[2] || (m[3] && (m[4] || !/^\d+分$/.test(t)))))
    return Number(m[1] ?? 0) * 86400 + Number(m[2] ?? 0) * 3600 + Number(m[3] ?? 0) * 60 + Number(m[4] ?? 0);
  m = /^(?:(\d+)['′])(\d{1,2})(?:["″]|''|′′)$/.exec(t);
  if (m) return Number(m[1]) * 60 + Number(m[2]);
  m = /^(\d{1,3}):([0-5]\d):([0-5]\d)$/.exec(t);
  return m ? Number(m[1]) * 3600 + Number(m[2]) * 60 + Number(m[3]) : null;
}

const COUNT_UNITS = new RegExp(`^(?:${COUNT_WORDS})?$`);
const SCALED = new RegExp(`^(?:${SCALE_WORDS})`);

/**
 * The value of a shown number for a metric of `unit`. `hint` is the unit of the label's bracket: 元, 万元, %, ‰, 秒.
 * Null when the number cannot be of that metric (a percentage under a count, a negative count, a rate without %).
 */
export function valueFor(shown: Shown, unit: Unit, hint: string, mayBeNegative: boolean): Value | null {
  if (shown.kind === "none" || unit === "text") return null;
  const written = shown.unit || hint.replace(SCALED, "");
  const factor = factorOf(unit, written, shown.unit === "" ? hint : "");
  if (factor === null) return null;
  if (shown.kind === "range") {
    if (unit === "score") return null;
    const of = (n: number | null): number | null => (n === null ? null : clean(n * factor.by));
    return { precision: "range", min: of(shown.min), max: of(shown.max) };
  }
  if (shown.n < 0 && !mayBeNegative) return null;
  const value = clean(shown.n * factor.by);
  if (shown.scaled || factor.rounds) return { precision: "rounded", value, step: clean(shown.step * factor.by) };
  if (unit === "count" && !Number.isInteger(value)) return null;
  if (unit === "fen" && !Number.isInteger(value)) return null;
  return { precision: "exact", value };
}

const clean = (n: number): number => Number(n.toPrecision(12));

function factorOf(unit: Unit, written: string, hint: string): { by: number; rounds: boolean } | null {
  const scale = SCALES[SCALED.exec(hint)?.[0] ?? ""] ?? 1;
  const rounds = scale > 1;
  switch (unit) {
    case "fen":
      return written === "" || written === "元" || written === "块"
        ? { by: 100 * scale, rounds }
        : written === "分"
          ? { by: 1, rounds: false }
          : null;
    case "count":
      return COUNT_UNITS.test(written) ? { by: scale, rounds } : null;
    case "ratio":
      if (written === "‰") return { by: 0.001, rounds: false };
      return written === "%" ? { by: 0.01, rounds: false } : null;
    case "second":
      if (/^(秒钟?|s)$/.test(written)) return { by: 1, rounds: false };
      if (/^(分钟?|min)$/.test(written)) return { by: 60, rounds: false };
      return /^(小时|h)$/.test(written) ? { by: 3600, rounds: false } : null;
    case "score":
      return written === "" || written === "分" ? { by: 1, rounds: false } : null;
    default:
      return null;
  }
}
