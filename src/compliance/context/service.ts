import { oncePerText } from "./once";
import { tellsPurpose } from "./purpose";

/**
 * A customer is served: told how a thing is returned, looked up, kept or repaired, or sent to whoever knows. Words of a
 * claim in it name the matter (您家老人走路不稳，先去康复科看一下) and praise nothing, unless they say what the goods are for; 反不正当竞争法 art. 9 is about what is
 * said to sell.
 */
const TO_CUSTOMER = /[您你亲]|抱歉|不好意思/u;
const SERVES =
  /(?:退|补|换|赔)(?:您|款|发|货|差|的运费)|查(?:了|一下|询)|登记|申请|师傅(?!(?:亲自|给)?(?:开过?光|念|加持|算|画符|做法))|上门|拍(?:个|张)?照|单号|批号|发票|地址|先(?:别|停|不|把|吃|收|找|看)|别(?:急|再|先|喂|碰|拿)|去[^,，]{0,6}(?:医院|科|看|问|查|挂(?=[个一]?下?号|[^,，]{0,3}科))|问(?:一?下)?[^,，]{0,4}(?:医生|药师|兽医|教育局|大夫|人社)|为准|看您|抱歉|对不起|不好意思|麻烦您|保质期|说明书|保修|配件|取消|原路|工作日/u;
/** What would sell: a result, a time, a price, a rank, a reward, a way around, or goods put in place of others; and what serves nobody. */
const PROMISES =
  /不认(?!识)|不发(?:货)?了|加钱|统一(?:不|取消|退)|砍(?:单|掉)|(?:还|另外?)(?:要|得)?(?:收|交|补|付)|私下|改成|由[^,，]{1,4}说了算|用不了|收回(?!快递)|(?:全部|一律)取消|不(?:补偿|赔|认账?|算数)(?!的)|保证|包(?:治|好|过|赚|退|您|消|白|瘦|除|见|变)|[都也就]能(?![退换补查用])|就(?:好|会|没|见|不[疼痛痒掉])|\d天|[一二两三四五六七八九十半几]个?(?:[天周]|月(?=[包就能见消白瘦好]))|见效|有效|管用|根治|治好|治疗|[降控稳][压糖脂]|血[压糖脂]|减[肥脂重]|瘦|[变美]白|年轻|加(?:我|微|v|您)|微信|转(?:我|账|给)|便宜|好评|五星|[差中]评|评价|晒|吐槽|收款码|[付收]款方式|一个码|公账|起诉|停掉|返|红包|送(?!达|到|货|修|来|医)|链接|回购|赚|收益|利息|(?<!不)稳|第一|最(?!近|好(?:先|是|别|还)|后|晚|早|多|少|快|低)|全网|我家|咱家|这款|我们(?:家|的)|专[治门]|不含|放心|无副|辟邪|[挡化]煞|招财|转运|开光|正品|高?仿|破解|网盘|柜姐|盗|扒|替考|包过|上岸|领导|老客户|顾客|别的(?:药|牌)|发票[^,，]{0,8}(?:随便|任意|多少就?开多少|往高|虚开)|停药|代替|医生(?:都|也|推荐)/u;

/** Whether a sentence's normal view, said in a service chat, serves and sells nothing. */
export const isService = oncePerText(
  (text) => TO_CUSTOMER.test(text) && SERVES.test(text) && !PROMISES.test(text) && !tellsPurpose(text),
);
