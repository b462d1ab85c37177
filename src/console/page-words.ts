import { isProduct } from "./product-words";

/** What pages call their own parts. */
export const CHROME =
  /^(返回.*|.*©.*|.*\s[>›/]\s.*|.{0,6}(概览|总览|概况|数据|详情|大屏|分析|趋势|来源|明细|看板|罗盘|中心|管理|列表|广场|助手|小店|画像|指标|表现|情况|统计|排行榜?|漏斗|诊断|构成|分布|效果|汇总|信息|资料|能力|均值|战[况报绩]))$/;
/** What a page calls itself, its place and what is on it: 当前页面, 您的位置, 本场直播, 查看视频数据. No name is made of such words alone. */
const OF_THE_PAGE =
  /^(当前|现在|目前|所在|所选|已选|[本此该这][场条篇个次]?|单[场条篇个]?|[您你我]的?|我们|页面?|位置|路径|面包屑|导航|主页|首页|后台|工作台|[主顶侧]|菜单|栏|内容|正文|区域?|跳过?[到至转]?|直播间?|场次|短?视频|作品|动态|商品|达人|主播|账号|店铺|数据|查看|详细?|详情|页|复盘|分析|报告|结果|记录|历史|信息|全部|更多|的|[上下]一?[场条篇个页]|加载中?|请?稍[等候后]|[.。…:：·\s])+$/;
/** What a page promises with its figures: 用数据看懂每一场直播, 让每一笔生意都心里有数. */
const SLOGAN = /(让|用|看[清懂见]|读懂|掌握|做好).{0,6}(生意|经营|数据|增长|每一?[次场笔条单])/;

/** What a page says of itself and its parts, and of nothing that it shows. */
export const isOfPage = (text: string): boolean =>
  CHROME.test(text) ||
  SLOGAN.test(text) ||
  isProduct(text) ||
  (text.length <= LONGEST_OF_PAGE && OF_THE_PAGE.test(text));

/** Such words are few; of a long text it would be dear to tell. */
const LONGEST_OF_PAGE = 16;
