/**
 * How marks look. Told by the shape of the line before its colour: wavy not to be published, double only with proof,
 * dotted a risk to weigh. Each colour has at least 3:1 against its ground (white, #1f1f1f).
 */
export type MarkTone = "light" | "dark";

export interface Toned {
  readonly name: string;
  readonly priority: number;
}

interface Look {
  readonly line: string;
  readonly light: readonly [line: string, ground: string];
  readonly dark: readonly [line: string, ground: string];
}

const PREFIX = "channels-companion";
/** Gravest first. */
const LOOKS: Readonly<Record<string, Look>> = {
  block: { line: "wavy 2px", light: ["#c92a2a", "#fa525224"], dark: ["#ff8787", "#ff6b6b38"] },
  evidence: { line: "double 2px", light: ["#a85b00", "#fab00524"], dark: ["#ffc078", "#ffa94d30"] },
  warn: { line: "dotted 2px", light: ["#2b64c9", "#4dabf71a"], dark: ["#8fc1ff", "#4dabf72e"] },
};
const SEVERITIES = Object.keys(LOOKS);
const TONES: readonly MarkTone[] = ["light", "dark"];

/** Every highlight name this extension may register. */
export const HIGHLIGHTS = SEVERITIES.flatMap((severity) => TONES.map((tone) => `${PREFIX}-${severity}-${tone}`));

/** Null for a severity that is listed only. Where marks overlap the graver one is seen. */
export function nameOf(severity: string, tone: MarkTone): Toned | null {
  const at = SEVERITIES.indexOf(severity);
  return at < 0 ? null : { name: `${PREFIX}-${severity}-${tone}`, priority: SEVERITIES.length - at };
}

export function markRules(): string {
  return Object.entries(LOOKS)
    .flatMap(([severity, look]) =>
      TONES.map((tone) => {
        const [line, ground] = look[tone];
        return `::highlight(${PREFIX}-${severity}-${tone}){text-decoration:underline ${look.line} ${line};background-color:${ground}}`;
      }),
    )
    .join("");
}
