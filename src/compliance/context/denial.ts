import { hasOneOf, mayMatch } from "./may-match";
import { oncePerText } from "./once";
import { tellsPurpose } from "./purpose";
import { isSetAgainst } from "./set-against";

/**
 * A claim that the speaker himself takes back: 我不说它排毒, 好评返现这种我们不做, 祛湿茶不是我们家的; and what the ill are told to keep
 * away from. Not where the sentence turns round (…我不敢说，但用过的都懂).
 */

const TURN = /懂的|偷偷|悄悄|虽然|虽说|除了|反正/u;
/** A turn before what is denied leads to the denial: 甜得很，但别指望它补血. */
const TURN_BEHIND = /但|可是|不过(?<![考学错超比气熬信说敌绕瞒躲逃扛拗只]不过)|其实|照样|只要/u;

/** Verbs of saying reach far, verbs of doing only what stands beside them. No word that turns the clause may stand between. */
const NOT =
  "(?:(?<![得能谁无])不(?!得不|能不|用)(?:会|敢|想|再|来|能|要|许|准|让)?|(?<!从)没(?:有)?|别(?![人家处样说的])(?:再|老|总)?|没法|没有?办法|无法|禁止)";
const TO = "(?:在[^,，。;；]{1,4})?(?:拍着?胸脯)?(?:跟|和|给|对|向)?(?:我|您|你|你们|客户|大家)?";
const SAY =
  "(?:说|讲|喊|刷|写|提|吹|告诉(?:[您你]们?|大家)|评价|承诺|保证|宣传|宣称|声称|指望|信|听|[传转](?=什么|这[种些]|那[种些]))(?:过|了)?";
const BETWEEN = "[^,，。;；\\s但可却只就才直专]";
const BEFORE = new RegExp(`${NOT}${TO}${SAY}${BETWEEN}{0,12}$`, "u");
const BESIDE =
  /我[^,，。;；]{0,8}不(?:懂|会)(?:怎么)?$|别(?:光|只|全)(?:看|图|信|听|盯着?|冲着?)[^,，。;；]{0,4}$|[吃喝抹擦涂敷刷贴戴泡洗练学补睡]不出[^,，。;；]{0,3}$|(?:不|没(?:有)?|别)(?:做|搞|卖|办|接|收|求|图|贪)(?:这种|什么|任何)?$|(?:不知道|不清楚|不晓得|说不好|没比过)(?:是|到底)?(?:谁|哪)[^,，。;；]{0,8}$/u;

const WE = "(?:是?平台|是?规则|我们?|咱们?|(?:我们|咱们?|我)店|本店|小店|店里|我家|我们家|(?:我|我们|咱)这(?:儿|里)?)";
const SUCH =
  "(?:这[种句套类个]?|那[种套类]|之类|此类|什么的|一说|字样)?(?:的)?(?:话|药|产品|商品|卡片|说法|东西|事儿?|活动|承诺|功效|作用)?";
const REFUSES =
  "(?:没有(?:这回事|这种|的事)?|不(?:做|干|搞|碰|卖|接受?|收|走|写|说|讲|提|叫|签|会|懂|弄|起|装|放|印|播|办|进货?|提供|承诺|支持|参与|评价)(?:这[种类个]|此类)?(?:介绍|宣传|说法|承诺)?|不(?:作|做)(?:任何)?承诺|没有?(?:写|说|测|比|做|讲|卖|进|上|搞)过?|没法(?:保证|说)|不能(?:说|讲|写|保证)|不(?:允许|让|许|准)|[讲做帮接]不了|做不到|(?:已经?)?(?:全部?|都)?(?:撤|停|取消|下架|删)(?:了|掉了?)|办不了|管不了|改不了|保证不了|(?:答复?|判|给)不了|回答不了|判断不了|说不[准好了]|不清楚|不知道|不确定|没听说过?|给不了|不敢(?:说|写|讲|保证))";
