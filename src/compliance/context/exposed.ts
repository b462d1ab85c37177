import type { Category } from "../finding";
import { rangesPerText } from "./matches";

/**
 * A claim held up as what swindlers say, what brought a fine or what nobody could keep: 说七天根治的都是忽悠人, 某店因宣传根治被处罚,
 * 哪有稳赚的好事, 广告里写根治是违法的. 广告法 art. 2 is about what a seller says of his own goods. Not where he sets his own against
 * it (…都是骗人的，我们家才真), and not for the words with which he runs others down.
 */

const SAY = "(?:说|讲|喊|吹|写|打着|承诺|保证|宣[称传]|声称|号称|自称|标榜|忽悠|推销)";
const OTHERS =
  "(?:凡是?|但凡|谁|那些|哪个|任何|有人|所有|[看遇碰听接刷收]到|短信|来电|电话|广告|传单|标题|海报|骗子|讲座|网上|网传|朋友圈|直播间|主播|有的[^,，。]{1,4}|某[^,，。;；]{0,8}?|[该一这那][款家种][^,，。;；]{0,8}?|该[^,，。;；]{2,4}?|他们|别人|人家|商家|卖家|店家|中介|公司|老人|大爷|大妈|我妈|我爸|同事)";
/** What begins it: others who say so, or words that are called no more than words. */
const BEGINS = `(?:${OTHERS}[^,，。;；]{0,10}?(?:${SAY}|信了|听了|看了)|(?:^|[,，?？:：])(?:要|非|硬|敢|光)?${SAY}|所谓|什么|以[“"「]|因(?:为)?${SAY}|(?:是)?被[^,，。;；]{0,8}${SAY}?)`;
const CLAIM = "[^。;；]{2,26}?";
/** That it is untrue, or against the law. */
const UNTRUE =
  "(?:(?:那|这|都|全|就|纯|纯属|其实|多半|大多|一律)*是?在?(?:骗(?:子|人|您|你|局|钱|术|老人)|忽悠|吹牛|瞎[编扯说吹掰]|胡[说扯编]|扯淡|假的|编(?:的|出来)|谣[言传]|套路|噱头|幌子|智商税|陷阱|坑人|伪科学|鬼话)|是?违法|违规|没一个靠谱|不靠谱|上当|受骗|信不得|(?:别|不要|莫|不可|千万别)(?:去|轻易?)?相?信|[当小留]个?心眼|木马|冤枉钱|骗了|骗走|没(?:啥|什么|有)?用(?![了过])|(?:其实)?就是(?:淀粉|糖水|普通))";
/** What is done about it. */
const ANSWERED =
  "(?:拉黑|举报|划走|挂(?:了|断|掉)|报警|扭头|转身(?:就)?走|取关|屏蔽|绕道|起诉|败诉|12315|96110|12345|请?投诉|给(?:他|她|它)?退了|被[^,，。;；]{0,10}(?:罚|判|查处|立案|通报|约谈|封|曝光)|退一赔|赔了|属于?虚假|涉嫌|虚假宣传|处罚)";
/** He sets his own against it. */
const OWN =
  "(?![^。]*(?:(?:我们?|咱们?|我家|咱家|本店|这款|认准|唯独|只有)(?![^,，。]{0,6}(?:不|没|别|拒|请|客服))|但(?!凡)|不一样|才是真))";
const NOT_SAID =
  "(?:我们?|咱们?|本店|小店|店里|主播|老师|客服)(?:可|也|从来|真|绝|都|是|就|今天)*(?:不(?:敢|会|能)|没有?|从[不没未]|绝不|概不)(?:这么|这样|跟[你您]们?|对外|给[你您])*(?:说|讲|吹|宣[传称]|承诺|保证|写|打包票|喊)过?(?!的|[假空]|漂亮|别的|你)";

const EXPOSED = new RegExp(
  [
    `${BEGINS}${CLAIM}(?:${UNTRUE}|${ANSWERED})${OWN}`,
    `${NOT_SAID}[^,，。;；但却只]{1,20}(?![^。]*(?:但|可是|不过|其实|反正|只说))`,
    // what nothing in the world does; 世上没有治不好的 would be a claim
    "(?:世上|世界上|天底下|天下|哪里?|根本)(?:就|可)?(?:没?有)(?:什么|那么|这么)?(?!不|没)[^,，。;；比更第]{2,16}?的?(?:好事|事儿?|东西|药|产品|买卖|项目|投资|生意|办法|捷径|道理)(?=$|[,，。!！?？啊呀])",
    "(?:哪有|吹|讲|说)什么[^,，。;；比更不第]{2,16}[,，](?:别做梦|想得美|我可不信|我才不信|别信|不信)",
    // what is said of the claim itself
    `[^,，。;；]{2,16}[,，](?:这|那|全|都|统统|纯属)*是(?:假|骗人|编|瞎编|忽悠人)的(?=[,，。!！]|$)${OWN}`,
    "没有[^,，。;；]{2,14}(?:这回事|这种事|一说|的?说法)",
    "不是[^,，。;；]{2,14}[,，](?:就|只|不过)是(?:一?[个款种])?(?:普通|一般)",
    // what he lets nobody believe of him
    `[^,，。;；]{2,16}[,，?？]?(?:这种?)?(?:我们?|咱们?|谁)?(?:可|也|都|真)?(?:做不了主|做不到[,，]?(?:只能|最多)|不敢这么(?:说|讲)|从?没见过(?=$|[。!！]))`,
    `做不到[^,，。;；]{2,16}[,，]只`,
    `(?:卖|做|干)了[^,，。;；]{1,6}年[^,，。;；]{0,4}[,，]?(?:还|可|也|都)?从?没(?:有)?见过(?!这么|比|没|不)[^,，。;；比更]{2,16}`,
  ].join("|"),
  "gu",
);
const exposedIn = rangesPerText(EXPOSED);

/** Whether the words at [start, end) of a sentence's normal view are held up in this way. */
export const isExposed = (text: string, start: number, end: number, category: Category): boolean =>
  category !== "disparagement" && exposedIn(text).some(([from, to]) => from < end && start < to);
