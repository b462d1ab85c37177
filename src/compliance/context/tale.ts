import type { Category, Channel } from "../finding";
import { oncePerText } from "./once";

/**
 * A tale of daily life, of school, of history, told without an offer in it: nobody is sold anything by 她把录取通知书压在奶奶的缝纫机底下.
 * 广告法 art. 2 is about the promotion of goods and services. A title or a description of goods is always an offer.
 */
const SCENES = [
  // of school
  "宿舍|教室|放学|操场|食堂|军训|高考那|高三|黑板|录取通知书|作业|试卷|奖状|监考|毕业照|校门|同学|班主任|教官|课本|值日|幼儿园门口|室友|毕业[一二三四五六七八九十\\d]+年|同学会",
  // on the way
  "公交|地铁|末班|站台|走廊|路口|天桥|火车|候车|机场|早班|夜班|加油站|出差|自动售货机",
  // at home and around it
  "村口|田埂|院子|阳台|楼下|楼道|窗外|厨房里|饭桌|菜市场|公园|烤红薯|打烊|流浪猫|噩梦|照相馆|下棋|闹钟|加班|起床|迟到|批发市场逛|散步|种花|收摊|裁缝铺|老街|那家店|搬家|夜里|没胃口|想[吃喝][^它这]|[煮熬炖做]了一?[碗锅壶]|日记|朋友圈|下班|上班(?!族)|体检报告|缝纫机",
  // of people and beasts
  "爷爷|奶奶|外婆|外公|姥姥|姥爷|我爸|我妈|我姐|我哥|邻居|老伴|同事|陪[爸妈爷奶老孩]|那只[猫狗]|家里的[猫狗]",
  // of days and seasons
  "年夜饭|冬至|除夕|元宵|清明|下雪|下雨|第一场雪|生日蛋糕|生日|正月|庙会|灯会|社戏|祠堂|小时候|童年|那年|那时候|台风|停运",
  // of the country
  "菜园|稻田|麦子|晒谷|河边|海边|雪地|月亮|日出|爬山",
  // of history and shows
  "红军|长征|故宫|太和殿|博物馆|图书馆|航母|开国|广场上|考古|出土|墓|朝代|唐代|宋代|清代|明代|国歌|升旗|看展",
];
const SCENE = new RegExp(SCENES.join("|"), "gu");
const OFFER =
  /链接|下单|拍[下一]|[买卖]|价|[元块折]|包邮|家人们|姐妹|宝[子贝们]|老铁|这款|这个|这瓶|这盒|这[支罐袋杯条件双把台套副床枚]|本品|本店|我们|我家|咱|就靠|换了|这张|入手|试试|推荐|分享|[用吃喝抹敷贴戴穿涂泡灸熏][了过着它上完一两三几半\d]|效果|功效|品牌|全[网国球]|名额|报名|课程|学员|店|主播|直播|抢(?!不到)|领|券|福利|[+加]?微信|私信|代理|加盟|收益|投资|配方|成分|原料|工艺|检测|专利|厂|冠军|专家|大师|顾客|客户|用户|粉丝|关注|送[你您礼券赠一二三两\d]|产品|活动|民宿|客栈|(?:no|top)\.?\s?1(?!\d)|[来从找]我这|规划中|只要\d/u;
/** Doctors in a tale of an ailment are there to vouch for something. */
const VOUCHES = /医生|(?<!陪[^,，]{1,4}去)医院|大夫|护士|中医/u;
const WORKED =
  /没了|好了|不[疼痛痒咳犯掉复反]|消[失了退]|[退稳降减瘦白小淡浅]了|变[白瘦美年好]|年轻|见效|管用|治好|断根|正常|掉秤|长高|(?<!别|不[能要可]|勿|擅自|随便)停药|有效|不用|到手|[都就也]能[跑走跳站下睡]|逆袭|上岸|提分|进步|考上|赚/u;

/** Claims that only an offer makes claims. What tells of deeds (off-platform dealing, rewards, smears) is one in any tale. */
const TOLD: ReadonlySet<Category> = new Set<Category>([
  "absolute_term",
  "medical_claim",
  "health_function_claim",
  "efficacy_guarantee",
  "education_promise",
  "superstition",
  "urgency_claim",
  "false_claim",
  "state_organ",
  "authority_endorsement",
  "uncited_data",
]);
/** In these somebody of the family is too little: many an advertisement begins with a father. */
const BODILY: ReadonlySet<Category> = new Set<Category>([
  "medical_claim",
  "health_function_claim",
  "efficacy_guarantee",
]);
const TALES: ReadonlySet<Channel> = new Set<Channel>([
  "video_caption",
  "video_script",
  "group_post",
  "account_profile",
]);

/** 术后第四十天，终于不用拐杖下楼了: what a surgeon did. */
const SURGERY =
  /^(?!.*(?:双眼皮|[隆整]形?鼻|隆胸|吸脂|植发|医美|眼袋|祛斑|近视|囤|备|[喝吃用抹涂贴敷泡][了着上]?(?:它|这|我们|咱))).*(?:术后(?:第|[\d一二两三四五六七八九十]+[天周个])|拆线|石膏|出院(?:第|那|后|回)|复健)/u;
/** 掉了八斤，靠的是少吃和走路: what one did oneself. */
const OWN_EFFORT =
  /(?:靠(?:的)?(?:就|都)?是?|全凭|就是)(?:管住嘴|迈开腿|少吃|早睡|每天(?:走|跑|游|练)|走路|跑步|运动|锻炼|跳绳|游泳|自律|忌口)/u;
/** People of one's own days and what befell them. */
const DAY = /昨天|前天|周末|那天|当年|今早/u;
const FOLK = /[我他她]|妈|爸|母亲|父亲|医生|孩子|大家|朋友|老师/u;

/** Of whom or by whom it is told; without them one word of a scene is too little: 下班回家，一喷就干净. */
const TELLER =
  /^(?:我家?)?(?:爷爷|奶奶|外婆|外公|姥姥|姥爷|我?爸|我?妈|我姐|我哥)(?![^,，]{0,4}(?:用|吃|喝|夸|推荐|同款|生日|年纪))|(?:^|[,，])[我她他][^,，]{0,2}[在想走站坐看等]|路上[想看听遇]/u;

/** Whether a sentence's normal view speaks of goods, of those who use them or of a sale. */
export const offers = oncePerText((text) => OFFER.test(text));
/** Whether it says that something went away or got better. */
export const tellsResult = oncePerText((text) => WORKED.test(text));

/** Whether a sentence's normal view tells of life and offers nothing. */
export function isTale(text: string, category: Category, channel: Channel): boolean {
  if (!TALES.has(channel) || !TOLD.has(category) || offers(text)) return false;
  if (BODILY.has(category) && (SURGERY.test(text) || OWN_EFFORT.test(text))) return true;
  if (tellsResult(text)) return false;
  const scenes = (text.match(SCENE)?.length ?? 0) + (DAY.test(text) && FOLK.test(text) ? 1 : 0);
  if (BODILY.has(category)) return scenes > 1 && !VOUCHES.test(text);
  return scenes > (TELLER.test(text) ? 0 : 1);
}
