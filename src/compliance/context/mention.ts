import { overlaps } from "./matches";
import { oncePerText } from "./once";

/**
 * Whether words are spoken about instead of being claimed: what the law or a platform forbids, a warning of swindlers, a seller
 * who says that he does not promise it, the title of a work. Not where the sentence turns round (…不让说，但懂的都懂).
 */

/** The whole sentence is about such talk, wherever in it the words stand. */
const SENTENCE =
  /^(?:删去|写明|去掉|撤下|改写为?|改为|标明|注明|附上?(?=[^,，]{0,10}(?:依据|证|来源|报告|出处|数据|截图|编号|文号|说明))|备好)|(?:都|全|就)?是骗(?:子|人|局)|[防反]骗|[防反]诈|刷单返现|谨防|警惕|辟谣|谣言|不成立|(?:不[要可]|别|勿|莫)(?:轻易?|去)?(?:相?信|当真)(?![^,，]{0,3}家)|别听(?:人|谁)?(?:瞎|乱|他们)|(?:违禁|极限|敏感|违规|绝对化)(?:词|用语|语|字眼|话术)|(?:不许|不能|不准|不可以?|不得|禁止|不让|不允许|不使用|不写|不再写|不出现|别写|不要写|禁用|不要说|别说|什么叫)(?:在[^,，]{1,6})?(?:再)?(?:发|写|说|提|用|使用|出现|宣传|宣称|刷)?[^,，]{0,2}[“"「『‘]|(?:不许|不能|不准|不可以?|不得|禁止|不让|不允许)(?:在[^,，]{1,6})?(?:再)?(?:发|写|说|提|出现|宣传|宣称|刷)(?!我们|咱|别人家)|(?:广告|食品安全|价格|电子商务|消费者权益保护|反不正当竞争)法》?[^,，]{0,8}(?:第|规定|不得|禁止|要求|不让|不许|说|写|讲)|第[一二三四五六七八九十百\d]+条(?:禁止|规定|写|说|讲|明)|(?:文案|标题|详情页?|脚本|海报|主图|话术)[^,，]{0,12}(?:(?<!看)不|别|删|改|去掉|替换|退回|驳回|审核)|(?:删|改|换|去)掉[^,，]{0,2}[“"「『‘]|被(?:罚款?|处罚)|罚款\d|处罚(?:决定|案例)|典型案例|霸王条款|无效条款|不是医生|以医生[^,，]{0,6}为准|有没有[^,，]{0,10}[,，](?:没有|没得|不[是能会])|有人(?:冒充|打着|假冒|自称)|长个心眼|打假[:：]|号称[^。]{0,20}(?:检[测出]|违规|添加|[骗假])|别(?:急着)?掏钱|捂[紧好]钱包|(?:被|让|给)[^,，]{0,8}(?:哄|骗|忽悠|洗脑)(?:[着去得过了]|买)|说好的?[^。]{0,16}[,，](?:结果|到头来|谁知|没想到)|(?:盗版|假货|山寨|仿品)[^,，]{0,4}(?:别|勿|不要|不)[买用卖]|(?:得|要|必须|须)(?:由|让|有|找|问|经)?(?:医生|大夫|医师)(?:开|看|同意|指导|判断)[了过方后]*(?:才|再)|(?:要|想)治[^,，]{0,8}请|请(?:买|选|用|到|去)[^,，]{0,8}(?:otc|国药准字|药店|药房|正规药)|[要需须得]有?[^,，]{0,6}(?:注册证|批准文号|特证|批文)|千万别扫|没有(?!(?:任何|一点|丝毫|半点|一丁点)?儿?毒?副|不|刺激|激素|风险|依赖)[^,，]{0,8}(?:的)?(?:作用|效果|一说|这回事)|一律别理|凡是?(?:说|承诺|声称|宣称|写|让|叫|要|自称|打着)[^。]{0,20}的|[都全]不是(?:本店|我们|官方|客服)|^答[:：](?:不|没|无)|(?:我们?|本店|谁[都也]?|没人)做不到|做不到(?=[永绝百完十零])|(?:并无|没有)[^,，]{0,10}(?:之效|功效|疗效)|标签原文|谁也说不准|义诊|(?:这些?|这种|这类|此类|那种|那类)(?:词|话(?!我?(?:只|就|敢|早|先|放))|说法|字眼|用语|宣传)|(?:我们?)?不(?:跟|和)你(?:们)?(?:说|讲|吹)|(?:一词|二字|[两三四]个字(?!形容|概括|总结|就)|字样|等用语|等字眼|等说法|的说法|之类的话|这几个字)/u;
