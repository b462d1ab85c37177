import type { CheckedPack, Exemption } from "./pack";

/**
 * The sources of a pack that have announcers (see match/announce), each once. It stands alone, since views read the packs
 * too and need nothing of matching.
 */
export function announcedSources(pack: CheckedPack): string[] {
  const ofTexts = (exemptions: readonly Exemption[] = []): string[] =>
    exemptions.flatMap(({ type, values }) => (type === "text" ? values : []));
  const ofRules = pack.rules.flatMap(({ patterns, exemptions }) => [
    ...patterns.flatMap((pattern) => {
      if (pattern.type === "regex") return [pattern.source];
      return pattern.type === "absence" ? [pattern.when, pattern.unless] : [];
    }),
    ...ofTexts(exemptions),
  ]);
  return [...new Set([...ofTexts(pack.exemptions), ...ofRules])];
}
