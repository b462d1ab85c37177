import type { Compiled } from "./compile";
import { contextVerdict } from "./context/gates";
import type { Citation, Evasion } from "./finding";
import type { Hit, Scanner, Wanted } from "./scan";
import type { Scope } from "./scope";
import type { Restored } from "./sound/restore";
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

/** Reads a sentence in its views, lightest first; what a lighter view shows or lets pass is not asked again. */
export function checkSentence(
  text: string,
  compiled: Compiled,
  { scan }: Pick<Scanner, "scan">,
  wanted: Wanted,
  scope: Scope,
  restore: (view: View, typed: string) => Restored | undefined,
): SentenceResult {
  const light = lightView(text);
  const first = scan(light.text, wanted);
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
  take(light, first.hits, open);
  const takeTight = (from: View): void => {
    const tight = tightView(from);
    if (tight === from) return;
    const wants = (hit: Hit): boolean =>
      open(hit) && compiled.rules[hit.rule]?.gap === true && evasionIn(tight, hit) !== undefined;
    take(tight, scan(tight.text, wanted).hits, wants);
  };
  takeTight(light);
  const bare = withoutPictures(text);
  if (bare !== undefined) takeTight(lightView(bare));
  const restored = restore(joinLetters(light), text);
  if (restored) take(restored.view, scan(restored.view.text, wanted).hits, (hit) => touches(restored, hit));
  return { standing, probes: first.probes };
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