/** Only the part of the sentence between commas that has it. */
const CLAUSE =
  /怎么办[,，][^,，]*[退换吗]|不搞|不敢(?:讲|说|保证|打包票)|不谈|不打包票|没有什么?[^,，]{0,6}的?(?:说法|承诺)|没有(?:东西|任何产品|什么产品)[^,，比超及]{0,12}$|禁词|(?:从|绝)?不(?:承诺|保证|吹|做[^,，]{0,4}承诺|宣称|夸大)|没(?:有)?(?:获得|得到|用过|请过?|做过)|未(?:获|使用|经(?!授权|许可|同意)|做|请)/u;
/** What explains a word, tells history or names a thing of another trade, instead of selling. */
const EXPLAINS =
  /这(?:[俩两几仨]个?|个|一)(?:字|词)|语文课|比较级|默写|名词解释|分别是什么|是什么意思|什么叫|旧称|建材名|品种名|[的品]名字?叫|指(?:的是|留|一种)|长什么样|雕刻史|发展史|历史上(?![最第首唯从])|县志|史料|史书|古籍|影印本|博物馆|纪录片|桌游|课文|第\d+[章课页]|拼音|识字|成语|错别字|电脑(?:中毒|病毒)|断网|摄影集|画册|平装|诗集|小说集|唱片|作品集|杀毒”?功能/u;
/** Words in quotation marks beside one of these are not the speaker's own. */
const DISOWNS =
  /没有|不(?![转点关看留])|勿|禁|删|撤|改[掉成为]|请改|取消|没有出处|写成|开玩笑|下架|投诉|举报|名义|制度|造假|谣|词表|培训|比如|例如|这一类/u;
const QUOTED = /[“"「『‘]([^”"」』’]{1,24})[”"」』’]/gu;
const TURN = /但|可是|不过|其实|懂的|偷偷|悄悄|虽然|虽说|只有我|我家|咱家(?!不)/u;
const MAY =
  /[附备注明会办骗诈防警辟谣立信真听瞎词语字眼许能准得禁让使用写出现别法条案题页本图术删改换去罚处例凡做并没有冒标谁义这那此跟和搞敢谈打什承保吹宣夸未问咨答单]/u;

/** Whether the words at [start, end) of a sentence's normal view are only mentioned. */
export function isMention(text: string, start: number, end: number): boolean {
  if (inTitle(text, start, end) || explains(text)) return true;
  if (isQuoted(text, start, end) && DISOWNS.test(text.replace(QUOTED, ""))) return true;
  if (!mayMention(text)) return false;
  return isAboutTalk(text) || CLAUSE.test(clauseAround(text, start, end));
}

const explains = oncePerText((text) => EXPLAINS.test(text));
const mayMention = oncePerText((text) => MAY.test(text) && !TURN.test(text));
const isAboutTalk = oncePerText((text) => SENTENCE.test(text));

/** The title of a book, a song, a film: 《…》. */
function inTitle(text: string, start: number, end: number): boolean {
  const open = text.lastIndexOf("《", start);
  if (open < 0 || text.lastIndexOf("》", start) > open) return false;
  return text.indexOf("》", open) >= end - 1;
}

/** Whether quotation marks stand around the words, or in them: a pattern may reach over the closing one. */
const isQuoted = (text: string, start: number, end: number): boolean => overlaps(QUOTED, text, start, end);

function clauseAround(text: string, start: number, end: number): string {
  let from = start;
  while (from > 0 && !CUT.test(text[from - 1] ?? "")) from--;
  let to = end;
  while (to < text.length && !CUT.test(text[to] ?? "")) to++;
  return text.slice(from, to);
}

const CUT = /[,，:：;；]/u;
