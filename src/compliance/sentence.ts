import type { Compiled } from "./compile";
import { contextVerdict } from "./context/gates";
import type { Citation, Evasion } from "./finding";
import type { Hit, Look, Scanner, Wanted } from "./scan";
import type { Scope } from "./scope";
import type { Restored } from "./sound/rewriting";
import { writtenView } from "./text/spoken";
import { joinLetters, lightView, spanOf, tightView, type View, withoutPictures } from "./text/views";

/** A hit that its sentence lets stand, in offsets of the sentence as given. */
export interface Standing {
  readonly rule: number;
  readonly start: number;
  readonly end: number;
  readonly evasion: Evasion | undefined;
  /** Set where the context asks for proof instead of forbidding. */
  readonly proof: { readonly clause: Citation | undefined } | undefined;
}

export interface SentenceResult {
  readonly standing: readonly Standing[];
  readonly probes: readonly number[];
}

/** What reads terms through what hides them: in views of a sentence, given as it was typed too. */
export interface Disguises {
  readonly restore: (view: View, typed: string) => Restored | undefined;
  readonly glued: (view: View, typed: string) => readonly Restored[];
}

/** A sentence that was looked at: its views and what wakes in the light one. */
interface Looked {
  readonly text: string;
  readonly light: View;
  readonly look: Look;
}

/** Reads sentences of a draft: what looks words up goes over all of them first (see Scanner.look). */
export function checkSentences(
  texts: readonly string[],
  compiled: Compiled,
  scanner: Pick<Scanner, "look" | "run">,
  wanted: Wanted,
  scope: Scope,
  { restore, glued }: Disguises,
): SentenceResult[] {
  const looked = texts.map((text): Looked => {
    const light = lightView(text);
    return { text, light, look: scanner.look(light.text, wanted) };
  });
  compiled.ahead.text = looked.map(({ light }) => light.text).join("\n");
  const restored = looked.map(({ text, light }) => {
    const joined = joinLetters(light);
    const found = restore(joined, text);
    return [...(found ? [found] : []), ...glued(found?.view ?? joined, text)];
  });
  return looked.map((each, at) => checkSentence(each, restored[at] ?? NONE, compiled, scanner, scope));
}

const NONE: readonly never[] = [];

/** What was read of a sentence so far, view after view. */
interface Reading {
  readonly compiled: Compiled;
  readonly scope: Scope;
  readonly standing: Standing[];
  /** Hits that were asked about, in offsets of the sentence. */
  readonly seen: Hit[];
}

/** Reads a sentence in its views, lightest first; what a lighter view shows or lets pass is not asked again. */
function checkSentence(
  { text, light, look }: Looked,
  restored: readonly Restored[],
  compiled: Compiled,
  scanner: Pick<Scanner, "look" | "run">,
  scope: Scope,
): SentenceResult {
  const { hits, probes } = scanner.run(look);
  const tight = tightViews(text, light);
  const written = writtenView(light);
  // So it is with most sentences.
  if (hits.length === 0 && tight.length === 0 && restored.length === 0 && !written) return { standing: NONE, probes };
  const reading: Reading = { compiled, scope, standing: [], seen: [] };
  take(reading, light, openAmong(hits, compiled, light));
  for (const view of tight) take(reading, view, gapsAmong(hitsIn(view, look, scanner), view, compiled));
  if (written) {
    const asked = [...reading.seen];
    const open = openAmong(hitsIn(written, look, scanner), compiled);
    take(
      reading,
      written,
      open.filter((hit) => !asked.some((it) => overlap(it, hit, written))),
    );
  }
  for (const each of restored)
    take(
      reading,
      each.view,
      hitsIn(each.view, look, scanner).filter((hit) => touches(each, hit)),
    );
  return { standing: reading.standing, probes };
}

const hitsIn = (view: View, { wanted }: Look, scanner: Pick<Scanner, "look" | "run">): readonly Hit[] =>
  scanner.run(scanner.look(view.text, wanted)).hits;

/**
 * Hits of rules that do not speak of disguises alone; where the view is the light one, also of characters that nobody types but
 * as a disguise, which are one wherever they stand: 蕞软.
 */
const openAmong = (hits: readonly Hit[], { rules }: Compiled, light?: View): readonly Hit[] =>
  hits.filter((hit) => rules[hit.rule]?.disguisedOnly === false || (light && evasionIn(light, hit) === "glyph"));

/** Of these those that a view shows where something was put between their characters. */
const gapsAmong = (hits: readonly Hit[], view: View, compiled: Compiled): readonly Hit[] =>
  openAmong(hits, compiled).filter((hit) => compiled.rules[hit.rule]?.gap && evasionIn(view, hit) !== undefined);

/** Asks what stands around the hits of a view. What a rule finds in words of which it speaks already adds nothing. */
function take({ compiled, scope, standing, seen }: Reading, view: View, hits: readonly Hit[]): void {
  const [asked, stood] = [seen.length, standing.length];
  for (const hit of hits) {
    const rule = compiled.rules[hit.rule];
    if (!rule) continue;
    const { start, end } = spanOf(view, hit.start, hit.end);
    if (isWithin(seen, 0, asked, hit.rule, start, end)) continue;
    if (isWithin(standing, stood, standing.length, hit.rule, start, end)) continue;
    seen.push({ rule: hit.rule, start, end });
    const verdict = contextVerdict(rule, view.text, hit, scope);
    if (verdict.kind === "drop") continue;
    standing.push({
      rule: hit.rule,
      start,
      end,
      evasion: evasionIn(view, hit),
      proof: verdict.kind === "evidence" ? { clause: verdict.clause } : undefined,
    });
  }
}

/** Whether one of the hits from the one number to the other is of the rule and holds [start, end) without asking for proof. */
function isWithin(
  hits: readonly (Hit & { readonly proof?: Standing["proof"] })[],
  from: number,
  to: number,
  rule: number,
  start: number,
  end: number,
): boolean {
  for (let at = from; at < to; at++) {
    const hit = hits[at];
    if (hit?.rule === rule && hit.start <= start && end <= hit.end && !hit.proof) return true;
  }
  return false;
}

/** The views in which what was put between the characters of a sentence is gone, pictures read and pictures left out. */
function tightViews(text: string, light: View): readonly View[] {
  const tight = tightView(light);
  const bare = withoutPictures(text);
  if (bare === undefined) return tight === light ? NONE : [tight];
  const lightBare = lightView(bare);
  const tightBare = tightView(lightBare);
  return [tight === light ? NONE : [tight], tightBare === lightBare ? NONE : [tightBare]].flat();
}

/** Whether a rule was asked about these words before they were read as written. */
function overlap(asked: Hit, hit: Hit, view: View): boolean {
  const { start, end } = spanOf(view, hit.start, hit.end);
  return asked.rule === hit.rule && asked.start < end && start < asked.end;
}

const touches = (restored: Restored, hit: Hit): boolean =>
  restored.disguised.some((unit) => unit >= hit.start && unit < hit.end);

function evasionIn(view: View, hit: Hit): Evasion | undefined {
  if (view.marks.size === 0) return undefined;
  let inserted: Evasion | undefined;
  for (let unit = hit.start; unit < hit.end; unit++) {
    const mark = view.marks.get(unit);
    if (mark === undefined) continue;
    if (mark !== "symbol_insert") return mark;
    // A mark on the first unit is about what stands before the hit.
    if (unit > hit.start) inserted = mark;
  }
  return inserted;
}
