/**
 * A claim that the speaker himself takes back: 我不说它排毒, 好评返现这种我们不做, 祛湿茶不是我们家的; and what the ill are told to keep
 * away from. Not where the sentence turns round (…我不敢说，但用过的都懂).
 */

const TURN = /但|可是|不过|其实|懂的|偷偷|悄悄|虽然|虽说|照样|除了|反正|只要/u;

/** Verbs of saying reach far, verbs of doing only what stands beside them. No word that turns the clause may stand between. */
const NOT =
  "(?:(?<![得能谁无])不(?!得不|能不|用)(?:会|敢|想|再|来|能|要|许|准|让)?|(?<!从)没(?:有)?|别(?![人家处样说的])(?:再|老|总)?|没法|无法|禁止)";
const TO = "(?:跟|和|给|对|向)?(?:我|您|你|你们|客户|大家)?";
const SAY = "(?:说|讲|喊|刷|写|提|吹|评价|承诺|保证|宣传|宣称|声称|指望|信|听)(?:过|了)?";
const BETWEEN = "[^,，。;；\\s但可却只就才直专]";
const BEFORE = new RegExp(`${NOT}${TO}${SAY}${BETWEEN}{0,12}$`, "u");
const BESIDE = /(?:不|没(?:有)?|别)(?:做|搞|卖|办|接|收)(?:这种|什么|任何)?$/u;

const WE = "(?:是?平台|是?规则|我们?|咱们?|(?:我们|咱们?|我)店|本店|小店|店里|我家|我们家|我这儿?)";
const SUCH =
  "(?:这[种句套类个]?|那[种套类]|之类|此类|什么的|一说|字样)?(?:的)?(?:话|药|产品|商品|卡片|说法|东西|事儿?|活动|承诺|功效|作用)?";
const REFUSES =
  "(?:没有(?:这回事|这种|的事)?|不(?:做|搞|卖|接|收|走|写|说|讲|提|叫|承诺|支持|参与|评价)(?:这[种类个]|此类)?(?:介绍|宣传|说法|承诺)?|不(?:作|做)(?:任何)?承诺|没(?:写|说|测|比|做|讲)过?|没法(?:保证|说)|不能(?:说|讲|写|保证)|不(?:允许|让|许|准)|讲不了|做不到|(?:已经?)?(?:全部?|都)?(?:撤|停|取消|下架|删)(?:了|掉了?)|办不了|管不了|改不了|保证不了|[答判给]不了|回答不了|判断不了|说不[准好了]|不清楚|不知道|不确定|没听说过?|给不了|不敢(?:说|写|讲|保证))";
const AFTER = new RegExp(
  `[”"」』]?[^,，。;；\\s]{0,10}[,，]?${SUCH}[,，]?(?:都|也)?${WE}(?:这边|今天|现在|从来|一直|一律|暂时|真的|可|都|也)?${REFUSES}(?=$|[,，。！!？?、的啊呀哈哦了\\s])`,
  "u",
);
const NOT_OURS = new RegExp(
  `^[^,，。;；\\s]{0,4}(?:不是${WE}|是(?:隔壁|别家|别人|他们|同行|药店|医院))[^,，。;；\\s]{0,3}的`,
  "u",
);
const NO_PROMISE = /^[^,，。;；\s]{0,16}(?:(?:不(?:作|做)(?:任何|出)?(?:承诺|保证|担保)|与否)|没有(?:捷径|秘诀|窍门))/u;
const NOT_FOR = /不(?:对|就|为)[^,，。;；]{0,12}$/u;
const VOUCHED = /^[^,，。;；]{0,6}(?:作|做|负|承担|提供)[^,，。;；]{0,4}(?:承诺|保证|担保|责任)/u;
const NOT_ASKED = /^[^,，。;；\s]{0,4}(?:别|不要|不用)(?:来)?(?:问|找)我/u;

