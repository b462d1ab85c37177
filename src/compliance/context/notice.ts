import type { Category } from "../finding";
import { oncePerText } from "./once";

/**
 * News of a house, a school, a street or an office: 今晚恢复供水, 还有3分钟下课, 50%的人没交表. Nobody is hurried to buy and no figure
 * speaks for goods (广告法 art. 2) where nothing is offered.
 */
const NEWS =
  /返校|放学|[上下]课|校服|课间|[交填](?:一下)?(?:表|作业|问卷|地址)|没交|考勤|值[日班]|(?:[停供断]|(?<!自)来)[水电气暖](?!器|壶|阀|机|箱|瓶|宝|杯)|物业|业委会|居委|社区|村委|班主任|家委|改期|没到场|人没到|放假|调休|[上下]班(?!费|族)|打烊|关门|收摊|取(?:件|快递)|驿站|门卫|公交|地铁|末班|单行道|限行|涨潮|退潮|封路|路封|堵车|车票|红绿灯|年会|交通|广播|花期|台风|暴雨/u;
const OFFER =
  /链接|下单|拍[下一]|[买卖购]|价|[元块折](?![地头])|包邮|家人们|姐妹|宝[子贝们]|老铁|这[款把台套副床枚]|本[品店]|直播间|名额|报名费|优惠|福利|特惠|秒杀|抢|清[仓货]|甩卖|前[\d一二两三四五六七八九十百]+单|再减|库存|补货|现货|到手|活动|券|送[你您礼]|免费|加[微vV]|私信|效果|功效|品牌|产品|销量/u;

const TOLD: ReadonlySet<Category> = new Set<Category>([
  "urgency_claim",
  "inducement_reward",
  "inducement_coercion",
  "uncited_data",
  "sales_data_claim",
  "state_organ",
  "price_claim",
]);

/** News is told in a few words: 每斤涨一块，台风天发货会慢 tells it of the sending. */
const NEAR = 12;

const isNews = oncePerText((text) => NEWS.test(text) && !OFFER.test(text));

/** Whether the words at [start, end) of a sentence's normal view belong to such news. */
export const isNotice = (text: string, start: number, end: number, category: Category): boolean =>
  TOLD.has(category) && isNews(text) && NEWS.test(text.slice(Math.max(0, start - NEAR), end + NEAR));