const AFTER = new RegExp(
  `[”"」』]?[^,，。;；\\s]{0,10}[,，]?${SUCH}[,，]?(?:都|也)?${WE}(?:[卖做][^,，。;；\\s]{1,3}的|[^,，。;；\\s]{1,2}[铺摊馆厂])?(?:这边|今天|现在|从来|一直|一律|暂时|真的|可|就|都|也|是)?${REFUSES}(?=$|[,，。！!？?、的啊呀哈哦了\\s])`,
  "u",
);
const NOT_OURS = new RegExp(
  `^[^,，。;；\\s]{0,4}(?:不是${WE}|是(?:隔壁|别家|别人|他们|同行|药店|医院))[^,，。;；\\s]{0,3}的`,
  "u",
);
/** 名字我不说, 证书我不开, 这个价小店里给不了，您打我手机, 过后磕头我都给不了: what is kept back, and no claim. */
const WITHHOLDS =
  /(?:名字|名儿|姓名|牌子|证书|鉴定书|报告)我(?:就|也)?不(?:说|讲|提|点|给|开)|(?:小店|平台|链接)[里上]?[^,，。;；]{0,2}(?:给|报|改|做)不了[^,，。;；]{0,6}[,，][^,，。;；]{0,3}[打加找记]我|(?:磕头|跪下|求我|哭|多少钱|打死我|喊破[^,，。;；]{1,2})[^,，。;；]{0,4}[也都][^,，。;；]{0,3}(?:给|卖|做|拿)不了/u;
/** 零退货难做到, 全天不晒黑是做不到的, 排毒不是茶能办到的: said of the claim itself, right behind it. */
const OUT_OF_REACH =
  /^(?:是|这[种事]?)?(?:(?:归|得找|要找)?(?:医生|大夫|医院)(?:的事|管的?)|(?:很难|难以?)(?:做到|办到|实现)|(?:做|办)不到|不太?(?:可能|现实)|不存在|不是[^,，。;；]{1,8}(?:能|可以)(?:办到|做到|实现|解决|管|治|帮)(?![^。;；]*(?:得靠|要靠|还得|只有)))(?:的|[,，。!！]|$)|^[^,，。;；]{0,4}不(?:属于|在)[^,，。;；]{0,8}(?:范围|人群)/u;
const NO_PROMISE = /^[^,，。;；\s]{0,16}(?:(?:不(?:作|做)(?:任何|出)?(?:承诺|保证|担保)|与否)|没有(?:捷径|秘诀|窍门))/u;
/** 法令纹谁都有，面霜抹不平的: what it cannot do. Not where the speaker stakes something on it. */
const CANNOT =
  /^[^。;；]{0,14}?(?:[抹消治除瘦减降淡遮盖补修救擦洗]|根治)不(?:平|掉|了|好|下[去来]|净|回来)的(?=$|[,，。])(?![^。]*(?:找我|[退赔]|算我|骂我))/u;
const NOT_FOR = /不(?:对|就|为)[^,，。;；]{0,12}$/u;
const VOUCHED = /^[^,，。;；]{0,16}?(?:作|做|负|承担|提供)[^,，。;；]{0,4}(?:承诺|保证|担保|责任)/u;
const NOT_VOUCHED = /不(?:对|就|为)[^,，。;；]{0,14}(?:作|做|负|承担|提供)(?:任何|出)?$/u;
const NOT_ASKED = /^[^,，。;；\s]{0,4}(?:别|不要|不用)(?:来)?(?:问|找)我/u;

/** 刷单的别来, 求代发的勿扰: who is not welcome. */
const NOT_WELCOME =
  /^[^,，。;；]{0,4}?的(?:朋友|人|同行)?(?:都|请)*(?:别来(?!找)|勿扰|免谈|绕[道行]|走开|(?:别|勿)(?:在(?:我|咱|这)|找我|加我?|打扰|私信)|不接待)/u;

/** 拆封不退, 考试不过学费不退: no money back, said of the goods instead of promised. */
const KEPT =
  /(?:不|没法|无法|没办法|概不|恕不|谢绝|拒绝)(?:再|予以?|给|能|会|可以?|支持|接受|办理|好|太好)*(?:[七7]天)?(?:无理由)?退|退不[了掉]/u;
const PAID_BACK =
  /(?<![不法予给能会可以持受理好再是])(?:包|照|都|也|全额?|随时|保证|双倍|给[您你]?)[^,，。;；不没]{0,4}[退赔返](?!不)/u;
/** 一经售出概不退换: a term that takes away what the law gives, whatever it is said of (消费者权益保护法 art. 26). */
const ONCE_SOLD =
  /一经(?:售出|出售|拆封|签收|成交)|(?:售出|卖出|离柜|离店|出门)[^,，。;；]{0,2}(?:概|恕|一律)|(?:特价|清仓|打折|促销|秒杀|尾货)[^,，。;；]{0,8}(?:概不|恕不|一律不|不退不换|不换不退)/u;
