import type { Category } from "../finding";
import { overlaps } from "./matches";
import { oncePerText } from "./once";

/**
 * Superlatives of the world and of people instead of goods: 亚洲最长的河流, 全班最矮的同桌, 他最大的遗憾. 广告法 art. 9(3) is about the goods
 * and services of the seller (绝对化用语执法指南 art. 5(3)).
 */

const PEOPLE =
  "孩子|小孩|娃|观众|听众|新生|儿子|女儿|同桌|同学|学生|班长|队员|战士|红军|士兵|教官|守门员|居民|村民|街坊|乘客|大爷|大妈|老人|小伙子|姑娘|室友|同事|医生|护士|老师|校长|司机|木匠|铁匠|裁缝|厨师|邮差|门卫|妹妹|弟弟|哥哥|姐姐|叔叔|阿姨|爷爷|奶奶|那[个位]|一[位名]|的人";
const KIN = "(?:爸爸?|妈妈?|爷爷|奶奶|姥姥|外公|外婆|老公|老婆|闺蜜|朋友|兄弟|姐妹|儿子|女儿)";
const NATURE =
  "(?<=的[老大古枯]?)树|水井|石头|烟囱|牌坊|山坡|河流?|湖泊?|海沟|洋|海峡|海湾|山|山峰|山脉|高峰|岛屿?|沙漠|峡谷|瀑布|草原|平原|盆地|半岛|冰川|河谷|行星|恒星|卫星|星系|星座|星云|哺乳动物|动物|昆虫|鸟类?|鱼类|恐龙|植物|种族|生物|城市|首都|国家|省份|半球|县|宫殿|大殿|殿|古塔|石窟|图书馆|博物馆|车站|机场|港口|铁路|隧道|大坝|运河|王朝|皇帝|诗人|战役|战争|地震|文明|语言|民族|部落|水位|气温|温度|湿度|风速|雨量|积雪|得分|分数|岩石|矿物|元素|器官|骨头|细胞";
const THOUGHTS =
  "距离|麻烦|困难|遗憾|缺点|敌人|对手|梦想|愿望|爱好|心愿|快乐|幸福|烦恼|恐惧|秘密|误会|误解|错误|笑话|感受|感触|挑战|分歧|争议|教训|收获|乐趣|安静|沉默|安慰|善意|拖延|自律|浪漫|温柔|孤独|默契|尴尬|倒霉事?|不舍";
const ENDS =
  "(?=$|[,，。！!？?、：:是才叫在有就也都还说会把被给去来之一二三四五六七八九十两今昨刚退站坐倒长死]|里[^面]|然后|的(?:名字|名称|高度|故事|历史|位置|传说|面积|深度|海拔))";
const HIGHEST =
  "(?:最(?!(?:牛|强|厉害)的?[^,，。;；]{0,5}(?:老师|医生|护士|厨师|裁缝)|适合|懂|受|好|佳|专业|权威|值得|优|强效|火|热|畅)|唯一|第[一1](?!品牌|名牌))";
const HEAD = new RegExp(
  `最[好棒美]的?${KIN}${ENDS}|${HIGHEST}[^,，。;；]{0,8}?(?:${PEOPLE}|${NATURE})${ENDS}|(?:${HIGHEST}|顶级|顶尖|极品|极致)[^,，。;；]{0,4}?(?:${THOUGHTS})${ENDS}|最[多高低远长短早晚小大][^,，。;；]{0,2}的?一[位名笔年](?![家直])|最[^,，。;；]{1,3}的?[那这一][口块片勺颗层截根张件条](?=留|给|归|先|总|让|我|就|被)`,
  "gu",
);
const SELLS = /链接|下单|拍下|[买卖]|价|[元折]|\d块|品牌|本品|这款|直播间|效果/u;

/** What nobody praises goods by. */
const UNPRAISING =
  /最(?:黑|矮|胖|怕|难|晚|迟|累|忙|吵|丑|懒|笨|穷|脏|破|普通|讨厌|后悔|遗憾|可怕|危险|麻烦|无聊|伤心|难过|孤独|不起眼|常[见用]|普遍|多见|不想|不会|舍不得|调皮|听话|倒霉|糟糕?|差|烂|旧|坏|慢|苦|辛苦|原始|年长|年幼|不能忍|受不了)(?:的[\u4e00-\u9fff]?)?$/u;
