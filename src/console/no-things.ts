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
  /^((全部|所有)(商品|视频|作品|直播|达人)|.{0,8}(均值|平均([值数]|水平)?|中位([数值]|水平))|[场日周月篇品件条单人]均(值|数据)?|(历史)?最[高低大小佳好]值?|(行业|同行|同类|同领域|类目|大盘|平台).{0,4}(优秀|领先|前\d+%?|TOP\s?\d+)([值线]|水平)?)\s*($|[(（:：])/i;

export const isOnTheWhole = (text: string): boolean => ON_THE_WHOLE.test(text);

/** What a page shows that has nothing of its own yet: 示例商品, 示例直播间 A. */
const SAMPLE = /^(示例|样例|演示|demo\s?)(商品|货品|视频|作品|直播|达人|店铺|数据)/i;

export const isSample = (text: string): boolean => SAMPLE.test(text);
