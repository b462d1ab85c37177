/** The commonest characters of Chinese prose, the commonest first. */
export const COMMON =
  "的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可她里后小么心多天而能好都然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长知民样现分将外但身些与高意进把法此实回二理美点月明其种声全工己话儿者向情部正名定女问力机给等几很业最间新什打便位因重被走电四第门相次东政海口使教西再平真听世气信北少关并内加化由却代军产入先山五太水万市眼体别处总才场师书比住员九笑性通目华报立马命张活难神数件安表原车白应路期叫死常提感金何更反合放做系计或司利受光王果亲界及今京务制解各任至清物台象记边共风战干接它许八特觉望直服毛林题建南度统色字请交爱让认算论百吃义科怎元社术结六功指思非流每青管夫连远资队跟带花快条院变联言权往展该领传近留红治决周保达办运武半候七必城父强步完革深区即求品士转量空甚众技轻程告江语英基派满式李息写呢识极令黄德收脸钱党倒未持取设始版双历越史商千片容研像找友孩站广改议形委早房音火际则首单据导影失拿网香似斯专石若兵弟谁校读志飞观争究包组造落视济喜离虽坏兴";

/** What is as common in copy for goods, the commonest first. */
export const COMMON_IN_COPY =
  "装您米号款买质价洗舒拍适店药选货级医超错味套线食屏标卡料配酒按准证温软欢码退图换箱皮棉枕试测客颜粉页含晚精盖钟注型锅防格衣厚黑底蓝充严照评袋斤印支讲绒编费检床层盒掉克油调肤播摄瓶睡布效补差备乳丝课器待泡牌刚购游奶约糖木妆慢群护链卖压节售笔湿健冷纹移勿尺午块穿具板送寸细病角规修微戏偏耳童查垫挺薄羊柔茶批宝低承猫朋苹妈灰挂热冬晒良纯杯喝替易酸豆铺暖需透养坐哈母厘礼龙示弹零贴饮扣险停付升消胶根姐脚拆松拉腰显菜凉冲亮织智室整毒续递降推复订刷血架详咱存纸营围签宜夜芯折洁值材置素考封顺桌球辣剪验背普档遍裤灯肉随疗案频麦左净急季纳够排菌牛维率啊画银毯沙预类硬男鞋煮划秋叠免甜蛋久宽毫赞夏优登户巾份滑库液独袖简牙婴享麻幕棒抽册冰票蜂异雨润习涂醒隔航饭限妹晾触藏紧针附右窗敏奖砂聊荣春钢盘罐冻珠执吸幻椅霜响控刀戴耀插积减询孕绿镜旧碗投依禁赠柜鱼练圈昨构烧核摸餐仔搭居项录磨阳厂诺班末岁短寄仓膏粒楚团械段铁靠脑局另止介初抱缩土楼妇阅盆扫缝贵裙静漂汤距淡挑列供鸡赔轮擦混审耐翻佳卫唯某仅参断景慎账侧蚕键源羽绝彩孔损较唇假叶顶颈切拧破蓬绣墙艺婆确速螺锁怕雾荐腿径池阿草监哪授肥摘爸杆染销返冒除罩苗财纱锈鲜属敢吊般颗足密饼疾拼摆散谢紫膜玩脏氨额衫私甲肩吧喂畅瓷帽环康哦夹祛搬圆携模础酱填斑帮绳剩尾浴露缺滤截概助宠云厅害炒邮农称噪抹玻址磁珍纤烦瘦休腐拖帘吹饰聚稍抗惠烫希古潮盐忌卸谨咖袜避致座念益均券喷索陶抓沫龄爽乐秒申尿胸担伤顾壳星殊";

/** Whether a character is one of Chinese; nothing is none. */
export const isHan = (char: string | undefined): boolean => char !== undefined && char >= "\u4e00" && char <= "\u9fff";

/** What follows the law of Zipf: the n-th commonest character is some n-th part as common as the first. */
const FIRST = 0.04;
/** Of a character that is none of the commonest. */
const RARE = FIRST / 100;
/** Digits and letters, each; they come in runs. */
const ASCII = 0.01;
/** Two characters of a word stand together so many times more often than by chance. */
const BOUND = 20;

const commonness = new Float64Array(65536);

function commonnessOf(unit: number): number {
  if (commonness[0] === 0) {
    commonness.fill(RARE);
    commonness.fill(ASCII, 0, 0x80);
    [...COMMON].forEach((character, rank) => {
      commonness[character.charCodeAt(0)] = Math.max(RARE, FIRST / (1 + rank / 4));
    });
    // Commas part nearly every sentence.
    for (const comma of "，、：") commonness[comma.charCodeAt(0)] = FIRST;
  }
  return commonness[unit] ?? RARE;
}

/** A rough guess of how often some word of a set stands at a place of ordinary copy; only comparisons mean something. */
export function frequencyOf(words: readonly string[]): number {
  let sum = 0;
  for (const word of words) {
    let chance = commonnessOf(word.charCodeAt(0));
    for (let at = 1; at < word.length; at++) {
      const next = commonnessOf(word.charCodeAt(at));
      chance *= Math.min(1, next * BOUND);
    }
    sum += chance;
  }
  return sum;
}

/** The UTF-16 unit of a word that is met least often. No word is empty. */
export function rarestOf(word: string): number {
  let rarest = word.charCodeAt(0);
  for (let at = 1; at < word.length; at++) {
    const unit = word.charCodeAt(at);
    if (commonnessOf(unit) < commonnessOf(rarest)) rarest = unit;
  }
  return rarest;
}
