import type { Channel } from "../finding";
import { beginsNo, beginsYes, echoesNo, endsInYes } from "../text/answers";
import { oncePerText } from "./once";

/**
 * A claim that is asked for, not made: 保本吗？, 喝了能不能解乏？我爸干活累, 老板，这个枕头能治颈椎病不？我妈让问的; or asked and refused by its speaker:
 * 零风险？没有零风险的投资. The words are the buyer's; 广告法 art. 2 is about what the seller says of the goods. The seller's own questions
 * (还在为失眠发愁吗, 你想瘦吗) speak to the reader and stay claims, and so does a question that is answered.
 */

const TO_READER =
  /[你您]|良心|大家|姐妹|家人们|宝|还在|还为|想|愁|困扰|是否|难道|谁说|凭什么|怎么可能不|为什么|别人|要不要|有没有(?:一|哪)/u;
/** Behind the claim: the rest of a yes-or-no question. */
const YES_OR_NO = /^[^,，。？?]{0,3}(?:吗|嘛|不|没|(?<![什怎多])么)[?？]?$/u;
const BEFORE_IT =
  /(?:^|[,，:：])(?:这个?|这[款种]|那个?|它|亲|老板|请问|喝了|吃了|用了|贴了|真的|是)?[^,，。？?]{0,4}$/u;
/** Both ways, before it or in it: 能不能, 送不送, 转运不转运. */
const BOTH_WAYS = /能不能|可不可以|会不会|([管招治灵是包保送返给])不\1|([\u4e00-\u9fff]{2})不\2/u;
const WHETHER = new RegExp(`(?:${BOTH_WAYS.source})[^,，。？?]{0,6}$`, "u");
/** It is told that it was asked. */
const TOLD = /(?:问|咨询)[^,，:：;；]{0,10}(?:能不能|是不是|有没有|可不可以|会不会)[^,，:：;；]*$/u;
/** 有人问要不要请师父念一念，不用: asked by others, refused at once. */
const OTHERS_ASK =
  /(?:有人|好多人|你们|大家|姐妹们?|大哥|大姐|阿姨|粉丝)(?:总|老|都|刚)?(?:在)?问(?![^。;；]*[,，]我(?:就|都)?(?:说|讲|回|告诉))[^。;；]*$/u;
const REFUSED_AT_ONCE =
  /^[^。;；,，]{0,12}[,，](?:这个|真|可|那)?(?:不(?:用|能|会|行|是|治|管|降|需要|灵|送|保)|没有|没那|没这|做不到|别(?=[,，]))(?![^。;；]*(?:但|不过|其实))/u;
const HOW_MUCH = /^[^,，。？?]{0,6}(?:是多少|有多少|多少|多高|几成)[?？]?(?:$|[,，](?![^,，]{0,4}\d))/u;
/** No is the answer that sells: 会反弹吗？不会！ 还有比它更好用的？没有了 */
const HOPED_NOT = /反弹|副作用|复发|刺激|依赖|伤|疼|痛|贵|比[^,，]{1,6}更/u;
/** What stands before an answer that is told of. */
const REPLY = "(?:那|这个|反正|我(?:就|都|只)?(?:说|讲|回)(?:的是)?|[你您](?:就)?)*[,，]?(?:真|肯定|可)?";
const NO_WORD = "(?:不|没)(?:能|会|可以|行|有|知道|清楚|晓得|敢)|去(?:医院|查|看)|问(?:大夫|医生)";
/** 有人问这手串开没开光，没开, 老铁问能不能治风湿，不能, 大姐问喝了血糖降不降，我说不知道: told to have been asked, and answered no. */
const ASKED_AND_REFUSED = new RegExp(
  `问(?:我|起|过)?[^。;；]{0,16}?(?:([\\u4e00-\\u9fff]{1,2})[没不]\\1[^,，。;；]{0,8}[,，?？]${REPLY}(?:[没不]有?\\1|${NO_WORD}|[\\u4e00-\\u9fff]不[住了动掉])|(?:咋办|咋整|怎么办)[,，?？]${REPLY}(?:${NO_WORD}))`,
  "u",
);
/** Behind a refusal: 不转运我把店关了. */
const VOWS = /我把|[关砸]了|算我|[赔退][你您]|跟你姓|倒[着过]/u;
/** 有人问招不招财，招, 问能不能治，能治的 */
const ASKED_AND_AFFIRMED =
  /([\u4e00-\u9fff])[没不]\1[^,，。;；]{0,8}[,，?？](?:我(?:就|都)?(?:说|讲|回)(?:的是)?)?(?:当然|肯定|必须|就是|真|都)?\1[\u4e00-\u9fff]?(?:的|啊|呀|呐)*(?:[,，。!！]|$)/u;
const FAR = 14;
const TURNS = /做到|(?<!倒是)真的|其实|但|可是|不过|试[试了]|才(?:知道|怪)|用过/u;
/** The rest of a question that ends in, or right behind, the claim. */
const PARTICLE = /^[^,，。？?]{0,2}(?:吗|嘛|(?<![什怎多])么)(?:[?？]|$)/u;

/** 闺蜜问我是不是去打了针: what others guess at is what they see. */
const GUESSES =
  /(?:同事|同学|闺蜜|朋友|老公|老婆|婆婆|邻居|姐妹|家人|[大人]家?都)[^,，。;；]{0,4}问我?是不是[^,，。;；]{0,5}(?:打|做|动|整|植|拉)/u;

