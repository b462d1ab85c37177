import type { Category } from "../finding";
import { oncePerText } from "./once";
import { offers, tellsResult } from "./tale";

/**
 * Ailments that nobody is promised anything against: the day of one who speaks (我感冒了，今天早点下播), what comes of wrong keeping (没放冰箱，
 * 吃完拉肚子), a beast asleep, the wound of a tree. 广告法 art. 17 is about what goods are said to do.
 */

const AILING: ReadonlySet<Category> = new Set<Category>([
  "medical_claim",
  "health_function_claim",
  "efficacy_guarantee",
]);

/** A bare name: 感冒, 腰疼, 风湿; of what is done to one nothing is said in so few words. */
const NAME = /^(?![主根包医]?治|[降消祛去除防抗止杀补排减瘦])[\u4e00-\u9fff]{2,3}$/u;
/** All that stands in the clause before the ailment: when, who, how. */
const WHO =
  /(?:^|[,，])(?:今[天早晚]|昨[天晚夜]|前[天晚]|这[两几]天|上周|最近|刚才?|又|有点儿?|突然|好像|还在|还|老|我们?|咱|家里|(?:我家?)?(?:妈妈?|爸爸?|儿子|女儿|孩子|老公|老婆|媳妇|奶奶|爷爷|外婆|弟弟?|妹妹?|姐姐?|哥哥?|婆婆|娃)|主播|助理|同事|老板|店员|收银|小妹|小哥|师傅|团长|群主|店长|脚|腿|手|嗓子)*$/u;
/** How the day goes otherwise for it. */
const DAY =
  /休息[一两三几半]天|在医院|住院|[下开停]播|播(?:到|完|一会|不)|着(?:播|讲|给)|担待|见谅|凑合|请[^,，]{0,4}假|鼻音|声音|歇(?:一?[会天]|半天|着)|(?:让|叫)我?[^,，]{1,4}[去来替]|替我|[去来](?:接|送|陪)[他她]|(?:老公|老婆|爱人|同事|[我他她][妈爸姐哥弟妹])[去来]|晚(?:点|一?天|半天)|早点|改天|先不|暂停|停业|歇业|不营业|关门|顺延|顶班|想[吃喝]|只能[吃喝]|没胃口|[吃尝闻]不出/u;
/** A shop that says so offers nothing. */
const CLOSED = /(?:暂停|停止|不)(?:接单|营业|发货|出摊)|(?:停|歇)业|关门/u;
/** What comes of eating or using it: 吃完拉肚子. */
const COMES_OF =
  /(?:[吃喝用涂抹贴穿戴泡敷]|[食饮使]用)(?:了|完|坏了?|多了?|错了?)(?:会|[就都]会?|容易|可能|要)?(?:上火|口干)?$/u;
/** Harm that goods do where they do any. */
const HARM =
  /^(?:拉肚子|腹泻|腹痛|肚子[疼痛]|胃[疼痛]|过敏|上火|呕吐|恶心|长痘|头[晕疼痛]|起疹子|嗓子[疼痛]|发烧|中毒|流鼻血)/u;
/** 洗牙后有点酸是正常的: what comes of the goods, told beforehand. */
const TO_BE_EXPECTED = /^[^,，。;；]{0,8}?(?:是|属于?)正常(?:的(?=$|[,，])|现象|反应)/u;
/** 退烧药借我一板: what neighbours ask of each other. */
const BORROWED = /借(?:我|给我|一下|[一两几半])|谁家有/u;
/** 牙口不好的泡一下牛奶再吃 */
const SOFTENED = /^牙口?[^,，。;；]{0,4}不好的?[^,，。;；不]{0,6}[泡蒸煮切剪掰炖]/u;
/** Those who have it, or that it goes. */
const CALLED =
  /^(?:的|患者|病?人|人群|[也都不没立马好]|[^。;；]{0,12}(?:不[^,，]?[拉疼痛吐]|好了|好转|停了(?![就再吃用])|止住|见效|管用))/u;
/** A worry is called so: 孩子挑食我也头疼. */
const WORRY = /^头[疼痛大]$/u;
const WORRIES = /(?:也|很|挺|真|让[人我]|最)$/u;
/** 甜得牙疼, 笑得肚子疼: how much, said by a body. */
const SO_THAT = /[甜辣酸咸苦笑馋急冻烫累忙愁吵挤饿撑呛熏]得[^,，。;；]{0,3}$/u;
/** What age and days do to a body, and a cold that went by itself. */
const WORSE =
  /^(?:头发|鬓角|胡子)[^,，。;；]{0,3}白了|^(?:眼睛?|耳朵|腿脚?|牙口?|身体|身子|记性|胃口?|腰)[^,，。;；不]{0,3}(?:不好|花了|聋了|背了|酸了|坏了|老了|肿了|不行)|^(?:又|还|都|我)?胖了/u;