/** Whether the refund that a claim ends in is refused: what it says of the goods is then a condition. */
function keepsMoney(claim: string): boolean {
  return !ONCE_SOLD.test(claim) && KEPT.test(claim) && !PAID_BACK.test(claim);
}

const SOMEBODY =
  /(?:谁|哪个|有人|对方|商家|卖家|骗子|中介|客服)(?:再|要是|如果)?(?:跟|和|对|给)?(?:您|你|你们)?(?:打电话|发短信|发消息)?(?:说|讲|保证|承诺|让你|叫你|要你|让您)[^,，。;；]{0,12}$|谁(?:要是|如果|再|敢)?(?:给|跟|向|找)(?:您|你)们?[^,，。;；]{0,6}$/u;
const BEWARE =
  /挂(?:了|掉|断)|直接挂|别信|捂[紧好住]|骗|报警|举报|拉黑|别理|别撤|别退|别答应|别加|别转|别付|别扫|别签|别去|别买|先问|问(?:问)?[他她](?:敢|能|有)|12315/u;

/** 客服不会让您加微信转账, 别跟任何人私下交易: what nobody honest asks for, and whom to deal with. */
const NEVER_ASKS =
  /(?:不会|从不|绝不|决不|不可能|从来不)(?:主动|再)?(?:让|要求|叫|请|引导|诱导)(?:[您你]们?|大家|客户|买家|家长|用户)?[^,，。;；]{0,4}(?:加|转|扫|付款|点|进群|下载|私|汇|打款|脱离|绕)[^,，。;；]*$/u;
const DEAL_WITH =
  /(?:别|不要|勿)(?:再|轻易|随便)?(?:加|扫|进)[^,，。;；了]{1,6}$|(?:别|不要|勿|莫|不准|不许|严禁|禁止)(?:再|轻易|随便|随意)?(?:跟|和|与|向|给|同)(?:任何|陌生|其他|所谓|自称|服务人员|师傅|保洁|阿姨|配送员|安装工|中介|房东|买家|卖家|主播|客服)[^,，。;；说讲提问]{0,8}$/u;
/** 不含法事开光等服务 */
const NOT_INCLUDED = /不(?:含|包括|包含|提供)[^,，。;；]{0,8}$/u;
const OF_SERVICES = /^[^,，。;；]{0,6}等(?:服务|内容|费用|功能|项目|活动)/u;
/** 私下转您反而没凭证 */
const UNSAFE =
  /(?:反而|可就|就会|会)(?:没有?(?:凭证|保障|记录可查)|不受[^,，]{0,4}保护|不安全|(?:无法|没法|不能)(?:[为给][您你])?(?:提供|保障|处理|介入)|容易(?:被骗|吃亏))|对[您你]不好/u;
/** 私下交易发生的纠纷平台无法介入 */
const CONSEQUENCE = /^(?:发生|产生|导致|造成|引起|引发)的?(?:一切|任何)?(?:纠纷|损失|问题|后果|风险|责任)/u;
/** 谁也别在群里发转三个群领红包那种东西 */
const NOT_POSTED =
  /(?:别|不要|不许|不准|禁止|勿)(?:再|老)?(?:在|往|到)[^,，。;；]{1,4}[里上内]?(?:乱|瞎)?[发转](?:那[种些]|这[种些]|什么|啥)?[^,，。;；]{0,4}$/u;
/** 拼单红包都别往里丢, 偏方别照着吃: what nobody is to do with it. */
const NOT_TO_DO =
  /^(?:[^,，。;；]{0,24}?(?:都|请|一律|统统))?(?:别|不要|勿|禁止|不许|不准)(?:再|乱|随便|自己)?(?:(?:往|朝)[^,，。;；]{0,4}[丢发贴甩扔刷]|照(?:着|搬|方|做|抄|学)|模仿|学着)/u;
/** 帮砍价那种链接发一次警告, 发二维码的移出群: what a group puts one out for. */
const PUT_OUT = /^[^,，。;；]{0,10}?(?:警告|禁言|踢(?:出|了|人)|移出|拉黑|封号)/u;
/** 没法只靠换胶套根治. Not where the right thing is named: 不能只靠吃药，得喝它. */
const NOT_BY =
  /(?:没法|无法|不能|不可能|没办法|别指望)(?:只|光|单|仅|全)?(?:靠|凭)[^,，。;；]{1,10}$|(?:别|甭|不要)指望[^,，。;；]{0,10}$/u;
