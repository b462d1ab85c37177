import type { Staleness } from "./staleness";

/** The vocabulary of the copy checker; the wire format of `npm run check`. */

export const GOODS = [
  "any",
  "food_ordinary",
  "food_health",
  "food_special_medical",
  "infant_formula",
  "cosmetic_ordinary",
  "cosmetic_special",
  "medical_device",
  "drug",
  "disinfectant",
  "alcohol",
  "textile",
  "electronics",
  "education",
  "investment",
  "real_estate",
  "agri",
] as const;
export type Goods = (typeof GOODS)[number];

export const CHANNELS = [
  "product_title",
  "product_detail",
  "video_caption",
  "video_script",
  "live_script",
  "group_post",
  "customer_service",
  "account_profile",
] as const;
export type Channel = (typeof CHANNELS)[number];

/** shop: the seller's own account, recognisable as such. creator: a personal or KOL-style account. */
export const ACCOUNTS = ["shop", "creator"] as const;
export type AccountKind = (typeof ACCOUNTS)[number];

/** Gravest first: not to be published / only with proof at hand / a platform or channel risk / good to know. */
export const SEVERITIES = ["block", "evidence", "warn", "info"] as const;
export type Severity = (typeof SEVERITIES)[number];

export const CATEGORIES = [
  "absolute_term",
  "medical_claim",
  "health_function_claim",
  "cosmetic_special_efficacy",
  "efficacy_guarantee",
  "medical_rate",
  "medical_device",
  "uncited_data",
  "patent_claim",
  "authority_endorsement",
  "state_organ",
  "false_claim",
  "sales_data_claim",
  "price_claim",
  "urgency_claim",
  "inducement_reward",
  "inducement_coercion",
  "off_platform",
  "platform_endorsement",
  "ad_label_missing",
  "ai_label_missing",
  "disparagement",
  "superstition",
  "alcohol",
  "investment_promise",
  "education_promise",
  "breast_milk_substitute",
  "unscientific_claim",
  "copyright",
  "custom",
] as const;
export type Category = (typeof CATEGORIES)[number];

/** How a text hides a term from a plain search. */
export const EVASIONS = [
  "symbol_insert",
  "fullwidth",
  "enclosed",
  "math_digit",
  "traditional",
  "glyph",
  "homophone",
  "pinyin",
  "mixed_pinyin",
  "numeral",
  "turned",
] as const;
export type Evasion = (typeof EVASIONS)[number];

export const SUGGESTION_KINDS = ["delete", "rewrite", "attach_evidence", "add_label"] as const;
export type SuggestionKind = (typeof SUGGESTION_KINDS)[number];

export interface Draft {
  readonly text: string;
  readonly goods: Goods;
  readonly channel: Channel;
  readonly account: AccountKind;
}

export interface Citation {
  /** Short name as lawyers write it: 广告法, 食品安全法, 微信视频号运营规范. */
  readonly law: string;
  /** 第九条第三项, or a clause number such as 4.4.1. */
  readonly article: string;
}

export interface Suggestion {
  readonly kind: SuggestionKind;
  readonly text: string;
}

export interface Finding {
  /** UTF-16 offsets into the text as given; 0,0 for something absent. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly category: Category;
  readonly severity: Severity;
  /** Rule id, unique over all packs. */
  readonly rule: string;
  readonly basis: readonly Citation[];
  readonly evasion?: Evasion;
  readonly suggestions: readonly Suggestion[];
  /** The clause that turned a block into evidence, when a context gate did. */
  readonly exemption?: Citation;
  /** Set where the rule is past its end or its pack is old; only from a checker that was given the day. */
  readonly stale?: Staleness;
}
