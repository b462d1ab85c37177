/** Over the figures that a page is about, beside others: 本期, 本店, 数值. */
const ITSELF =
  /^(我的?|本店铺?|本账号|本号|自己|[本当该](期|周期|[周月季年日天场次条篇]|视频|作品|直播)|当前(周期|值)?|(统计期|周期|期间|区间)内?(合计|总计|累计)?|实际(完成)?|数值|数据|值)(店铺|账号)?(数值|数据|值)?(\(.{1,3}\))?$/;
/** Over what others do: 同行中位, 类目均值, 竞店. */
const OF_PEERS =
  /同行|行业|同类|同城|同层|类目|大盘|平台|全网|竞[品店争对]|标杆|优秀|头部|中位|均值|平均|均数|其[他它]|别家|他店/;
/** Over the same of days before: 上期, 去年同期, 对比期. */
const OF_EARLIER = /上一?(期|周期|[个]?[周月季年]|[场次条篇])|前一|前期|同期|往期|历史|去年|对比|较早|环比期|基[期准]/;

/** Beside 昨日, over what all days came to. */
const OF_ALL_DAYS = /^(累[计积]|总[计量]?|发[布表]?至今|历史)(数据|值)?$/;

const bare = (text: string): string => text.normalize("NFKC").replace(/\s+/g, "");

export const isItself = (text: string): boolean => ITSELF.test(bare(text));

export const isOfPeers = (text: string): boolean => OF_PEERS.test(bare(text));

export const isOfEarlier = (text: string): boolean => OF_EARLIER.test(bare(text));

export const isOfAllDays = (text: string): boolean => OF_ALL_DAYS.test(bare(text));