const BUT_BY = /(?:得|要|还是|就|必须)(?:靠|用|喝|吃|贴|抹|戴|来|选)/u;
/** The refusal stands in the words themselves: 老师没有参与过命题, 装饰，不具有招财, 貔貅是个造型，我们不讲辟邪, 拉人也没红包. Not 不转就没有红包. */
const INSIDE =
  /不(?:具有|具备|提供|包括|包含)|(?:(?:没有?|未)(?:参与|参加|当|担任|聘请)过?|我们?(?:这儿?|家)?不(?:讲|谈|信|吹|宣传))[^,，。;；]{0,6}$|没有?(?:感觉|觉得|觉出)到?有?(?:变|白|瘦|效|用|好转|改善|年轻|紧)|[洗擦抹搓刮]不(?:掉|净)$|不(?:用|必|需)(?:送礼|发红包)|(?<![不没][^,，。;；]{0,6})不(?:抽奖|送礼|返现|发红包)|(?<!不[^,，。;；]{0,6}|[明后]天[^,，。;；]{0,4})也没有?(?:红包|奖品?|礼[物品]|返现|优惠|好处|赠品)/u;
/** 转发抽奖是假的: said of the claim itself, not of what others sell. */
const UNTRUE =
  /^(?:(?![家们货款]|同行|市面|外面)[^,，。;；]){0,20}?是(?:(?:假|骗(?:人|老人|你|小孩)?|瞎[说编传]|编|胡说|谣传)的|谣言|误区|误解|伪科学)(?=$|[哈啊呀哦吧,，。!！])/u;

/** 十全十美的房子没有, 延年益寿谁敢说, 强身健体靠跑步，不靠锅盔: what there is none of, nobody says, or comes otherwise. */
const NONE_SUCH =
  /^的[^,，。;；]{1,6}(?:没有|不存在|哪有|没见过)(?=$|[,，])(?![^。;；]*(?:只有|除了|才))|^(?:得|要|还是|还得|全|就)*靠(?:跑步|运动|锻炼|走路|早睡|管住嘴)[^。;；]*不靠/u;
const NOBODY_SAYS =
  /^[^,，。;；]{2,10}谁(?:都|也)?不?(?:敢|能)(?:说|讲|保证|打包票)(?=[,，?？!！]|$)(?![^。;；]*我们?[家店]?就?敢)/u;
/** 极品咖啡我喝不出来: what the speaker cannot tell. */
const NOT_TOLD = /^[^,，。;；]{0,6}我(?:可|真)?[喝吃闻听看尝摸分]不出/u;
/** 弯道超车不叫逆天，叫违章 */
const NOT_CALLED = /不叫[^,，。;；]{0,2}$/u;
const CALLED = /^[,，]叫(?!什么|啥)/u;
/** 翻倍的项目我没见过，见过的都跑路了 */
const NEVER_SEEN = /^[^,，。;；]{0,10}没见过[,，][^。]*(?:跑路|骗|假的|亏|倒闭)/u;
/** 我上的是大专，不是什么名校: the words end in what it is not. */
const NOT_SUCH = /(?:不是|不算|算不上)(?:什么|啥|个)[^,，。;；]{0,4}$/u;

/** 转运算命一概不讲, 加个微信发图，不加哈: refused in so many words behind the claim. */
const NEVER_OURS = /^[^,，。;；]{0,6}(?:一概|一律|统统|从来)都?不(?:讲|做|说|搞|卖|接|收|提|谈|信)/u;
const NOT_THAT = /^([\u4e00-\u9fff])[^,，。;；]{0,10}[,，](?:我|咱|我们)?不\1[哈的哦啊了]?(?=$|[,，。!！])/u;

