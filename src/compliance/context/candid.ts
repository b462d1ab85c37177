import type { Category } from "../finding";
import { treats } from "./denial";
import { oncePerText } from "./once";
import { tellsPurpose } from "./purpose";
import { tellsResult } from "./tale";

/**
 * A speaker who plays the goods down: 红血丝重的先去皮肤科，这个霜就是润, 孕妇别染，过敏的先测, 手环就是硅胶的，没啥能量. What he names there he does not
 * claim of them (广告法 art. 2 is about promotion). Not where the sentence tells a result all the same.
 */

/** Sends to those who may treat, without 不用 or 别 before it. */
const SENDS =
  /(?<!不用|不必|别急着|别|没|少|甭|免得?|省得?|懒|不)(?:先|请|要|得|该|您|你|还是|最好|赶紧|及时|尽早)(?:直接|尽快)?(?:去|上|到|自己)?(?:问|看|找|挂|查|咨询)?(?:一?下|一查|一看)?[^,，。;；]{0,2}(?:医生|大夫|营养[科师]|皮肤科|眼科|骨科|儿科|妇科|产科|急诊|门诊|药师|兽医|医院|诊所)(?!里?[都说也卖用]|复查|看完|推荐|同款|(?:或者?[^,，。;；]{2,6})?的?指导下[使食服]用)|(?:^|[,，])(?:直接|赶紧)?去(?:医院|皮肤科|眼科|骨科|门诊)(?:看看|查查|瞧瞧|挂个?号)|(?:先|去)拍个?片|问(?:给您)?(?:做|动)[^,，。;；]{1,6}(?:医院|医生|机构)|(?:不行|严重|没好转?|不见好)的?(?:话)?就(?:得|要|带)?[去找看问](?:医生|大夫|看医生|医院)|听(?:您的?)?(?:医生|大夫)的(?!推荐)|(?:出门|人多|坐车|地铁|流感|感冒)[^,，。;；]{0,8}戴好?口罩|别扎堆|勤洗手/u;
/** 孩子咳嗽先去看看, 胃疼先做个胃镜: the same with nobody named. */
const SENDS_OFF =
  /(?<!不用|不必|别|没|甭)先(?:带[^,，。;；]{1,3})?去(?:看看|瞧瞧|查查|医院|检查|查一?下|做个?[^,，。;；]{1,3}(?:镜|ct|b超|彩超|检查))/u;
/** Warns off those whom it may harm. */
const WARNS_OFF =
  /(?:孕妇?|怀孕|哺乳|过敏|敏感肌?|孩子|小孩|糖尿病|高血压)[^,，。;；]{0,6}(?:别|不要|不能|不宜|先测|慎|先问|勿)(?!.{0,4}(?:担心|怕|急|愁))/u;
/** Warns off everybody, or those who have not looked. */
const WARNS_ALL = /别(?:碰|喝|吃|拍|买|用)(?:这[个款]|它)(?![^。]*(?:但|除非|可我))|看清楚?(?:再拍|了再|[,，。]|$)/u;
/** Lowers what is hoped for. */
const LOWERS =
  /别(?:太|全|光)?指望|指着(?:它|这[^,，。;；]{0,3})[^,，。;；]{1,8}(?:不行|没用|白搭|做梦)|别拿(?:它|这)[^,，。;；]{0,4}当|别想多|别(?:光|只|全)(?:看|听|信)|没(?:啥|什么)(?:用|效果|能量|功效|特别|名气|讲究)|(?<!药[^,，。;；]{0,4})治标|没有防晒值|(?:看|是|靠)遗传|看地力|看(?:自己|个人)(?:体质|情况|努力)|不会夸|谁都有|不能当[^,，。;；]{0,3}[药饭]|(?<!(?:不信|嫌贵|没钱|差钱|怕贵|觉得贵)[^。;；]{0,4})(?:就|的)别(?:[买拍选种]|下单)(?:了|这个|我家?|它)?(?=$|[,，。])|别问我(?:哪|买|要|有)|别攀比|别迷信|别神话|照样(?:黑|胖|掉|长|疼|坏|锈)|没那么(?:神|玄)|(?:还是|得|全)靠(?:吃)?药|饭是饭[,，]?药是药|该吃药(?:还是|就)?吃药|(?:那|这)?(?:都)?是(?:老话|老人家?说的|老一辈的说法)|只是普通(?:食品|饮料|饮品|茶|糖|护肤品)/u;