/** Whether the claim at [start, end) of a sentence's normal view is only asked for. */
export function isAsked(text: string, start: number, end: number): boolean {
  if (GUESSES.test(text)) return false;
  const answered = answer(text, start, end);
  if (answered === "yes") return false;
  if (answered === "no" && !TURNS.test(text.slice(end))) return true;
  if (refusedAsAsked(text)) return true;
  if (OTHERS_ASK.test(text.slice(0, start)) && REFUSED_AT_ONCE.test(text.slice(end))) return true;
  if (TOLD.test(text.slice(0, end)) && !TURNS.test(text)) return true;
  if (speaksToReader(text)) return false;
  const [before, from, after] = [text.slice(0, start), text.slice(start), text.slice(end)];
  if (BEFORE_IT.test(before) && (YES_OR_NO.test(after) || PARTICLE.test(text.slice(end - 1)))) return true;
  if (WHETHER.test(before) || BOTH_WAYS.test(text.slice(start, end)) || (before.endsWith("有") && /^没有?/u.test(from)))
    return true;
  return HOW_MUCH.test(after);
}

const speaksToReader = oncePerText((text) => TO_READER.test(text.replace(/您好|你好/gu, "")));
/** 加盟别问我赚不赚 */
const NOT_TO_BE_ASKED = /别(?:来)?问我[^,，。;；]{0,6}([\u4e00-\u9fff])不\1/u;
const refusedAsAsked = oncePerText((text) => {
  if (NOT_TO_BE_ASKED.test(text)) return !TURNS.test(text);
  const asked = ASKED_AND_REFUSED.exec(text)?.[0];
  return asked !== undefined && !HOPED_NOT.test(asked) && !TURNS.test(text) && !VOWS.test(text);
});
const saysYes = oncePerText((text) => endsInYes(text) || ASKED_AND_AFFIRMED.test(text));
const hasMark = oncePerText((text) => /[?？]/u.test(text));

/** What the speaker answers to the question that the claim stands in. */
function answer(text: string, start: number, end: number): "yes" | "no" | undefined {
  if (saysYes(text)) return "yes";
  if (!hasMark(text)) return undefined;
  for (const mark of text.slice(start).matchAll(/[?？]+/gu)) {
    const at = start + mark.index;
    const behind = text.slice(at + mark[0].length);
    if (beginsYes(behind)) return "yes";
    if (!beginsNo(behind) && !echoesNo(text, at)) continue;
    if (HOPED_NOT.test(text.slice(at < end ? start : end, at))) return at < end ? "yes" : undefined;
    return at - end > FAR ? undefined : "no";
  }
  return undefined;
}

/** Somebody who sells is spoken to, the speaker's own case is told, or it is said who asks. */
const ADDRESSED =
  /(?:妈妈?|爸爸?|婆婆|奶奶|爷爷|老公|老婆|朋友|邻居|同事)(?:让|叫)我?来?问|^有?(?:买家|客户|客人|顾客|粉丝|人)[^,，。:：]{0,4}问[:：]|^(?:亲亲?|老板娘?|掌柜的?|店家|店主|客服|卖家|商家|请问|想问|问一?下|咨询一?下|(?:买家|顾客|客户)(?:问|提问|咨询)|问[:：])|(?:^|[,，])(?:请问|(?:想|来)问一?[问下]|我(?:妈|爸|家|儿子|女儿|老公|老婆|朋友|奶奶|爷爷|孩子)?[^,，]{0,4}?(?:有|是|得|患|在|怀孕|对))/u;
const ASKS =
  /(?:[吗么嘛]|(?:[哪谁怎几啥]|什么|多少|如何)[^,，]*呢|[^,，]不|(?<![都也真再])没有?|能不能[^,，]*|可以[^,，]*吗|会不会[^,，]*|是不是[^,，]*|有没有[^,，]*|可不可以[^,，]*|多少|几[个天次片袋盒]|怎么[^,，]{1,4}|哪[个种款])[啊呀哦]?[?？~～]*(?:[,，]?我[^,，。]{0,12})?[?？~～]*$/u;
/** Between the two no seller asks about the goods: a buyer does. */
const OF_GOODS = /[这那][个款种条张件台盒瓶双]|你们|咱们家|店里/u;
const OF_CHAT =
  /(?:[吗么嘛]|[能会行好真]不|是不是[^,，]*|能不能[^,，]*|会不会[^,，]*|有没有[^,，]*)[啊呀哦]?[?？~～]*$/u;
/** The seller asks the buyer. */
const LURES =
  /还在|难道|想不想|要不要|想要|是否|[你您](?:还|是不是|有没有|是否|家?的?孩子)|谁不|何必|知道|试试|家人们|姐妹|宝子|怎么办|为什么|就[能会]|当然|答[:：]|[帮给为替][您你](?!们)/u;

const isAnsweredYes = (text: string): boolean =>
  saysYes(text) ||
  [...text.matchAll(/[?？]+/gu)].some(({ 0: mark, index }) => beginsYes(text.slice(index + mark.length)));

const isNone = oncePerText((text) => LURES.test(text) || isAnsweredYes(text));
const isSpokenAsOne = oncePerText((text) => /^问[:：]/u.test(text) || (ADDRESSED.test(text) && ASKS.test(text)));

/** Whether a sentence's normal view is a buyer's question about the goods. */
export function isQuestion(text: string, channel: Channel): boolean {
  if (isNone(text)) return false;
  if (isSpokenAsOne(text)) return true;
  return channel === "customer_service" && OF_GOODS.test(text) && OF_CHAT.test(text);
}
