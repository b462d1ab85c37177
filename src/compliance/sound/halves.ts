import type { Evasion } from "../finding";
import type { View } from "../text/views";
import { cutsDictionaryWord } from "./ordinary";

/**
 * Characters by their halves, as the CJK decomposition data has them: a first half, then in pairs a character and its other
 * half (扌打丁 says that 扌丁 is 打). Characters that the packs have, of which both halves can be typed; where both are among
 * the commonest characters (月要, 女子) only a term that a rule listed tells the split from two words (see confusables).
 */
const ROWS = [
  "扌扎乚扒八打丁扔乃托乇扛工扣口扩广扫彐扬昜扮分扰尤扶夫批比找戈技支抄少把巴抑卬抓爪投殳抖斗抗亢折斤抚无抢仓护户抬台抱包抵氐抹末押甲抽由抿民担旦拆斥拇母拉立拌半拍白拔犮招召拟以拥用括舌拼并持寺挂圭指旨按安挑兆挡当挣争振辰挺廷损员捡佥",
  "扌换奂据居授受掉卓掏匋排非接妾控空推隹掺参描苗提是握屋揭曷搜叟搞高搬般搭荅摆罢摊难摔率摘啇摸莫撑掌撒散播番操喿擦察 氵汀丁汁十汉又汗干江工污亏汤昜汪王汰太沉冗沟勾没殳河可油由治台沾占泄世泌必法去泡包波皮注主泪目泻写洁吉洋羊洗先津聿洲州",
  "氵活舌流㐬浅戋测则济齐浑军浓农浙折海每涂余消肖涤条润闰涨张液夜淀定淋林淘匋淡炎深罙混昆添忝清青渍责渗参渣查温昷游斿湖胡湿显溃贵源原溢益溶容滋兹滑骨滚衮滤虑滴啇漂票漆桼漏屚演寅漫曼潜替潮朝澳奥激敫灌雚酒酉 亻亿乙仅又付寸仙山代弋仪义件牛",
  "亻价介任壬份分仿方休木优尤伙火伟韦传专伦仑伯白伴半似以位立低氐住主佑右体本佛弗作乍佣用佳圭使吏例列供共依衣侧则便更促足保呆信言倍咅倒到债责值直倾顷假叚偏扁做故停亭健建偷俞傅尃催崔像象僵畺化匕 讠计十订丁认人让上训川议义讯卂记己讲井许午",
  "讠论仑设殳访方证正评平识只诉斥诊㐱词司试式诗寺诚成话舌询旬该亥语吾误吴说兑诵甬请青诺若读卖课果谁隹调周谈炎谜迷谢射谱普 纟红工纤千约勺级及纪己纯屯纳内纶仑纸氏纹文纺方线戋练东组且细田织只终冬经圣绒戎结吉绕尧给合络各绝色统充绣秀绩责绪者",
  "纟续卖维隹综宗绿录缓爰编扁缘彖缝逢缩宿 艹艺乙艾乂芝之芯心花化芽牙苍仓苏办苔台苗田苦古英央苹平范氾茅矛茬在草早荐存药约荷何莫旲莱来获犾菌囷菜采菩咅萎委落洛著者葡匍董重蒙冡蓝监薄溥薪新薯署藏臧 辶达大过寸迎卬运云近斤返反进井远元连车迪由",
  "辶述术迹亦退艮送关适舌逃兆逆屰选先透秀递弟途余通甬速束造告逢夆逼畐逾俞遇禺遍扁道首遗贵遭曹遮庶避辟邀敫 疒疗了疙乞疡昜疤巴疫殳疮仓疯风疲皮疹㐱疼冬疾矢病丙症正痊全痒羊痔寺痕艮痘豆痛甬痢利痰炎痴知瘟昷瘤留瘦叟瘩荅瘫难癌嵒癣鲜 宀向口字子",
  "宀宇于守寸安女宋木完元宗示宙由宜且宝玉实头宠龙审申客各室至宫吕宴妟宵肖家豕容谷宾兵宿佰寄奇富畐察祭灾火牢牛 钅针十钓勺钙丐钟中钢冈钱戋钻占铁失铜同银艮铺甫链连销肖锅呙锈秀锗者错昔锦帛键建镇真镜竟 阝队人防方阳日阴月阻且阿可附付际示陆击",
  "阝陈东降夅限艮院完除余险佥陷臽随迶隐急隔鬲障章 忄忆乙忙亡忧尤快夬怀不怕白性生怪圣恢灰悄肖悔每情青惊京惨参慌荒慢曼憾感懂董 冫冰水冲中决夬冷令冻东净争准隹凉京减咸凝疑次欠 囗团才囤屯园元困木围韦固古国玉图冬圆员圈卷 彳彻切往主征正待寺",
  "彳很艮律聿徐余御卸循盾行亍 犭犹尤狂王狐瓜狗句狠艮独虫猛孟猪者猫苗猴侯 衤初刀补卜袖由被皮裤库褐曷褪退 礻礼乚社土祖且祝兄神申福畐视见 饣饭反饮欠馆官馈贵 丬壮士妆女状犬 木机几权又杆干材才村寸杜土杠工杨昜杯不松公板反极及构勾析斤枕冘",
  "木枪仓柜巨柱主标示栏兰树对栓全校交株朱核亥根艮格各桃兆档当桶甬梗更械戒梳㐬检佥棉帛棒奉棚朋棵果椅奇植直椎隹楼娄榜旁模莫横黄橙登橱厨檀亶 月肚土肠昜股殳肥巴肺巿胆旦胰夷胸匈脂旨脉永脏庄脓农脖孛脱兑脸佥脾卑腹复腺泉腿退膀旁膊尃膜莫膝桼膳善",
  "口叫丩吃乞吐土吹欠呼乎咳亥哑亚哺甫唤奂唯隹喉侯喊咸喘耑喝曷喷贲嗓桑嗽欶嘴觜噪喿鸣鸟 土场昜圾及址止均匀坊方坑亢块夬坦旦垃立垢后垮夸城成域或培咅堪甚堵者塔荅填真境竟增曾 禾利刂私厶种中科斗秒少秘必租且秤平积只称尔移多稀希程呈税兑稳急",
  "女奶乃妇彐姐且姑古姚兆姨夷娃圭娘良婚昏婶审媒某嫂叟嫩敕 虫虾下蚁义蚂马蚊文蚜牙蛇它蛛朱蜂夆蜗呙蜘知蜡昔蝇黾螺累 石砍欠破皮砸匝确角碎卒碑卑碗宛碰並碱咸碳炭磁兹 米料斗粉分粒立粗且粘占粮良精青糊胡糖唐糟曹 贝败攵财才账长购勾贴占赌者赔咅",
  "贝赚兼赠曾 火灯丁灶土炸乍烂兰烦页烧尧焕奂燥喿爆暴 酉酌勺配己酶每酸夋酿良醇享醉卒醒星醛荃 车斩斤轮仑软欠轻圣辅甫辐畐辑咠输俞 舌刮刂敌攵乱乚甜甘舔忝 耳取又聊卯职只联关聪总 又对寸戏戈欢欠难隹鸡鸟 目眨乏眼艮睡垂瞎害瞬舜 弓引丨张长",
  "弓弹单强虽 日时寸昨乍晚免暖爰 王玻皮珍㐱珠朱瑞耑 歹列刂残戋殖直 牛牧攵物勿特寺 子孔乚孤瓜孩亥 身射寸躲朵躺尚 舟航亢舰见舱仓 马验佥骑奇骗扁 工攻攵项页 古故攵胡月 牙邪阝雅隹 令邻阝领页 圣劲力颈页 龺朝月韩韦 矢矫乔短豆",
  "缶缺夬罐雚 戈划刂 冈刚刂 仓创刂 册删刂 半判刂 朿刺刂 亥刻刂 齐剂刂 录剥刂 居剧刂 乘剩刂 畐副刂 丩收攵 己改攵 方放攵 正政攵 交效攵 每敏攵 求救攵 孝教攵 尚敞攵 苟敬攵 娄数攵 旉敷攵 至致攵 由邮阝 有郁阝 咅部阝",
  "享郭阝 者都阝 孚乳乚 七切刀 云动力 且助力 孛勃力 堇勤力 十博尃 尗叔又 圭封寸 山峰夆 巾帽冒 幺幼力 采彩彡 景影彡 翟戳戈 戶所斤 高敲攴 其斯斤 区欧欠 谷欲欠 曷歇欠 哥歌欠 止此匕 片牌卑 并瓶瓦 申畅昜 田略各",
  "刍皱皮 立端耑 君群羊 番翻羽 而耐寸 耒耗毛 舍舒予 束赖负 里野予 厷雄隹 周雕隹 革鞋圭 韦韧刃 丁顶页 川顺页 彡须页 元顽页 厄顾页 屯顿页 予预页 步频页 果颗页 彦颜页 客额页 骨髓遀 鱼鲜羊 甲鸭鸟 我鹅鸟 齿龄令",
].join(" ");