/** 眼霜去不了眼袋, 洗发水治不了脱发. Not what others' cannot do. */
const CANNOT =
  /(?:霜|膏|精华|面膜|洗发水|茶|奶粉|贴|护肤品)[^,，。;；]{0,2}[去治消祛改淡管]不(?:了|掉)(?![的了]|[^。;；]{0,16}(?:我们|我家|这[款个瓶]|用它))/u;
const OF_OTHERS = /别的|别家|其他|普通|一般|很多/u;
/** 辟邪红袜子就是红袜子 */
const NOTHING_BUT = /([\u4e00-\u9fff]{2,4})就是\1(?=$|[,，。])/u;
/** Of oneself: 要是真管用我能一脸褶子, 我喝了三年还是喘; of one use: 毛孔不会因为敷一次面膜就没了. */
const JOKES =
  /(?:要是|若)(?:它|这[个款]?[^,，。;；]{0,4})?真?的?(?:管用|有用|灵|行)[^。;；]{0,6}我(?:能|还|自己|早|至于)|我(?:自己)?[^,，。;；]{0,2}[盘戴抹吃喝用]了[^,，。;；]{1,4}[,，]?(?:还是|还在|照样)|不(?:会|可能)因为[^,，。;；]{2,14}就/u;
/** 别光喝我这梨膏 */
const NOT_ALONE = /别(?:光|只|全|净)(?:靠|喝|吃|贴|抹)(?:我|这|它)/u;
/** Says that it is no more than what it is. */
const NO_MORE =
  /(?:它|这[个款瓶条盒支]?[^,，。;；]{0,4}|我这[个儿]?|说白了|其实|手[环串]|就)就?是(?:个|一个?|普通)?的?(?:润(?!肠)|保湿|装饰|挂饰|摆件|零食|茶(?!疗)|汽水|饮料|饼干|吃的|喝的|洗[头脸]|保暖|图个[^,，。;；]{1,3}|有个嚼头|[^,，。;；]{1,3}着好看|块石头[^,，。;；]{0,3}|木头[^,，。;；]{0,6}|有点香|个味|玩具|树脂|硅胶|塑料|铜片|仿|薄一点)的?(?:[,，。!！]|$)/u;

/** What is claimed of goods; who is run down, hurried or led away is, whatever is said of the goods. */
const CLAIMS: ReadonlySet<Category> = new Set<Category>([
  "medical_claim",
  "health_function_claim",
  "cosmetic_special_efficacy",
  "efficacy_guarantee",
  "superstition",
  "unscientific_claim",
]);

const isSent = oncePerText(
  (text) => (SENDS.test(text) || SENDS_OFF.test(text)) && !tellsResult(text) && !tellsPurpose(text),
);
const saysNoMore = (text: string): boolean =>
  (text.includes("不") && CANNOT.test(text) && !OF_OTHERS.test(text)) ||
  (text.includes("就是") && NOTHING_BUT.test(text));
const isLowered = oncePerText(
  (text) =>
    JOKES.test(text) ||
    ((LOWERS.test(text) || NOT_ALONE.test(text) || NO_MORE.test(text) || saysNoMore(text)) && !tellsResult(text)),
);
const isWarning = oncePerText((text) => (WARNS_ALL.test(text) || WARNS_OFF.test(text)) && !tellsResult(text));
/** 七天祛斑，孕妇别用: a claim that stands in another clause than those who are warned off stays one; the name of goods is none. */
const warnsOf = (text: string, start: number, category: Category): boolean =>
  isWarning(text) &&
  (category === "cosmetic_special_efficacy" || WARNS_ALL.test(text) || WARNS_OFF.test(clauseFrom(text, start)));
const clauseFrom = (text: string, start: number): string => {
  const from = Math.max(text.lastIndexOf(",", start), text.lastIndexOf("，", start)) + 1;
  return /^[^,，]*/u.exec(text.slice(from))?.[0] ?? "";
};

/** Whether a sentence's normal view plays down what a claim of this category that starts at `start` would praise. */
export const isCandid = (text: string, start: number, category: Category): boolean =>
  CLAIMS.has(category) &&
  ((isLowered(text) && !tellsPurpose(text)) ||
    // 增强免疫力的，吃着药的先问大夫: what goods do for the hale is claimed all the same.
    (isSent(text) && !(category === "health_function_claim" && treats(text, start))) ||
    (!treats(text, start) && warnsOf(text, start, category)));