/** 水温80度冲泡口感最佳: how the buyer is to use it (绝对化用语执法指南 art. 6(2)). */
const IN_USE = /(?:水温|冷藏|冰镇|[加复]热|静置|冲泡|浸泡|醒酒|趁热|解冻)[^。;；]{0,12}$/u;
const IN_TASTE = /^(?:口感|风味|味道|香气|口味|状态|效果)?最[佳好香嫩鲜]$/u;
/** 最小的碗多大: what is asked of a size. */
const SIZE = /^最[大小长短宽窄高低厚薄轻重粗细]的?/u;
const HOW_BIG = /^[^,，。;；]{0,5}?(?:多[大小长宽高重厚少]|几[号寸斤升米岁码])/u;
/** What the reader is asked for. */
const ASKED_TASTE = /(?:您|你|大家|你们)(?:们)?(?:觉得|认为|平时|心目?中|喜欢)[^,，。;；]{0,4}$/u;
/** 最重的一件是发电机，最轻的一件是明信片; 红的最正，紫的最显脏 */
const CONTRAST =
  /最[^,，。;；]{1,8}[是在有叫][^,，。;；]{1,10}[,，]最[^,，。;；]{1,8}[是在有叫]|(?:^|[,，])[\u4e00-\u9fff]{1,3}的最[^,，。;；]{1,3}[,，][\u4e00-\u9fff]{1,3}的最/u;

/** What there is one of without any praise in it, a figure of a tale, what has one place or shape, a part of the thing itself. */
const SOLE =
  /^唯一的?(?:一[个条座盏扇间棵位把])?(?:进出|上楼|下楼|上山|下山|出村|逃生)?的?(?:通道|楼梯|台阶|路口|出口|窗户?|厕所|卫生间|插座|电梯|光亮?|伙伴|朋友|玩伴|同伴|亲人|家人|证人|目击者|幸存者|出路|希望|念想|收入|经济来源|交通工具|遗物|线索|合影|信物|东西|小卖部|早点摊|邮局|卫生所|学校|老师|医生)(?=$|[,，。！!？?、”」』：:是才就在有也都还竟却换关搬])/u;
/** 业主唯一住房: how many an owner has, which his taxes ask. */
const OWNED = /(?:业主|房东|卖[家方]|名下|家庭|本人|夫妻)(?:名下)?的?$/u;
const HOME = /^唯一的?(?:一套)?(?:普通|自住)?(?:住[房宅所]|房[产屋]|居所)/u;
const TOLD =
  /(?:故事|小说|电影|影片|剧|书|片子|动画|歌词|剧本|章节?)[里中]|主人公|(?:男|女)?主角|(?:男|女)主(?!播|持|任|管|打|推|题)|台词|结局/u;
const MATCHED = /(?:形状|图案|编号|位置|答案|解法?|结果|排列|拼法|组合|键位|坐标|路径|名称)(?:都|均|各|也)?(?:是)?$/u;
const PART =
  /(?:[这那一两][头端边块段圈层面]|靠[^,，。;；]{1,4}|(?:果|菜|瓜|笋|花|芦|甘)[心芯根尖蒂皮]|(?:中间|外圈|边缘|底部|根部|顶端|尖[上端]?|贴骨|靠近)[^,，。;；]{0,4}?)(?:的?(?:肉|部分|部位|地方|味道))?$/u;
/** The rank that a game's rules give. */
const GAME = /玩家|手牌|出牌|回合|[本每一]局|棋子|骰子?|积满|计分|胜者|获胜|判负|先到终点/u;
const RANK = /^第[一1]名?$|^冠军$/u;
/** 女排夺世界冠军: what a team or a sportsman won. */
const CHAMPION = /冠军$/u;
const WON =
  /(?:女排|男排|男篮|女篮|国乒|乒乓|羽毛球|足球|篮球|球队|国足|校队|选手|运动员|奥运)[^。;；]*[夺摘获赢拿得]了?$/u;

function isNoPraise(text: string, start: number, end: number): boolean {
  const [before, hit] = [text.slice(0, start), text.slice(start, end)];
  if (RANK.test(hit)) return GAME.test(text) && text[end] !== "的";
  if (/^最[\u4e00-\u9fff]的?$/u.test(hit)) return PART.test(before) && !/我们?家?|咱|本店|这款/u.test(before);
  if (hit !== "唯一") return false;
  const from = text.slice(start);
  return SOLE.test(from) || HOME.test(from) || OWNED.test(before) || MATCHED.test(before) || TOLD.test(text);
}

const contrasts = oncePerText((text) => CONTRAST.test(text));
const sells = oncePerText((text) => SELLS.test(text));

/** Whether a superlative at [start, end) of a sentence's normal view is none of goods. */
export function isWorldly(text: string, start: number, end: number, category: Category): boolean {
  if (category !== "absolute_term") return false;
  const hit = text.slice(start, end);
  if (UNPRAISING.test(hit) || contrasts(text) || ASKED_TASTE.test(text.slice(0, start))) return true;
  if (IN_TASTE.test(hit) && IN_USE.test(text.slice(0, start))) return true;
  if (isNoPraise(text, start, end) || (SIZE.test(hit) && HOW_BIG.test(text.slice(end)))) return true;
  if (sells(text)) return false;
  if (CHAMPION.test(hit) && WON.test(text.slice(0, start))) return true;
  return overlaps(HEAD, text, start, end);
}