/** Halves that nobody types but to split a character. */
const BARE = new Set([..."亻冫氵扌讠纟钅疒礻衤饣犭阝攵忄彳刂艹辶宀囗丬"].map((half) => half.charCodeAt(0)));

/** Halves that stand alone nearly nowhere: 退火尧 is no 退火. */
const UNUSED = new Set([..."隹艮尧佥匋亢巳彐咅乚丩"].map((half) => half.charCodeAt(0)));

/** By first half, by other half: the character. */
let table: ReadonlyMap<number, ReadonlyMap<number, string>> | undefined;

/** By UTF-16 unit: 1 for a first half. Most units are none. */
const isFirst = new Uint8Array(65536);

/** By character: its two halves. */
const halves = new Map<string, string>();

function readRows(): ReadonlyMap<number, ReadonlyMap<number, string>> {
  const made = new Map<number, Map<number, string>>();
  for (const row of ROWS.split(" ")) {
    const first = row.charCodeAt(0);
    isFirst[first] = 1;
    const others = made.get(first) ?? new Map<number, string>();
    for (let at = 1; at < row.length; at += 2) {
      const whole = row[at] ?? "";
      others.set(row.charCodeAt(at + 1), whole);
      halves.set(whole, `${row[0]}${row[at + 1]}`);
    }
    made.set(first, others);
  }
  return made;
}

