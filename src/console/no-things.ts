/** What the rows of a list come to. */
export const TOTALS =
  /^(本页|全部|全店|当前|\d+\s*[个家]?\S?\s?)?(合计|总计|汇总|小计|总和)(数据|值|行)?\s*($|[(（:：\d¥￥])/;

/** What a part of a list comes to: 保暖用品小计（2款）. */
export const SUBTOTAL = /^\S{0,12}小计\s*($|[(（:：])/;

/**
 * What stands in a thing's place and is none: all of them, how they do on the whole, how others do. 全部商品, 场均,
 * 我的均值, 同领域平均水平, 同行优秀, 最高.
 */
const ON_THE_WHOLE =
  /^((全部|所有)(商品|视频|作品|直播|达人)|.{0,8}(均值|平均([值数]|水平)?|中位([数值]|水平))|[场日周月篇品件条单人]均(值|数据)?|(历史)?最[高低大小佳好]值?|(全|本|所在)?(行业|同行|同类|同领域|类目|大盘|平台|赛道).{0,4}(优秀|领先|头部|大盘|前\d+%?|TOP\s?\d+)(商家|店铺)?([值线]|水平)?|大盘)(参考|对比|表现|数据)?\s*($|[(（:：])/i;

export const isOnTheWhole = (text: string): boolean => ON_THE_WHOLE.test(text);

/** 250g, 3条装, 70×140: what is said of goods in what they are called, and of no channel, region or class of goods. */
const MEASURED =
  /\d\s*([mk]?[gl]|斤|两|克|毫?升|片|包|盒|件|条|支|枚|粒|罐|瓶|袋|只|个|双|寸|码|[cm]?m|[×*x]\s*\d)(?![a-z])/i;

/** Whether things are called as goods are, most of them by how much one gets. */
export const areCalledAsGoods = (names: readonly (string | null)[]): boolean =>
  names.filter((name) => MEASURED.test(name ?? "")).length * 2 > names.length;

/** What a page shows that has nothing of its own yet: 示例商品, 示例直播间 A. */
const SAMPLE = /^(示例|样例|演示|demo\s?)(商品|货品|视频|作品|直播|达人|店铺|数据)/i;

export const isSample = (text: string): boolean => SAMPLE.test(text);
