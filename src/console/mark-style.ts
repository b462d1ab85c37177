/**
 * How marks look. Told by the shape of the line before its colour: wavy not to be published, double only with proof,
 * dotted a risk to weigh. Straight lines stand clear of the characters, in which their dots would be lost. Each colour has at least 3:1 against its ground (white, #1f1f1f).
 */
export type MarkTone = "light" | "dark";

interface Look {
  readonly line: string;
  readonly offset: string;
  readonly light: readonly [line: string, ground: string];
  readonly dark: readonly [line: string, ground: string];
}

const PREFIX = "channels-companion";
/** Gravest first. */
const LOOKS: Readonly<Record<string, Look>> = {
  block: { line: "wavy 2px", offset: "auto", light: ["#c92a2a", "#fa525224"], dark: ["#ff8787", "#ff6b6b38"] },
  evidence: { line: "double 2px", offset: "0.2em", light: ["#a85b00", "#fab00524"], dark: ["#ffc078", "#ffa94d30"] },
  warn: { line: "dotted 2px", offset: "0.2em", light: ["#2b64c9", "#4dabf71a"], dark: ["#8fc1ff", "#4dabf72e"] },
};
const SEVERITIES = Object.keys(LOOKS);
const TONES: readonly MarkTone[] = ["light", "dark"];

/** Every highlight name this extension may register. */
export const HIGHLIGHTS = SEVERITIES.flatMap((severity) => TONES.map((tone) => `${PREFIX}-${severity}-${tone}`));

/** Of the severities that are marked, the gravest highest: where marks overlap it is the one seen. 0: listed only. */
export const priorityOf = (severity: string): number =>
  severity in LOOKS ? SEVERITIES.length - SEVERITIES.indexOf(severity) : 0;
export const nameOf = (severity: string, tone: MarkTone): string => `${PREFIX}-${severity}-${tone}`;

/** Light text stands on a dark ground, whatever paints that ground: a colour, a gradient or the browser's dark scheme. */
export function toneOf(textColor: string): MarkTone {
  const [red = 0, green = 0, blue = 0] = (textColor.match(/[\d.]+/g) ?? []).map(Number);
  return 0.299 * red + 0.587 * green + 0.114 * blue > 140 ? "dark" : "light";
}

export const MARK_RULES = SEVERITIES.flatMap((severity) =>
  TONES.map((tone) => {
    const { line, offset, [tone]: colors } = LOOKS[severity] as Look;
    const look = `text-decoration:underline ${line} ${colors[0]};text-underline-offset:${offset};background-color:${colors[1]}`;
    return `::highlight(${nameOf(severity, tone)}){${look}}`;
  }),
).join("");