/** The two halves of a character, or undefined where the table has none. */
export function halvesOf(character: string): string | undefined {
  table ??= readRows();
  return halves.get(character);
}

/** A view in which split characters are put together, and the units of it that were. */
export interface Composed {
  readonly view: View;
  readonly composed: ReadonlySet<number>;
}

/** Puts together what was split in two: 纟屯天然, 颈木隹病. Undefined where nothing was. */
export function composeHalves(view: View): Composed | undefined {
  const { text } = view;
  const splits = splitsIn(text);
  if (splits.length === 0) return undefined;
  const composed = new Set<number>();
  const starts: number[] = [];
  const ends: number[] = [];
  const marks = new Map<number, Evasion>();
  let put = "";
  let next = 0;
  for (let at = 0; at < text.length; at++) {
    const split = splits[next]?.at === at ? splits[next++] : undefined;
    const mark = split ? "glyph" : view.marks.get(at);
    if (mark !== undefined) marks.set(put.length, mark);
    if (split) composed.add(put.length);
    starts.push(view.starts[at] ?? 0);
    put += split?.whole ?? text[at];
    if (split) at++;
    ends.push(view.ends[at] ?? 0);
  }
  return { view: { text: put, starts: new Int32Array(starts), ends: new Int32Array(ends), marks }, composed };
}

interface Split {
  readonly at: number;
  readonly whole: string;
}

function splitsIn(text: string): readonly Split[] {
  table ??= readRows();
  const splits: Split[] = [];
  for (let at = 0; at + 1 < text.length; at++) {
    const first = text.charCodeAt(at);
    if (isFirst[first] === 0) continue;
    const whole = table.get(first)?.get(text.charCodeAt(at + 1));
    if (whole === undefined || !isSplit(text, at)) continue;
    splits.push({ at, whole });
    at++;
  }
  return splits;
}

/**
 * A half that is no character, or two that are, of which no word takes one (实木|公主): not where a writer tells the halves of a
 * character (禾、急 or 禾+急 have something between them).
 */
function isSplit(text: string, at: number): boolean {
  const [first, other] = [text.charCodeAt(at), text.charCodeAt(at + 1)];
  if (BARE.has(first) || BARE.has(other) || UNUSED.has(other)) return true;
  return !cutsDictionaryWord(text, at, at + 2);
}
