import type { Category, Channel } from "../finding";
import { overlaps } from "./matches";
import { mayMatch } from "./may-match";
import { oncePerText } from "./once";

/** Words of a claim that are the name of something else: 康复路, C盘瘦身, 减肥日记本, 太治愈了. */

const BODILY: ReadonlySet<Category> = new Set<Category>([
  "medical_claim",
  "health_function_claim",
  "cosmetic_special_efficacy",
  "efficacy_guarantee",
  "medical_device",
]);
/** Of a thing that bears print nobody thinks that it brings luck or marks either. */
const PRINTED: ReadonlySet<Category> = new Set<Category>([
  ...BODILY,
  "superstition",
  "education_promise",
  "unscientific_claim",
]);
/** What is short of supply or copied there is a file. */
const STORED: ReadonlySet<Category> = new Set<Category>([...BODILY, "urgency_claim", "copyright"]);
/** Works and goods of others, which are theirs also on a disk. */
const OF_OTHERS = /歌|音乐|剧|影[片视]|电影|网?课|电子书|小说|资源|网上|别人|人家|扒|盗|破解|激活|原装|正品|仿/u;
const SHORT = 4;
const ROAD =
  /^(?:路|街|巷|弄|大道|大街|胡同|镇(?![店宅痛静咳定痘痒疼])|县|桥|地铁站|公交站|火车站|粥铺|[面饭茶]馆|酒楼|咖啡馆|文具店|理发店|小吃街|那条街|烧饼)/u;
/** Innards of computers: what slims, heals or is immune there has no body. */
const COMPUTER =
  /[a-z]盘|计算机|查杀|硬盘|内存(?![条卡])|缓存|安装包|通讯录|好友|代码|数据库|服务器|磁盘|文件夹|相册|桌面只|固件|重装系统|杀毒|弹窗|存档|图片大小|压缩包/u;
/** Goods on which such a word is print. */
const PRINT =
  /^[^含送赠附配,，]{0,10}?(?:日记本|记录表|登记表|排班表|道具|教具|模型|海报|手册|杂志|画册|临摹|绘本|明信片|包装盒|空盒|桌游|贴纸|印章|抱枕|手账|拼图|积木|字帖|标识牌|标牌|门牌|奖牌|卡带|黑胶|dvd|cd(?![a-z])|影碟|光盘|剧照|歌词|剧本|原声|单行本|过刊|旧书|模具|台历|挂历|辅导用书|教材|词典|平装|精装|影印|展示[柜架]|收纳[包盒袋]|分装盒|图册|史料|专著|小说|签名本|配件)/u;
/** What is called out on a sign that is itself the goods: 清仓处理贴纸, 最佳员工奖杯. */
const CALLED_OUT: ReadonlySet<Category> = new Set<Category>([
  "price_claim",
  "urgency_claim",
  "inducement_reward",
  "off_platform",
  "absolute_term",
]);
const SIGN =
  /^[^,，送赠含附配领]{0,8}?(?:贴纸|爆炸贴|海报|吊旗|吊牌|展架|立牌|桌牌|灯箱|横幅|价签|价格牌|标签|标牌|广告牌|手写纸|印章|提示牌|门贴|挂牌|锦旗|奖杯|奖牌|奖状|徽章|抽奖箱)/u;
/** A box for goods, which does nothing that they are said to do: 能量手环包装盒. */
const BOX =
  /^[^,，。;；\s的送含赠附配]{1,14}?(?:包装[盒袋箱]|收纳[盒袋包箱]|分装[盒瓶]|空[盒瓶]|手提袋|快递箱|外箱|标签纸)(?:定[制做])?(?=$|[\s,，。、;；\d])/u;
/** What is done to a mood. */
const MOOD =
  /(?:太|好|很|真|超|最|被|挺|蛮|特别|有点|的|温暖|温柔|暖心|可爱|软萌)治愈(?:了|到|的|人|$|[,，!！\s])|治愈(?:了我|我)|治愈(?:了)?(?:一整天|我?的?一天|[一整]个?(?:早上|上午|下午|晚上|夏天|冬天|春天|秋天|周末|假期)|心情|疲惫|坏心情|不开心)|治愈(?:系|感|风|方式|人心|心灵|时刻|时光|瞬间|一刻|画面|画风|风景|颜色|色系|声音|音乐|文字|午后|夜晚|插画|漫画|绘本|盲盒|摆件|小(?:动物|物|猫|狗|熊|兔|鱼|鸟|故事|画)|的?(?:故事|电影|歌|日落|晚霞|海边|猫|狗)|的(?:一[天刻幕]|笑容?|画面|午后|瞬间|风景|声音))|治好我?的?精神内耗|减压捏捏/gu;

/** A pet or a beast that bears it as a name, and works and shops that do. */
const NAMED =
  /^(?:是(?:我们?家(?:里)?(?:的)?|一[种只条头])[^,，]{0,8}(?:猫|狗|犬|鸟|兔|鱼|鹦鹉|神兽|石刻|植物)|[^,，]{0,2}(?:这|那)(?:部|首|出|集|幅|本(?:书|小说))|[^,，。]{0,8}(?:[(（]店名[)）]|[,，]店名(?:是|叫|来自)))/u;

/** 世界上最高的书架 绘本 精装: the title of a work, before the words that say what it is. */
const WORK =
  /^(?![^\s]*(?:畅销|销量|全网|推荐|绘本|小说|童书|漫画|读物|阅读|诗集))[^\s]{2,14}(?=\s.*(?:绘本|小说|课外阅读|注音版|童书|短篇|散文|诗集|漫画|单行本|歌词|唱片|专辑|黑胶|剧本|连环画|有声书|画册|磁带))/u;

const mayBeBox = mayMatch(BOX);
const mayBeMood = mayMatch(MOOD);
const isOfComputers = oncePerText((text) => COMPUTER.test(text));
const isOfOthers = oncePerText((text) => OF_OTHERS.test(text));

/** Whether the words at [start, end) of a sentence's normal view name something that the claim is not about. */
export function isNamesake(text: string, start: number, end: number, category: Category, channel: Channel): boolean {
  if (end - start <= SHORT && ROAD.test(text.slice(end))) return true;
  if (NAMED.test(text.slice(end))) return true;
  if (STORED.has(category) && isOfComputers(text) && !(category === "copyright" && isOfOthers(text))) return true;
  if (PRINTED.has(category) && channel === "product_title" && PRINT.test(text.slice(end))) return true;
  if (CALLED_OUT.has(category) && channel === "product_title" && SIGN.test(text.slice(end))) return true;
  if (category === "absolute_term" && channel === "product_title" && end <= (WORK.exec(text)?.[0].length ?? 0))
    return true;
  if (PRINTED.has(category) && mayBeBox(text) && BOX.test(text.slice(start))) return true;
  return BODILY.has(category) && mayBeMood(text) && overlaps(MOOD, text, start, end);
}
