/** What a goods title says, in a form in which titles of one thing look alike. */
export interface Title {
  /** Width, case, white space, punctuation and what stands in 【】 taken away. */
  readonly plain: string;
  /** Pairs of neighbouring characters of Chinese runs; Latin words whole. */
  readonly tokens: ReadonlySet<string>;
  /** Numbers with their unit (`500g`, `30包`): another size is another thing. */
  readonly sizes: ReadonlySet<string>;
}

const SIZE =
  /\d+(?:\.\d+)?(?:kg|mg|ml|cm|mm|g|l|m|斤|两|克|毫升|升|包|袋|盒|瓶|罐|支|片|粒|枚|个|只|件|条|双|套|寸|码|米|年|度)?/g;
const NOISE = /[【[(（][^】\])）]*[】\])）]/g;
const SAME_UNIT: readonly (readonly [RegExp, string])[] = [
  [/千克|公斤/g, "kg"],
  [/毫升/g, "ml"],
  [/克/g, "g"],
];

export function readTitle(title: string): Title {
  const folded = SAME_UNIT.reduce((text, [unit, to]) => text.replace(unit, to), title.normalize("NFKC").toLowerCase());
  const bare = folded.replace(NOISE, " ");
  // A title that is all in brackets is what it is.
  const kept = /[\p{L}\p{N}]/u.test(bare) ? bare : folded;
  const sizes = new Set(kept.replace(/\s+/g, "").match(SIZE) ?? []);
  const words = kept.replace(SIZE, " ").match(/[\p{Script=Han}]+|[\p{L}]+/gu) ?? [];
  return { plain: kept.replace(/[^\p{L}\p{N}]+/gu, ""), tokens: new Set(words.flatMap(pairs)), sizes };
}

function pairs(word: string): readonly string[] {
  const characters = [...word];
  if (!/\p{Script=Han}/u.test(word) || characters.length < 2) return [word];
  return characters.slice(1).map((character, at) => `${characters[at]}${character}`);
}