/** 所谓脚底排毒，其实就是粉末遇水变色，别信. Not where an offer follows: 都说瘦不下来，其实是没用对产品. */
const SO_CALLED = /(?:所谓的?|号称|传说(?:中的?)?|谣传|网传|网上说|有人说|朋友圈说|都说)[“"「]?[^,，。;；]{0,8}$/u;
const UNMASKED =
  /(?:其实|实际上|真相|无非|不过)(?:只|就|也)?(?:就是|是)[^。;；]*(?:别信|不要信|别上当|骗|谣|智商税|不科学|假的)|没有?(?:找到|查到|见到|看到)?(?:任何|什么)?(?:科学|可靠)?(?:的)?(?:依据|根据|道理)|量很低|还不如(?!我|咱|这|它|用|喝|吃|来)|没那么(?:吓人|严重|可怕|玄)|不至于|(?:说得?|讲得?)(?:太[满过死绝]|过头)了?|言过其实/u;

/** 说能治病转运的，听听就算了: what others say of it, which nobody is to take seriously. */
const SAID = /(?:说|讲|传|吹|号称|宣传|所谓|什么)[^,，。;；]{0,12}$/u;
const TAKEN_LIGHTLY =
  /^[^,，。;；]{0,14}[,，]?[^,，。;；]{0,6}?(?:(?:听听|笑笑|看看|听一听|笑一笑)(?:就|便|也就)?(?:算了|好|行|得了|过|完了|罢了)|当个?(?:故事|笑话|段子|乐子)|(?:别|不要|不必|莫|甭)(?:太)?(?:当真|往心里去)|当不得真|信不得|不可信|听个?乐)(?![^。;；]*(?:我们?[家店的]|用[了过上]|喝[了过上]|吃[了过上]))/u;

/** 绝对不起球谁也不敢说: what nobody would vouch for. Not where the speaker does. */
const NOBODY_DARES =
  /(?:绝对|百分之?百|100%|完全|一点|一?丝毫|永远|保证|肯定|零)[^,，。;；]{1,10}(?:谁家?(?:也|都)*(?:不敢|没法|不能)|没人敢)(?:说|保证|打包票|打保票|夸口|承诺)(?=[,，。;；!！]|$)(?!.*我们?[家店]?就?敢)/u;
function isBeyondAnyone(text: string, start: number, end: number): boolean {
  const said = NOBODY_DARES.exec(text);
  return said !== null && start >= said.index && end <= said.index + said[0].length;
}

/** Whether the claim at [start, end) of a sentence's normal view is denied by its speaker. */
export function isDenied(text: string, start: number, end: number): boolean {
  if (SO_CALLED.test(text.slice(Math.max(0, start - 20), start)) && UNMASKED.test(text.slice(end))) return true;
  if (
    mayTakeLightly(text) &&
    SAID.test(text.slice(Math.max(0, start - 14), start)) &&
    TAKEN_LIGHTLY.test(text.slice(end))
  )
    return true;
  if (NOT_SUCH.test(text.slice(0, end)) || NEVER_SEEN.test(text.slice(start))) return true;
  if (keepsMoney(text.slice(start, end + 10))) return true;
  if (mayBeBeyond(text) && isBeyondAnyone(text, start, end)) return true;
  if (mayDisown(text) && NOT_OURS.test(text.slice(end, end + 28)) && !TURN.test(text)) return true;
  if (mayNobodySay(text) && NOBODY_SAYS.test(text.slice(start))) return true;
  if (mayPutOut(text) && PUT_OUT.test(text.slice(end)) && !/[不没]/u.test(text.slice(Math.max(0, start - 4), end + 4)))
    return true;
  if (!mayDeny(text) || TURN_BEHIND.test(text.slice(start))) return false;
  const before = text.slice(Math.max(0, start - 28), start);
  const after = text.slice(end, end + 28);
  if ((mayRefuseBefore(text) && BEFORE.test(before)) || BESIDE.test(before)) return true;
  if (mayNeverAsk(text) && NEVER_ASKS.test(text.slice(Math.max(0, start - 28), end))) return true;
  if (mayDealWith(text) && DEAL_WITH.test(before)) return true;
  if (NOT_POSTED.test(before)) return true;
  if (mayNotDo(text) && (NOT_TO_DO.test(after) || NOT_TO_DO.test(text.slice(start)))) return true;
  if (NOT_BY.test(before) && !BUT_BY.test(after)) return true;
  if (
    UNSAFE.test(text.slice(start, end + 12)) ||
    INSIDE.test(text.slice(start, end)) ||
    UNTRUE.test(text.slice(start, end + 8))
  )
    return true;
  // A pattern may reach over the beginning of the refusal.
  const refusal = mayRefuseAfter(text) && !WITHHOLDS.test(text) ? text.slice(start, end + 28).search(AFTER) : -1;
  if (refusal >= 0 && refusal <= end - start) return true;
  if (NOT_ASKED.test(after)) return true;
  if (NOT_VOUCHED.test(before) || (NOT_FOR.test(before) && VOUCHED.test(text.slice(start, end + 14)))) return true;
  if (CONSEQUENCE.test(after) || (NOT_INCLUDED.test(before) && OF_SERVICES.test(after))) return true;
  if (OUT_OF_REACH.test(after) || CANNOT.test(after) || NEVER_OURS.test(after)) return true;
  if (
    NOT_WELCOME.test(after) ||
    NOT_TOLD.test(after) ||
    NONE_SUCH.test(after) ||
    (NOT_CALLED.test(before) && CALLED.test(after))
  )
    return true;
  if (NOT_THAT.test(text.slice(start, end + 8))) return true;
  if (mayNotPromise(text) && NO_PROMISE.test(text.slice(start, end + 16))) return true;
  return SOMEBODY.test(before) && BEWARE.test(text.slice(end));
}

const mayTakeLightly = hasOneOf("听笑看当往信");
const mayNobodySay = (text: string): boolean => text.includes("谁");
const mayNotDo = oncePerText((text) => /[往朝照模学]/u.test(text));
const mayPutOut = oncePerText((text) => /[警禁踢移黑封]/u.test(text));
const mayBeBeyond = mayMatch(NOBODY_DARES);
const mayRefuseBefore = mayMatch(BEFORE);
const mayRefuseAfter = mayMatch(AFTER);
const mayNeverAsk = mayMatch(NEVER_ASKS);
const mayDealWith = mayMatch(DEAL_WITH);
const mayDisown = mayMatch(NOT_OURS);
const mayNotPromise = mayMatch(NO_PROMISE);
const mayDenySomething = hasOneOf("不没别无禁谁有对哪与您撤停消删未勿莫难假骗瞎编谣误伪医绕走");
const mayDeny = oncePerText((text) => mayDenySomething(text) && !TURN.test(text));

/** Authorities warn, a list of forbidden words is read out, a rumour is denied, a lesson is taught. */
const WARNS =
  /天上[^,，]{0,4}掉馅饼|(?<!(?:别[人的]?家|同行|外面|市面|其他|他们)[^。]{0,10})(?:是|属于|当心|小心|警惕)[^。;；,，]{0,4}(?:诈骗|骗局|骗术|骗子|陷阱|圈套)|(?:市监局|市场监管局?|监管部门|消协|法院|记者|央视|媒体|网信办)[^,，。;；]{0,4}(?:通报|公布|查处|暗访|曝光|调查|判决|约谈)|审核(?:被)?(?:驳回|不通过|未通过|打回)|驳回原因|整改(?:通知|要求)|(?:揭[秘穿开]|起底|识破|拆穿|曝光|盘点)[^。;；]{0,20}(?:套路|骗局|骗术|猫腻|陷阱|谎言|黑幕)|(?:派出所|民警|警方|警察|公安|反诈中心|工商|市监|市场监管[局所]|消协|居委会|社区|物业|学校)(?:温馨)?(?:提醒|提示|通报)|没有的事|没这回事|没这个事|(?:违?禁词?|敏感词|极限词)表|课[文本]里|教科书(?!级)|(?:安全|消防|急救|交通|冷)(?:知识|常识)/u;

const warns = oncePerText((text) => WARNS.test(text));

/** Whether the sentence speaks of such talk as others do it, and what stands at `start` is not set against it. */
export const isWarned = (text: string, start: number): boolean => warns(text) && !isSetAgainst(text, start);

/** What a customer is answered: 您说吃了拉肚子，请先停用并去医院. */
const ANSWERED =
  /^(?:亲|您好|你好|抱歉|对不起|不好意思|请问)?[,，]?[您你](?:说|问|反馈|提到|讲|发|看到)的?[^。;；]*[,，][^。;；]*(?:停用|去医院|医生|药师|看看别|不是我们|没有这|报警|举报|12315|给您(?:退|换)|您退|不写|不敢(?:写|说|讲|保证)|不能[^,，]{0,4}(?:写|说|判断))/u;

/** Whether the sentence answers what a customer told, asked or was told elsewhere. */
export const isAnswer = (text: string): boolean => ANSWERED.test(text) && !TURN.test(text) && !TURN_BEHIND.test(text);

/** 别再吃药了, 一天一杯 keeps nobody away from the goods. */
const KEEP_AWAY =
  /^(?![别不][用必]?再[吃打][^,，]{0,3}[药针])(?:[^,，。;；、]{1,8}、){0,3}(?:[^,，。;；]{0,10}?(?:看看?|看清楚?|注意|算算?)(?:一?下)?(?:热量|配料|含糖|大卡|卡路里|营养(?:成分)?表)|[^,，。;；]{0,10}?(?:少|别|不要|不宜|不能|不可|不建议|不适合|不推荐|慎|忌|勿|先别)(?:随便|乱|直接|再|多|过量|长期|经常|空腹)?(?:[吃喝用服](?!药(?:了|$|[,，]))|[拍买食饮选放碰点尝沾]|来[几两一]?[点口块勺杯碗]|试(?!别|其|那)|空腹|上脸|下单|进来)|[^,，。;；]{0,10}?[吃喝食饮][^,，。;；]{0,8}?(?:(?:要|得|应该?|须|必须|最好|尽量)(?:少|适量|限量|节制|小心|注意|控制|慎)|注意[^,，。;；]{0,2}(?:量|糖|盐|油|控制|别)|控制(?:好)?[^,，。;；]{0,3}(?:量|糖|盐|油)|不(?:能|要|可)(?:多|过))|[^,，。;；]{0,10}?[请应宜](?:适当|酌情)?减量|[^,，。;；]{0,8}?[要请得应需](?:严格)?控制(?:好)?[^,，。;；]{0,3}(?:量|糖|盐|油|饮食)|[^。;；]{0,10}?(?:(?:先|请|要|得)(?:去)?(?:问|咨询|看|找|听)[^,，。;；]{0,4}(?:医|大夫)|遵医嘱|以医|少放[^,，。;；]{0,2}[盐糖油]|请在[^,，。;；]{1,8}指导下[食使饮服]用|请?(?:及时|尽快)?就医|[^。;；]{0,24}?(?:禁用|慎用|忌用|勿用|禁止使用|不宜使用|不适用(?!于非目标))|(?<!别|急着|不用|不必|不|少|再)去医院|按时[吃服]))/u;
/** The same at the end of what is said of the goods: 有糖尿病的叔叔阿姨，这个蜜枣含糖高，您就别拍了. */
const KEEP_AWAY_IN_THE_END =
  /^(?:的|人|患)?[^,，。;；]{0,10}[,，](?:[^。;；]{0,20}[,，])?[^,，。;；]{0,6}?(?:别|不要|不建议|不适合|不能|不宜|慎)(?:再|来|轻易|随便|急着|给|多)*(?:[拍买吃喝碰选](?!水)|下单)[^,，。;；]{0,4}(?=$|[,，])/u;
/** The same without a pause: 血糖高的叔叔阿姨这个蜂蜜就别买啦. */
const NOT_FOR_THEM =
  /^(?:的|人|患)?[^,，。;；]{0,14}就(?:别|不要|不建议|不适合|不能|不宜)(?:再|来|轻易|随便|急着)?(?:[拍买吃喝碰选]|下单)(?:了|啦|哈|哦|吧)*(?=$|[,，。])/u;
/** 对花生过敏的朋友请绕行, 海鲜过敏的哪怕一口都别试, 减肥的朋友注意，这个热量不低: whom the stuff itself harms. */
const HARMED =
  /^(?:减肥|控糖|减脂|控油)的?[^,，。;；]{0,6}(?:注意|当心|小心|看清)[,，][^,，。;；]{0,8}(?:热量|糖|油|脂|盐)(?:分|含量)?(?:很|有点|也|可|都|挺)?(?:高|不低|大|不少)|^[^。;；]{0,16}?过敏(?:的|者|人群|体质|史)[^。;；好消能]{0,30}?(?:(?:别|不要|勿|不能|不可|不宜|不建议|慎)(?:再|来|轻易|随便|直接)?(?:[买拍尝碰点选]|试(?!别|其|那)|[吃喝用](?!药|激素)|下单|食用|使用|接触|冒险)|不适[合宜用]|绕[行道开]|避开|禁用)/u;
/** What is done to an ailment is a claim, whoever must keep away from it. */
const TREATS = /^(?:[主根包医]?治|疗|[降消祛去除防抗止杀淡增提养护补排清润健促]|改善|缓解|预防|告别|调[节理])/u;
const OFFERS =
  /我们|(?<![别勿不]用)这款(?!不|[^,，。;；]{0,6}(?:糖|油|盐|辣|咖啡因|酒精))|本品(?!不|添加|含)|我家|咱家|无糖|低糖|放心|可以|就能|都能|也能|才能/u;

/** 糖尿病的药照常吃, 抗过敏药别自己喂: medicine that is left to those who prescribe it. */
const KEEPS_MEDICINE =
  /^[^。;；]{0,12}?(?:该吃药(?:就|还是)?(?:得)?吃药|药(?:得|要|还是|该)?(?:照常|照样|按时|接着|继续)(?:吃|服)|(?:别|不要|不能|不可|勿)(?:自己|擅自|随便)?(?:停|断|换|减)药|按时[吃服]药|药(?:也|都)?(?:别|不要|勿|不能)(?:自己|乱|随便|擅自|瞎)[喂吃用买停加减换涂抹]|^[\u4e00-\u9fff]{2,3}药[^,，。;；]{0,6}(?:带|备|喂|准备)(?:好|着|上|在|齐)|^停药[^,，。;；]{0,4}(?:问|听|由)[^,，。;；]{0,4}(?:医|大夫))/u;
/** What is good for anybody and no goods: 便秘多喝水, 糖尿病人要少吃甜食. */
const ADVISED =
  /^[^。;；]{0,12}?(?:(?:多|常|适当|每天|记得)(?:喝(?:点|些)?(?:白|温|热|凉)?(?:开)?水(?!果)|吃(?:点|些)?(?:蔬菜|青菜|粗粮|杂粮|清淡)|晒太阳|运动|锻炼|散步|休息|走动|活动)|少吃(?:甜|油|盐|辣|糖)|早睡|忌口|该吃药(?:就)?吃药|别(?:停|断)药|按时吃药|(?<!帮[你您])戒[烟酒]|控制饮食|低盐低脂|清淡饮食)/u;
const SELLS =
  /我们|这[款个瓶盒袋罐杯种]|本品|我家|咱家|链接|下单|拍|囤|搭配|一起[吃喝用]|[吃喝用贴敷泡][了上]|神器|好物|粉|膏|茶|饮/u;

/** 肌酐降下来了: a result, which no notice behind it (请在临床营养师指导下使用) takes back. */
const CAME_ABOUT = /^[^,，。;；]{0,6}(?:[降升消退缓稳补](?:下|上|过)[来去]|(?:恢复|回到?)正常|治好|痊愈)/u;

/** Whether what stands at `start` is something done to an ailment, and no ailment. */
export const treats = (text: string, start: number): boolean => TREATS.test(text.slice(start));

/** In as few words, whose the goods may be: 我们这是糖果，血糖高别吃. */
const NOT_FOR_YOU = /^[^,，。;；]{2,5}的?(?:人|朋友)?(?:别|不要|不能|不宜)[吃喝买拍](?=$|[,，])/u;

/** Whether those who have what stands at `start` are told to keep away, to ask a doctor or to live well: 三高的老人少吃. */
export function isKeptAway(text: string, start: number): boolean {
  const from = text.slice(start);
  if (text.includes("药") && KEEPS_MEDICINE.test(from)) return true;
  if (treats(text, start) || CAME_ABOUT.test(from)) return false;
  if (mayBeHarmed(text) && HARMED.test(from)) return true;
  if (mayKeepAway(text) && NOT_FOR_YOU.test(from)) return true;
  const keepsAway =
    (mayKeepAway(text) && KEEP_AWAY.test(from)) ||
    // 起疹子的一天一粒，开车的别吃: those who are told the dose are called, whoever else is kept away.
    (mayKeepAwayInTheEnd(text) && KEEP_AWAY_IN_THE_END.test(from) && !tellsPurpose(text)) ||
    NOT_FOR_THEM.test(from);
  return (keepsAway && !OFFERS.test(text)) || (mayAdvise(text) && ADVISED.test(from) && !SELLS.test(text));
}

const mayKeepAway = mayMatch(KEEP_AWAY);
const mayKeepAwayInTheEnd = mayMatch(KEEP_AWAY_IN_THE_END);
const mayBeHarmed = oncePerText((text) => /过敏|减[肥脂]|控[糖油]/u.test(text));
const mayAdvise = mayMatch(ADVISED);
