/**
 * A negation that reaches the claim directly: 不能治疗, 不具有治疗功能, 请勿宣称, 并非药品. Only words that carry the negation on
 * may stand between, so that 不打针不吃药，根治 and 不仅治疗 stay claims; 能不能 asks, 南非真钻 names a country, and 特别, 告别 are words.
 */
const NEGATION =
  "(?:(?<!能(?=不能)|会(?=不会)|可(?=不可)|是(?=不是)|[测量走报](?=不准))不(?![仅但只光止论管错愧用必需同断反伤复限])|(?<![东南北]|(?<!东)西)非(?![常凡同])|没有?|[无没]法|没办法|无(?=[任意])|未(?![来])|勿|(?<![告分特个级类性区识差辨鉴离])别(?![人家处样致])|禁止|严禁|杜绝|拒绝|谢绝|避免|切忌|忌)";
const CARRIERS = [
  "能够?|可以?|会|[包保](?!证)|(?:用于|用来)(?:治疗|预防)|得|应当?|宜|准|允许|许|该|再|要|感觉到?|觉得|作为|用[于作来]|具[有备]|有|含有?|带有?|做|作|是|属于?|构成|等[于同]|等同于",
  '代替|替代|取代|当(?:作|成)?|拿[来去它]|给(?:孩子|宝宝|老人|自己|我们?|咱们?)|自己(?:乱|去)?(?:买|用|开)|(?:代|包)办(?:理)?|找|请|雇|宣传|宣称|声称|承诺|保证|暗示|明示|夸大|使用|出现|涉及|提供|卖|销售|经营|售卖|从事|接受|支持|参加|参与|设置?|开展|举办|组织|追求|敢说|指望|以为|它|[替帮给][您你]们?|走|加|收|扫|授权|委托|申请过?|注册过?|个人|机构|单位|第三方|一定|任何|什么|啥|哪[种门些]|药[物品]|[“"「『的、，和及或与]|明显|所谓|求|引导|诱导|广告|链接|小程序|二维码|名片|发(?!现)|转(?!到)|全[网国球城]|[同行]行',
  "(?:疾病)?(?:预防|治疗|诊断|保健)?(?:疾病)?(?:功能|功效|作用|效果|用途)?(?:[、或和及])",
];
const REACHES = new RegExp(`${NEGATION}(?:${CARRIERS.join("|")}){0,5}$`, "u");
const CLAUSE_START = /[，,：:（(]/gu;

/** 没有任何茶能治病, 没有人能保证: nothing and nobody can. Without whom it speaks of, 没有风险可以稳赚 stays a claim. */
const NOBODY =
  /没有(?:人|谁|(?:任何|什么|哪[种个家款])(?!副作用|风险|反弹|添加|刺激|痛苦|门槛)[^,，]{0,6}?)(?:能够?|可以|会|敢)(?:向|给|让|使)?(?:[您你]|大家)?(?:保证|承诺|包)?(?:[您你]|大家)?(?:一定|就)?$|没有(?:谁|哪[个种款家位])(?![^,，]*(?:不|比|像|超))[^,，]{0,8}$/u;

/** 不具有任何招财转运或保健作用: the list that a thing has nothing of. */
const HAS_NONE =
  /(?:不(?:具有|具备|涉及|构成|参与|介入)(?:任何|此类)?|未(?:取得|获得|申请|办理))[^,，。;；但而却的]{0,14}$/u;

/** 无祛斑美白功效, 没有减肥、降糖作用: what it has not, named behind the claim. Not 无添加美白效果好, nor where something is staked on it. */
const HAS_NOT =
  /(?:没有?|(?<![百老万治])无(?!添加|硅油|激素|香精|酒精|糖|铅|荧光|副作用|痛|创|刺激|需|须|论|惧|忧|敌|效|限))[^,，。;；\s但而却的]{0,14}$/u;
const OF_EFFECT =
  /^[^,，。;；\s但而却]{0,14}?(?:功能|功效|作用|效果|疗效)(?:的?[哦哈呢啊]?(?=$|[,，。;；、！!\s(（]))(?![^。;；]{0,12}(?:退|赔|找我|不收|不要钱|算我))/u;

/**
 * 学完这门课不包过, 打一遍不能绝迹: a promise that is refused before it ends. Not 没有不…的, nor what is itself a promise if negated
 * (不反弹).
 */
const REFUSED_INSIDE =
  /(?<![没无]有?[^,，。;；]{0,6}|从|[能会可是]|要)(?:不(?:[能会可]|一定|见得|敢|承诺|保证)?|没[有能]?|无法|未必|难)(?:能|会|可以)?(?:包[过会治好退换赚]|保[过本息]|稳[过赚]|必[过涨]|绝迹|根[治除]|断根|治愈|治好|治病|升值|上岸|提分|拿证|翻倍|杀光|回本)[^,，。;；]{0,2}$/u;

/** 不提分，全额退: what is staked on the promise. */
const STAKED = /^[^。;；]{0,6}?(?:退|赔|返|算我|找我|免费|重学|再学)/u;

/** Whether the words at [start, end) end on a promise that they refuse. */
export const isRefusedInside = (text: string, start: number, end: number): boolean =>
  REFUSED_INSIDE.test(text.slice(start, end)) && !STAKED.test(text.slice(end));

/** 美白的没有哦, 根治不了, 国徽图案不得用于商品: what is said first and refused behind. */
const REFUSED =
  /^的?(?:功能|功效|效果|说法|作用|活动|服务|图案|这回事)?(?:我们|本店|咱们?|这边|暂时|现在)?(?:也|都|一概|统统)?(?:没有(?:上架)?|没货|缺货|不卖|不[做签搞放播装印]|[发用办开]不了|不参加|不支持|不存在|做不到|谈不上|不敢当|不敢(?:说|吹|讲|想)|[算够称轮]不上|不配|不得用|不能[用做搞发]|不了)(?:[的哦呢了]|[,，]|于|$|[^,，]{0,6}(?:[,，]|$))/u;

/** Whether words are refused right behind them. */
export const isRefused = (text: string, end: number): boolean => REFUSED.test(text.slice(end, end + 24));

/** 不是明星同款我不进货: what he refuses is all else. */
const DEALS_IN_NONE_ELSE =
  /^[^,，。;；]{0,8}的?[,，]?我们?(?:可|都|从|绝)?不(?:进货?|卖|要|推|上架|拿|收|碰)(?=[,，。!！的]|$)/u;

/** Whether a negation in the clause before `at` reaches the words that start there. */
export function isNegated(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 24), at);
  if (DEALS_IN_NONE_ELSE.test(text.slice(at))) return false;
  if (!/[不非没无未勿别禁杜拒谢避忌]/u.test(before)) return false;
  const clause = before.slice(lastClause(before));
  if (REACHES.test(clause) || NOBODY.test(clause) || HAS_NONE.test(clause)) return true;
  return HAS_NOT.test(clause) && OF_EFFECT.test(text.slice(at, at + 40));
}

function lastClause(before: string): number {
  let start = 0;
  for (const comma of before.matchAll(CLAUSE_START)) start = comma.index + 1;
  return start;
}
