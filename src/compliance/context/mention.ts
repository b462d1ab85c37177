import { isAboutTalk } from "./about-talk";
import { overlapsEdge } from "./matches";
import { hasOneOf } from "./may-match";
import { oncePerText } from "./once";
import { clauseAround } from "./reach";
import { isSetAgainst } from "./set-against";

/**
 * Whether words are spoken about instead of being claimed: what the law or a platform forbids, a warning of swindlers, a seller
 * who says that he does not promise it, the title of a work. Not where the sentence turns round (…不让说，但懂的都懂).
 */

/** Only the part of the sentence between commas that has it. */
const CLAUSE =
  /怎么办[,，][^,，]*[退换吗]|不搞|不敢(?:讲|说(?!到|话|出|外语|英语)|保证|打包票)|不谈|不打包票|没有什么?[^,，]{0,6}的?(?:说法|承诺)|没有(?:东西|任何产品|什么产品)[^,，比超及]{0,12}$|禁词|(?:从|绝)?不(?:承诺|保证|吹|做[^,，]{0,4}承诺|宣称|夸大)|没(?:有)?(?:获得|得到|用过|请(?!过?[病事]?假)过?|做过)|未(?:获|使用|经(?!授权|许可|同意)|做|请)/u;
/** What explains a word, tells history or names a thing of another trade, instead of selling. */
const EXPLAINS =
  /这(?:[俩两几仨]个?|个|一)(?:字|词)|语文课|比较级|最高级(?=怎么|的?(?:变|形式|用法))|默写|名词解释|分别是什么|[那这都]?是(?:句)?(?:老话|老说法|老黄历|老一辈)|是什么意思|的意思(?:就)?是(?:不|说|指)|(?<!知道|懂得?|明白|见识|体[会验]|感受)什么叫|旧称|建材名|品种名|为[^,，]{0,6}商品名|[的品]名字?叫|是[^,，。;；]{1,14}的(?:小?名字?|小名|外号|昵称|网名|绰号)|指(?:的是|留|一种)|长什么样|雕刻史|发展史|历史上(?![最第首唯从头没绝前])|县志|史料|史书|古籍|影印本|博物馆|纪录片|桌游(?!.*(?:真钱|赔率))|必背课文|课文(?=[:：里中])|第\d+[章课页]|(?<!会|全部|孩子|学|店名|名字|号[^,，。]{0,6})拼音(?!不会|[课班营卡挂])|识字(?![课班营量卡书册机])|生字[:：]|成语|错别字|电脑(?:中毒|病毒)|(?<!不)断网|摄影集|画册|平装|诗集|小说集|唱片|(?<![画做写拍出成份套])作品集|杀毒”?功能/u;
/** Of one's own words, by who hides them from the platform: 这俩字平台听不得, 拼音你们自己拼, 中间我点了个点. */
const HIDES =
  /听不[得了]|(?:你们?|大家|各位)?自[己个儿]*(?:去|慢慢)?[拼品念悟](?:一?下|吧|啊|哈|[,，。]|$)|(?:中间|之间|[字词]里)[^,，。;；]{0,8}[点加]了?[个一]?(?:点|符号|空格)|不敢打(?!包票|扰|开)|(?:不能|不敢|不让|不许|没法|不便)(?:[说讲打写](?:全|透|明|破|完整)|全[说讲打写])/u;
/** 愿大家失眠都退散. Not 祝大家用了我们的面膜都白一个度. */
const WISHES =
  /^(?:恭?祝愿?|但?愿|希望)(?:大家|各位|所有|天下|每[个位]|[您你]|姐妹|家人|老铁|朋友|爸妈|孩子|(?:刷到|看到|看见|路过|点进来)(?!.*(?:点赞|转发|划走|评论|关注|扣)))(?!.*(?:我们|这款|本品|我家|咱家|[用喝吃贴抹]了?它|链接|下单))/u;
/** Words in quotation marks beside one of these are not the speaker's own. */
const DISOWNS =
  /没有|不(?![转点关看留])|勿|禁|删|撤|改[掉成为]|请改|取消|没有出处|写成|开玩笑|下架|投诉|举报|名义|制度|市场监管|打假|造假|谣|词表|培训|比如|例如|这一类|口误|[说讲]错|更正|收回|体重没变|没(?:啥|什么)?(?:用|效果|反应|变化)/u;
const QUOTED = /[“"「『‘]([^”"」』’]{1,24})[”"」』’]/gu;
const TURN =
  /但|可是|不过|其实|懂的|偷偷|悄悄|虽然|虽说|只有我|我家|咱家(?!不)|反正|只说[^,，]{0,4}[,，]|自己去?[查测品体]/u;
const mayBeTalk = hasOneOf(
  "附备注明会办骗诈防警辟谣立信真听瞎词语字眼许能准得禁让使用写出现别法条案题页本图术删改换去罚处例凡做并没有冒标谁哪义这那此跟和搞敢谈打什承保吹宣夸未问咨答单",
);

/** 唯一的唯, 最好的最，上面是日: a character is told by a word that has it. */
const ITS_CHARACTER = /^的([\u4e00-\u9fff])(?=$|[,，。、;；\s]|[左右上下]边|怎么|这个字|读|念)/u;
function namesCharacter(text: string, start: number, end: number): boolean {
  const character = ITS_CHARACTER.exec(text.slice(end))?.[1];
  return character !== undefined && text.slice(start, end).includes(character);
}

/** Whether the words at [start, end) of a sentence's normal view are only mentioned. */
export function isMention(text: string, start: number, end: number): boolean {
  if (inTitle(text, start) || namesCharacter(text, start, end)) return true;
  if (hides(text)) return false;
  if (explains(text)) return true;
  if (isQuoted(text, start, end) && DISOWNS.test(text.replace(QUOTED, ""))) return true;
  if (!mayMention(text)) return false;
  if (isSetAgainst(text, start)) return false;
  return isAboutTalk(text) || CLAUSE.test(clauseAround(text, start, end));
}

const explains = oncePerText((text) => EXPLAINS.test(text) || WISHES.test(text));
const hides = oncePerText((text) => HIDES.test(text));
const mayMention = oncePerText((text) => mayBeTalk(text) && !TURN.test(text));

/** The title of a book, a song, a film: 《…》. */
function inTitle(text: string, start: number): boolean {
  const open = text.lastIndexOf("《", start);
  if (open < 0 || text.lastIndexOf("》", start) > open) return false;
  return text.includes("》", open);
}

/** Whether quotation marks stand around the words, or one of the two in them: what holds both tells what to type (打“想要”就送). */
const isQuoted = (text: string, start: number, end: number): boolean => overlapsEdge(QUOTED, text, start, end);
