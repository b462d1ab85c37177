import type { Compiled } from "./compile";
import { contextVerdict } from "./context/gates";
import type { Citation, Evasion } from "./finding";
import type { Hit, Look, Scanner, Wanted } from "./scan";
import type { Scope } from "./scope";
import type { Restored } from "./sound/restore";
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

type Restore = (view: View, typed: string) => Restored | undefined;

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
  restore: Restore,
): SentenceResult[] {
  const looked = texts.map((text): Looked => {
    const light = lightView(text);
    return { text, light, look: scanner.look(light.text, wanted) };
  });
  const restored = looked.map(({ text, light }) => restore(joinLetters(light), text));
  return looked.map((each, at) => checkSentence(each, restored[at], compiled, scanner, scope));
}

const NONE: readonly never[] = [];

/** Reads a sentence in its views, lightest first; what a lighter view shows or lets pass is not asked again. */
function checkSentence(
  { text, light, look }: Looked,
  restored: Restored | undefined,
  compiled: Compiled,
  scanner: Pick<Scanner, "look" | "run">,
  scope: Scope,
): SentenceResult {
  const { hits, probes } = scanner.run(look);
  const tight = tightViews(text, light);
  const written = writtenView(light);
  // So it is with most sentences.
  if (hits.length === 0 && tight.length === 0 && !restored && !written) return { standing: NONE, probes };
  const hitsIn = (view: View): readonly Hit[] => scanner.run(scanner.look(view.text, look.wanted)).hits;
  const standing: Standing[] = [];
  const seen: { rule: number; start: number; end: number }[] = [];

  const take = (view: View, hits: readonly Hit[], wants: (hit: Hit) => boolean): void => {
    const round = seen.length;
    for (const hit of hits) {
      const rule = compiled.rules[hit.rule];
      if (!rule || !wants(hit)) continue;
      const span = spanOf(view, hit.start, hit.end);
      if (seen.slice(0, round).some((s) => s.rule === hit.rule && s.start <= span.start && span.end <= s.end)) continue;
      seen.push({ rule: hit.rule, ...span });
      const verdict = contextVerdict(rule, view.text, hit, scope);
      if (verdict.kind === "drop") continue;
      standing.push({
        rule: hit.rule,
        ...span,
        evasion: evasionIn(view, hit),
        proof: verdict.kind === "evidence" ? { clause: verdict.clause } : undefined,
      });
    }
  };

  const open = (hit: Hit): boolean => compiled.rules[hit.rule]?.rule.evade?.only !== true;
  // 蕞软: a character that nobody types but as a disguise is one wherever it stands.
  take(light, hits, (hit) => open(hit) || evasionIn(light, hit) === "glyph");
  for (const view of tight) {
    const wants = (hit: Hit): boolean =>
      open(hit) && compiled.rules[hit.rule]?.gap === true && evasionIn(view, hit) !== undefined;
    take(view, hitsIn(view), wants);
  }
  if (written) {
    const asked = [...seen];
    take(written, hitsIn(written), (hit) => open(hit) && !asked.some((it) => overlap(it, hit, written)));
  }
  if (restored) take(restored.view, hitsIn(restored.view), (hit) => touches(restored, hit));
  return { standing, probes };
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
