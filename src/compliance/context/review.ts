import type { Category, Channel } from "../finding";
import { oncePerText } from "./once";

/**
 * What a buyer writes of the goods that came: 限时购买的，比实体店便宜，快递也快. A buyer who tells what was paid and when urges nobody
 * (广告法 art. 2). What a body felt stays a claim: a seller who shows it has made it his own (三品一械办法 art. 11, 直播电商办法 art. 34).
 */

const CHANNELS: ReadonlySet<Channel> = new Set<Channel>(["product_detail", "customer_service"]);
const OPINIONS: ReadonlySet<Category> = new Set<Category>([
  "urgency_claim",
  "price_claim",
  "inducement_reward",
  "off_platform",
]);
/** 买家评价：偏咸，客服赔了两块钱: said to be what a buyer wrote. */
export const IS_HEADED = /^(?:买家|用户)?(?:评价|追评)[:：]/u;
const BOUGHT =
  /收到(?:货|了|后|就|的)|货收到|(?:快递|物流|发货)[^,，]{0,4}(?:快|慢|给力|小哥|到|晚|早)|客服[^,，]{0,4}(?:态度|耐心|回复|热情|好)|买(?:给|来|的|了|回来)|给(?:我|爸|妈|家人|孩子|老人|老公|老婆)[^,，]{0,3}买|(?:回购|购买|入手)(?:了|过|的)|(?:已经)?(?:用|穿|睡|铺|盖)了[^,，]{0,6}[天周月年次]|我用过|第[一二三四]次(?:买|购)|睡着|铺上|盖着|拿出包装|好评/u;
/** Words of one who sells. */
const SELLS =
  /链接|下单|拍[下一]|家人们|宝[子贝们]|姐妹|老铁|直播间|我们?家|咱家|本[店品]|这款|秒杀|抢(?!购)|返|[领送]|截图|您|发我|到账|我们?给[您你]|[您你]写|好评(?:率|如潮|过|\d)|顾客|客户|用户|粉丝|名额|加[微vV]|私信/u;

/** Whether a sentence's normal view is a buyer's review, in which such claims are none. */
export const isReview = (text: string, category: Category, channel: Channel): boolean =>
  CHANNELS.has(channel) && OPINIONS.has(category) && tellsOfBuying(text);

const tellsOfBuying = oncePerText(
  (text) =>
    /^(?:买家|用户)?(?:评价|追评)(?![^,，。]{0,2}(?:写|晒|截|返|送|领|打|给|别|不[要用]|勿))/u.test(text) ||
    ((IS_HEADED.test(text) || BOUGHT.test(text)) && !SELLS.test(text)),
);