const SOMEBODY = /(?:谁|哪个|有人|对方)(?:再|要是)?(?:跟|和|对)?(?:您|你|你们)?(?:说|讲|保证|承诺)[^,，。;；]{0,6}$/u;
const BEWARE = /挂(?:了|掉|断)|别信|骗|报警|举报|拉黑|别理|别去|别买|先问|12315/u;

/** Whether the claim at [start, end) of a sentence's normal view is denied by its speaker. */
export function isDenied(text: string, start: number, end: number): boolean {
  if (!/[不没别无禁谁有对哪与您撤停消删]/u.test(text) || TURN.test(text)) return false;
  const before = text.slice(Math.max(0, start - 28), start);
  const after = text.slice(end, end + 28);
  if (BEFORE.test(before) || BESIDE.test(before)) return true;
  // A pattern may reach over the beginning of the refusal.
  const refusal = text.slice(start, end + 28).search(AFTER);
  if (refusal >= 0 && refusal <= end - start) return true;
  if (NOT_OURS.test(after) || NOT_ASKED.test(after)) return true;
  if (NOT_FOR.test(before) && VOUCHED.test(after)) return true;
  if (NO_PROMISE.test(text.slice(start, end + 16))) return true;
  return SOMEBODY.test(before) && BEWARE.test(text.slice(end));
}

/** Authorities warn, a list of forbidden words is read out, a rumour is denied, a lesson is taught. */
const WARNS =
  /(?:派出所|民警|警方|警察|公安|反诈中心|工商|市监|市场监管[局所]|消协|居委会|社区|物业|学校)(?:温馨)?(?:提醒|提示|通报)|没有的事|没这回事|没这个事|(?:违?禁词?|敏感词|极限词)表|课[文本]里|教科书(?!级)|(?:安全|消防|急救|交通|冷)(?:知识|常识)/u;

/** Whether the sentence speaks of such talk as others do it. */
export const isWarned = (text: string): boolean => WARNS.test(text);

/** What a customer is answered: 您说吃了拉肚子，请先停用并去医院. */
const ANSWERED =
  /^(?:亲|您好|你好|抱歉|对不起|不好意思|请问)?[,，]?[您你](?:说|问|反馈|提到|讲|发|看到)的?[^。;；]*[,，][^。;；]*(?:停用|去医院|医生|药师|看看别|不是我们|没有这|报警|举报|12315|给您(?:退|换)|您退|不敢写|不写|不能[^,，]{0,4}(?:写|说|判断))/u;

/** Whether the sentence answers what a customer told, asked or was told elsewhere. */
export const isAnswer = (text: string): boolean => ANSWERED.test(text) && !TURN.test(text);

const KEEP_AWAY =
  /^(?:[^,，。;；]{0,10}?(?:少|别|不要|不宜|不能|不可|不建议|不适合|不推荐|慎|忌|勿|先别)(?:随便|乱|直接|再)?(?:[吃喝用拍买食饮服选放]|下单)|[^。;；]{0,10}?(?:(?:先|请|要|得)(?:去)?(?:问|咨询|看|找|听)[^,，。;；]{0,4}(?:医|大夫)|遵医嘱|以医|请?(?:及时|尽快)?就医|(?<!别|急着|不用|不必|不|少|再)去医院|按时[吃服]))/u;
/** What is done to an ailment is a claim, whoever must keep away from it. */
const TREATS = /^(?:[主根包医]?治|疗|[降消祛去除防抗止杀淡]|改善|缓解|预防|告别)/u;
const OFFERS = /我们|这款(?!不)|本品(?!不)|我家|咱家|无糖|低糖|放心|可以|就能|都能|也能|才能/u;

/** Whether those who have what stands at `start` are told to keep away or to ask a doctor: 三高的老人少吃. */
export function isKeptAway(text: string, start: number): boolean {
  const from = text.slice(start);
  return !TREATS.test(from) && KEEP_AWAY.test(from) && !OFFERS.test(text);
}
