import type { Category } from "../finding";
import { oncePerText } from "./once";

/**
 * Somebody of standing who is named without being made to speak for goods: 医生建议卧床休息, 老师推荐书目, 医生自己也要戴口罩.
 * 广告法 art. 16, 18, 38 are about recommending goods or services.
 */

/** What is recommended is no goods, or a paper. */
const RECOMMENDED =
  /^(?:过?的)?[^,，。;；]{0,4}?(?:推荐信|信(?!赖|任)|名单|人选|书目|阅读(?:清单|书目)|读物|清单|课文|电影|纪录片|歌单?|曲目|景点|路线|文章|方法|做法|坐姿|姿势)/u;
/** What everybody may be told to do. */
const DONE =
  /^[^,，。;；]{0,6}?(?:没[那这]回事|别|不要|少|先|多(?:喝水|休息|运动|走|晒|锻炼|活动|看)|卧床|休息|静养|复查|复诊|住院|手术|拍片|接种|戴口罩|洗手|运动|锻炼|早睡|忌口|穿(?:软|平|厚|宽)|坐|站|练|背|默写|写|读|报名|早餐要)/u;
const OF_GOODS =
  /我们|这[款个瓶盒袋罐杯种]|本品|我家|咱家|链接|下单|[吃喝用抹涂贴敷选买备囤](?:它|这|咱|我|款|本|上|点|得)|首选|同款|都在/u;

/** 医院都用这种输液架, 4s店都用的滤清器型号: a place is named to say which part or piece of its furniture it is. */
const PLACE = /医院|病房|医用|门诊|4s店|修理厂|学校|幼儿园|酒店|宾馆/u;
const FURNITURE =
  /型号|规格|适配|配件|零件|备件|耗材|滤[芯清]|轮子|[脚床]轮|[卡锁]扣|挂钩|接头|螺[丝栓母]|支架|托盘|病床|输液架|点滴架|隔帘|轨道|推车|货架|护栏|扶手|摇把/u;
const OF_PLACES: ReadonlySet<Category> = new Set<Category>([
  "authority_endorsement",
  "medical_device",
  "medical_claim",
]);

const namesFurniture = oncePerText((text) => FURNITURE.test(text));

/** Whether the words at [start, end) of a sentence's normal view name somebody who speaks for no goods. */
export function isNoVoucher(text: string, start: number, end: number, category: Category): boolean {
  if (OF_PLACES.has(category) && namesFurniture(text) && PLACE.test(text.slice(start, end))) return true;
  if (category !== "authority_endorsement" || OF_GOODS.test(text)) return false;
  const hit = text.slice(start, end);
  if (/(?:推荐|力荐|安利|种草)$/u.test(hit) && RECOMMENDED.test(text.slice(end))) return true;
  const said = hit.search(/建议|提醒|叮嘱|交代|都说|要求/u);
  if (said < 0) return false;
  return DONE.test(text.slice(start + said + 2));
}
