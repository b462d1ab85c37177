/** Telling a field of publishable copy from the others by the words a person sees at it. */

const COPY =
  /描述|标题|卖点|文案|正文|简介|介绍|详情|推荐语|主题|主要内容|\b(?:title|description|caption|selling points?)\b/i;
/** Words of fields that are never copy, whatever else they say: searches, conversations, contacts, secrets. */
const NEVER =
  /搜索|搜一搜|查找|查询|筛选|关键词|评论|回复|聊天|私信|消息|发送|弹幕|说点什么|密码|口令|验证码|手机|电话|微信号|联系|收货|客服|身份证|银行|\b(?:search|comment|reply|message|chat|password|phone|e-?mail)\b/i;
/** Words of fields that hold data, unless a word of copy stands at them too. */
const DATA =
  /价格|金额|库存|数量|编码|编号|条码|货号|日期|时间|标签|话题|地址|位置|链接|网址|姓名|佣金|比例|重量|运费|选择|\b(?:price|stock|number|date|time|tag|url|link)\b/i;

export type Verdict = "copy" | "other" | "unclear";

/** What one hint (a placeholder, a label) says of its field. */
export function judgeHint(hint: string): Verdict {
  if (NEVER.test(hint)) return "other";
  if (COPY.test(hint)) return "copy";
  return DATA.test(hint) ? "other" : "unclear";
}

/** The first clear word of several hints, nearest first; `other` at once when any says never. */
export function judgeHints(hints: readonly string[]): Verdict {
  if (hints.some((hint) => NEVER.test(hint))) return "other";
  for (const hint of hints) {
    const verdict = judgeHint(hint);
    if (verdict !== "unclear") return verdict;
  }
  return "unclear";
}
