import { CHANNELS, type Channel, type Citation, type Draft, GOODS, type Goods } from "../../src/compliance/finding";

/** A labelled line as its authors wrote it. Offsets are UTF-16. */
export interface LabelledRow {
  readonly text: string;
  readonly expect: readonly {
    readonly span: string;
    readonly start: number;
    readonly end: number;
    readonly category?: string;
    readonly basis?: string;
    readonly method?: string;
  }[];
  readonly scope?: string;
  readonly channel?: string;
  /** The same two in the vocabulary of the checker, where the author gave them; they go before the words. */
  readonly goods?: string;
  readonly chan?: string;
  readonly account?: string;
  /** What `npm run check` is asked of the line; it goes before all. */
  readonly check?: { readonly goods: string; readonly channel: string; readonly account: string };
  /** Name of the pair of lines that say the same in two scopes. */
  readonly pair?: string;
  /** Of a pair without `expect`: whether the line must be flagged. */
  readonly flag?: boolean;
}

const GOODS_WORDS: Readonly<Record<string, Goods>> = {
  通用: "any",
  普通商品: "any",
  普通食品: "food_ordinary",
  食品: "food_ordinary",
  保健食品: "food_health",
  特殊医学用途配方食品: "food_special_medical",
  特医食品: "food_special_medical",
  婴幼儿配方食品: "infant_formula",
  普通化妆品: "cosmetic_ordinary",
  化妆品: "cosmetic_ordinary",
  特殊化妆品: "cosmetic_special",
  医疗器械: "medical_device",
  医疗: "medical_device",
  药品: "drug",
  消毒产品: "disinfectant",
  消字号: "disinfectant",
  酒类: "alcohol",
  纺织品: "textile",
  家纺: "textile",
  服装: "textile",
  电子产品: "electronics",
  数码: "electronics",
  教育培训: "education",
  教育: "education",
  投资理财: "investment",
  招商: "investment",
  房地产: "real_estate",
  农资: "agri",
};

const CHANNEL_WORDS: Readonly<Record<string, Channel>> = {
  商品标题: "product_title",
  商品详情: "product_detail",
  小程序商品页: "product_detail",
  评价: "product_detail",
  视频描述: "video_caption",
  短视频口播: "video_script",
  直播: "live_script",
  直播口播: "live_script",
  客户群: "group_post",
  企业微信群: "group_post",
  私信: "customer_service",
  客服: "customer_service",
  账号简介: "account_profile",
};

/** Words that name no class of goods of ours (箱包, 宠物) are goods of no special class. */
export function draftOf(row: LabelledRow): Draft {
  const { check } = row;
  const goods = GOODS.find((each) => each === (check?.goods ?? row.goods)) ?? GOODS_WORDS[row.scope ?? ""] ?? "any";
  const named = [check?.channel, row.chan, row.channel];
  const channel = CHANNELS.find((each) => named.includes(each)) ?? CHANNEL_WORDS[row.channel ?? ""] ?? "product_detail";
  return { text: row.text, goods, channel, account: (check ?? row).account === "creator" ? "creator" : "shop" };
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** At least half of the shorter of the two is shared; two absences (0, 0) are the same place. */
export function overlaps(a: Span, b: Span): boolean {
  if (a.end === 0 && b.end === 0) return true;
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared > 0 && 2 * shared >= Math.min(a.end - a.start, b.end - b.start);
}

/** Whether one of the citations is one of those in `广告法第九条第三项；视频号常见违规内容概览4.11.1` (law and article; paragraphs aside). */
export function citesAny(citations: readonly Citation[], expected: string): boolean {
  const wanted = expected.split(/[；;]/).map((part) => keyOf(part));
  const cited = citations.map(({ law, article }) => keyOf(`${law}${article}`));
  return wanted.some((want) => cited.includes(want));
}

function keyOf(citation: string): string {
  const plain = citation.replace(/[（(][^）)]*[）)]/g, "").replace(/[《》\s]/g, "");
  const [, law = plain, article = ""] = /^(.*?)(第[一二三四五六七八九十百零]+条|\d+(?:\.\d+)*)/.exec(plain) ?? [];
  return `${law
    .replace(/^(?:微信视频号|视频号|中华人民共和国|微信)/, "")
    .replace(/广告审查管理暂行/, "")
    .replace(/办法$|规定$/, "")}/${article}`;
}
