import type { Goods } from "../finding";
import { holds } from "./matches";
import { oncePerText } from "./once";

/**
 * Sentences that a law itself orders to be shown. Words inside them are no claims (广告法适用问题执法指南（一）art. 7: what must
 * be shown is not advertising). Each is a regex over the normal view; wording in use differs by a word or two.
 */
const WARNINGS = [
  // 广告法 art. 16(2); 三品一械广告审查管理暂行办法 art. 5, 6
  "请?仔细阅读产品说明书(?:或者?在医务人员(?:的)?指导下)?(?:购买和使用)?",
  "禁忌(?:内容)?(?:或者?|及|和|、)?注意事项详见(?:产品)?说明书",
  "请?按(?:照)?(?:药品)?说明书(?:使用)?(?:或者?在药师指导下)(?:购买和使用)?",
  "本广告仅供医学药学专业人士阅读",
  // 广告法 art. 18(2); 食品安全法 art. 78; 三品一械 art. 7
  "(?:保健食品|本品|本产品|产品|该产品|此产品)?(?:不是|并非|非)(?:药物|药品|药)[，,]?(?:不能|不可|不得)(?:代替|替代|取代)(?:药物|药品|药)(?:来)?(?:治疗疾病|治疗)?",
  "(?:保健食品|本品|本产品|该产品|此产品|食品)?(?:不能|不可|不得)(?:代替|替代|取代)(?:药物|药品|药)(?:治疗)?(?:疾病)?",
  // 食品安全法 art. 67, 71, 73: what labels must say
  "(?:本品|产品|食品)?不(?:具有|具备|涉及|含有)(?:任何)?疾病(?:的)?(?:预防|治疗)(?:[、和及或](?:预防|治疗))?(?:的)?(?:功能|功效|作用)",
  // 三品一械 art. 8
  "不适用于非目标人群使用",
  "请在(?:医生|医师)(?:或者?|和|、)临床营养师(?:的)?指导下使用",
  // 广告法 art. 25
  "(?:投资有风险|理财有风险|市场有风险)[，,]?(?:入市|投资|理财|选择|购买)?(?:需|须)?(?:谨慎)?",
  // 广告法 art. 23; 未成年人保护法 art. 59
  "(?:过量)?饮酒(?:过量)?有害(?:身体)?健康",
  "(?:禁止|不)向未成年人(?:销售|出售)(?:烟|酒|烟酒|酒类)(?:商品|产品)?",
  "母乳(?:喂养)?(?:是|为)[^,，。]{0,10}(?:首选|最好|最佳|理想)[^,，。]{0,8}",
  "(?:世界卫生组织|who)?(?:首选|优先|鼓励|支持|提倡|建议|推荐)(?:选择|[^,，。]{0,8}(?:纯|全))?母乳(?:喂养)?",
].map((source) => new RegExp(source, "gu"));
/** GB 10765: what the label of infant formula, and of no other goods, must say. */
const OF_FORMULA =
  /(?:对于?\d+(?:至|到|-|~)?\d*个?月?(?:龄)?的?)?婴儿[，,]?最理想的食[品物]是母乳[，,]?在母乳不足或无母乳时可食用本(?:产)?品|母乳是婴儿最理想的食[品物][，,]?在母乳不足或无母乳时可食用本(?:产)?品|^在?母乳不足或无母乳时[，,]?可食用本(?:产)?品(?=。?$)/gu;
const FORMULAS: ReadonlySet<Goods> = new Set<Goods>(["infant_formula", "food_special_medical", "any"]);

const MAY = /说明书|代替|替代|取代|专业人士|疾病|人群|指导下|风险|饮酒|未成年人|母乳/u;

const mayWarn = oncePerText((text) => MAY.test(text));

/** Whether [start, end) of a sentence's normal view lies inside a statutory warning. */
export function isStatutoryWarning(text: string, start: number, end: number, goods: Goods): boolean {
  if (!mayWarn(text)) return false;
  if (FORMULAS.has(goods) && holds(OF_FORMULA, text, start, end)) return true;
  return WARNINGS.some((warning) => holds(warning, text, start, end));
}