const GOT_WELL = /^(?:感冒|发烧|咳嗽|病|嗓子)(?:终于|总算|刚)?(?:好|退)了/u;
/** 痛风犯了，今天只能看他们喝啤酒 */
const IS_BACK = /^(?:又|也)?犯了(?=$|[,，])/u;
/** 小时候发烧，外婆给煮姜汤面: how a tale of one's childhood begins. */
const ONCE = /(?:^|[,，])我?(?:小时候|那一?年|有一[年回次]|上学那会儿?)我?(?:[春夏秋冬]天)?(?:总|老|一)?$/u;
/** 站成了静脉曲张, 落下了腰疼: what work does to a body. */
const BY_WORK = /(?:[站坐熬累冻晒蹲扛跪]成了?|落下了?|[站坐熬累]出了?)$/u;
/** 咳嗽两声, 打呼噜的声音: what is heard of one; 失眠的夜里我…: when one did something; 拉肚子的那批: goods that did it. */
const HEARD = /^(?:[一两几]声|的(?:声音|动静|夜里?我|夜晚我|晚上我|那[批箱单]))/u;
/** 发烧的小朋友先在家休息 */
const RESTS = /^的[^,，。;；]{1,5}(?:今天|这[两几]天|先|请|就|都)*(?:在家|回家)?(?:好好)?(?:休息|歇着|歇[一两几]?天)/u;
/** 说拉肚子的那位大姐，后来查了是冰箱坏了: who complained of it. */
const COMPLAINS = /(?:说|讲|反馈|投诉|反映)(?:是|自己|[吃喝用][了完])?$/u;
const COMPLAINER = /^的(?:[那这][位个几些]|顾客|客人|大[姐哥妈爷叔]|朋友|邻居|买家)/u;
/** 烂的别吃，拉肚子我可赔不起: harm that a seller will not answer for. */
const NOT_ANSWERED_FOR = /^了?(?:的话)?(?:我们?)?可?(?:赔不起|担不起|不(?:负责|管)|(?:别|不要)(?:来)?[找怪怨赖])/u;
/** What ties a body to goods. */
const TIE =
  /它|这[个款瓶罐杯碗盒支条双]|[吃喝用抹贴泡戴穿涂敷][了上着完过它]|靠|自从|就没|再也|后来|全凭|多亏|别怕|不怕|回来|我们/u;
const OFFERED = /这[款个瓶罐盒碗]|链接|我们家|同款|靠它|就它/u;
const BEAST = /[猫狗猪牛驴][^,，。;；]{0,8}$/u;
/** 打鼾的猫. */
const OF_BEAST = /^的?[^,，。;；]{0,2}[猫狗猪牛驴]/u;
const SNORES = /^打[呼鼾]/u;
const WOUND = /伤口|愈合|切口|创口|结痂|收口/u;
const PLANT = /果树|树的|大树|老?枝[条干头]?|[剪锯]口|盆景|嫁接|砧木|多肉|叶插|扦插|修剪|愈合剂/u;
const PERSON = /皮肤|肌肤|手指|脚|宝宝|孩子|老人|身上|术后|产后|患/u;

const tied = oncePerText((text) => TIE.test(text));
const goesOtherwise = oncePerText(
  (text) => DAY.test(text) && (!offers(text) || CLOSED.test(text)) && (!tellsResult(text) || !tied(text)),
);

/** Whether the ailment at [start, end) of a sentence's normal view is none that goods are said to help. */
export function isAiling(text: string, start: number, end: number, category: Category): boolean {
  if (!AILING.has(category)) return false;
  const [before, hit, after] = [text.slice(0, start), text.slice(start, end), text.slice(end)];
  if (WOUND.test(hit) && PLANT.test(text) && !PERSON.test(text)) return true;
  if (WORRY.test(hit) && WORRIES.test(before)) return true;
  if (SO_THAT.test(text.slice(0, start + 1)) && !tied(text)) return true;
  if ((WORSE.test(text.slice(start)) || GOT_WELL.test(text.slice(start))) && !tied(text)) return true;
  if (NAME.test(hit) && IS_BACK.test(after) && !tied(text) && !offers(text) && !tellsResult(text)) return true;
  if (NAME.test(hit) && ONCE.test(before) && !tellsResult(text) && !OFFERED.test(text)) return true;
  if (BY_WORK.test(before) && !tied(text) && !OFFERED.test(text)) return true;
  if (RESTS.test(after) && !tellsResult(text)) return true;
  if (HEARD.test(after) && !tied(text) && !OFFERED.test(text)) return true;
  if (SNORES.test(hit) && (BEAST.test(before) || OF_BEAST.test(after))) return true;
  if (BORROWED.test(text) && !offers(text)) return true;
  if (SOFTENED.test(text.slice(start))) return true;
  if (TO_BE_EXPECTED.test(hit.slice(-6) + after)) return true;
  if (HARM.test(hit) && COMES_OF.test(before) && !CALLED.test(after)) return true;
  if (HARM.test(hit) && NOT_ANSWERED_FOR.test(after)) return true;
  if (HARM.test(hit) && COMPLAINS.test(before) && COMPLAINER.test(after) && !tellsResult(text)) return true;
  return NAME.test(hit) && WHO.test(before) && goesOtherwise(text);
}
