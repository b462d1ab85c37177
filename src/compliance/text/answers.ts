/** What a speaker begins the answer to a question of his own with. A question that he answers is one sentence with the answer. */

/** 一次见效？别信这种话. Not what only sounds like it: 不信你试, 没有做不到, 不可能不. */
const NO =
  "(?:那|这|都|全)*是(?:骗|假的|忽悠|吹牛|瞎|编的|谣)|骗|假的|别[信听]|甭信|(?:我|我们|咱)(?:可|真)?不敢|没(?:这|那)(?:回|个|种)?事|没有?的事|瞎[说扯编讲]|胡扯|想(?:啥|什么)呢|不能够|不信(?![你您]|就|来|去|试|邪|问|可以|的(?:话|去|自己))|没有(?!做不到|办不到|[治除去]不|第二|对手)|不存在|哪有|不可能(?!不)|不能(?!再)|不会|不行|不敢|不是(?!吹|我吹|盖)|听到|看到|遇到|碰到|这种|这话|这类|[您你]说|谁信|别[逗闹扯]|得了吧|拉倒吧|别?做梦|想多了|想得美|扯|至少(?:得|要|也)?[^,，。]{0,4}(?:天|月|周|小时|分钟)|早着|哪那么快|没那么快";
const END = "(?=$|[！!。,，、~～…\\s”」])";
/** 能治失眠吗？能！ 治愈率是多少？98%！ 一次见效？不信你试 */
const YES = [
  "(?:当然|必须|肯定|绝对|百分(?:之)?百|妥妥)(?:的|地)?(?![不没无])",
  `(?:都)?(?:能[治降瘦白祛去除调止退补消喝吃用]?|会|行|有|可以|对|是|保|包|成|管|灵|准|真|没错|没问题|有问必答)(?:的|哒|滴|呀|啊|哦|喔|亲|呢)*${END}`,
  "(?:真的|真能|是真的|放心(?!不)|包你|包您|保证|保你|保您|就是能|[那这]是当然|[那这]必须)",
  "(?:约|近|超过?|高达|达到?)?\\d+(?:\\.\\d+)?[%％]|百分之|[八九]成",
  "(?:不信|你|您|来|自己)*(?:试试|试一?[下次]|试过|一试)|不信(?:你|就|来|试|问)|没有(?:做不到|办不到|[治除去]不)|不是(?:我)?吹|不可能不",
  "看(?:看)?(?:评价|评论(?!区)|反馈|案例|对比|效果)(?!.?有人|说)|用过的(?:都|人)",
  "(?:我|老师|主播)?(?:告诉|跟|和)(?:你|您|大家|你们)(?:们)?(?:说|讲)?[,，]?(?:能|可以|行|会|包|保)",
].join("|");
const SAID = '(?:答[:：]?|回答[:：]?|亲[,，]?|老铁们?[,，]?|姐妹们?[,，]?|家人们[,，]?)?[“"「]?';

/** A question may be asked with more than one mark, and answered on the next line. */
const GAP = "[\\s?？!！]*";
const BEGINS_NO = new RegExp(`^${GAP}${SAID}(?:${NO})`, "u");
const BEGINS_YES = new RegExp(`^${GAP}${SAID}(?:${YES})`, "u");
/** Behind what somebody is told to have asked: 客户问能不能降血糖，厂家说能. */
const TOLD_YES = /(?:[说讲答]|回复)[:：,，“"「]?(?:当然|绝对|肯定)?(?:能|可以|会|行|没问题)[的哒!！。”"」]*$/u;

/** An answer tells itself by its first characters: what stands this far behind a question may decide whether its sentence ends there. */
export const LOOK_AHEAD = 24;

/** 加微信？不加的哈, 返现吗？不返: the verb of the question taken up again. */
const ECHOES_NO =
  /([\u4e00-\u9fff])[^,，。;；?？]{0,6}[?？][\s?？]*(?:我们?|咱们?|肯定|绝对|真)?不(?:会)?\1[\u4e00-\u9fff]?(?:的|了)?(?:[哈哦啊呀哒呢\s]|[,，。!！]|$)/u;
const ECHO_BEGINS = 8;

/** Whether the question that ends at `at` is answered no by its own verb. */
export const echoesNo = (text: string, at: number): boolean =>
  ECHOES_NO.test(text.slice(Math.max(0, at - ECHO_BEGINS), at + LOOK_AHEAD));

export const beginsNo = (answer: string): boolean => BEGINS_NO.test(answer);
export const beginsYes = (answer: string): boolean => BEGINS_YES.test(answer);
export const endsInYes = (text: string): boolean => TOLD_YES.test(text);

export const isQuestion = (code: number): boolean => code === 63 || code === 0xff1f;

/** How many characters behind the question mark at `at` belong to its sentence before the answer begins; -1 for no answer. */
export function answerAfter(text: string, at: number): number {
  if (!isQuestion(text.charCodeAt(at))) return -1;
  const answer = text.slice(at + 1, at + 1 + LOOK_AHEAD);
  return beginsNo(answer) || beginsYes(answer) || echoesNo(text, at)
    ? (/^[\s?？!！]*/u.exec(answer)?.[0].length ?? 0)
    : -1;
}
