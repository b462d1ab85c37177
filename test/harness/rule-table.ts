import type { Draft } from "../../src/compliance/finding";
import type { Basis, Pack, Rule } from "../../src/compliance/pack";

const HEAD = `# Rules of the copy checker

Made from assets/packs by \`npm run docs\`; a test holds it current. A rule warns of a risk (风险提示) and names what the warning
rests on; whether a text is lawful is for people to say. Marks: 拦截 not to be published as it stands, 举证 only with proof at
hand, 提醒 a risk of platform or channel, 知悉 good to know. Law in brackets is cited only for those goods or channels.

Which category a claim gets where two would fit: the special law's goes first. A disease, a symptom or a word of treatment
(祛湿, 消炎) is medical_claim, also where it is to be gone in three days or for ever; the 24 functions of health food, in
their words or in daily ones (睡得香, 瘦八斤 by eating), are health_function_claim; dyeing, perming, whitening, sun and hair loss or growth are cosmetic_special_efficacy; what the rules of
devices list (无效退款, 家庭必备) is medical_device there. Any other result in so many days, for ever or a hundred per
cent is efficacy_guarantee; the lowest price is price_claim, how many bought or use it sales_data_claim, and only what none of these
takes is absolute_term or false_claim. In a chat what advertising law alone forbids (superlatives of taste, a patent without
its number, minutes to the metro) is let pass.
`;

const MARKS: Readonly<Record<Rule["severity"], string>> = {
  block: "拦截",
  evidence: "举证",
  warn: "提醒",
  info: "知悉",
};

const line = (cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll("|", "\\|").replaceAll("\n", " ")).join(" | ")} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");

/** Every rule of the packs with what it rests on, whom it is for, and a line that it finds and one that it lets pass. */
export function ruleTable(packs: readonly Pack[]): string {
  const count = packs.reduce((sum, pack) => sum + pack.rules.length, 0);
  return [
    HEAD,
    `${packs.length} packs, ${count} rules.\n`,
    ...packs.flatMap((pack) => [
      `## ${pack.title.zh} · ${pack.title.en}\n`,
      `\`${pack.id}\` ${pack.version}, read against the law on ${pack.asOf}.\n`,
      table(["rule", "mark", "for", "rests on", "finds", "lets pass"], pack.rules.map(about)),
      "",
    ]),
  ].join("\n");
}

const about = (rule: Rule): string[] => [
  `\`${rule.id}\` ${rule.title}`,
  MARKS[rule.severity],
  audience(rule),
  rule.basis.map(citation).join("; "),
  rule.examples?.hit[0]?.text ?? "",
  rule.examples?.miss[0]?.text ?? "",
];

const citation = ({ law, article, goods, channels }: Basis): string => {
  const only = [...(goods ?? []), ...(channels && channels.length < MOST_CHANNELS ? channels : [])];
  return `${law}${article}${only.length > 0 ? ` (${only.join(", ")})` : ""}`;
};
/** 广告法 is cited for all channels but the two kinds of chat, which needs no saying at every rule. */
const MOST_CHANNELS = 6;

function audience({ scope }: Rule): string {
  if (!scope) return "all";
  const without = (list: readonly Draft[keyof Draft][] | undefined): string[] =>
    list && list.length > 0 ? [`not ${list.join(", ")}`] : [];
  const parts = [
    ...(scope.goods ?? []),
    ...without(scope.goodsExcept),
    ...(scope.channels ?? []),
    ...without(scope.channelsExcept),
    ...(scope.accounts ?? []),
  ];
  return parts.length > 0 ? parts.join(", ") : "all";
}
