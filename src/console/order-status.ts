import { chosenAmong } from "./chosen";
import type { Layout } from "./layout";
import { A_SIGN } from "./signs";
import type { Token } from "./tokens";

/** The status of an order or an after-sale, and nothing else. */
export const STATUS =
  /^((已(付款|支付)[，,]?)?待(商家|买家|平台)?(付款|发货|收货|处理|审核|退货|举证|揽收|取[货件]|核销|评价|成团)|部分发货|已(发货|签收|完成|取消|关闭|退款|撤[销回]|驳回|拒绝|换货|揽收|核销|评价)|(运输|配送|派送)中|(交易|退款|售后)(中|完成|成功|关闭)|完成|(商家|买家|平台)\S{0,3}(处理|审核|退货|收货|拒绝)\S{0,2}|处理中)$/;
/** 状态： before the status in the same text. */
const STATUS_LABEL = /^(订单|售后|处理|当前)?状态\s*[:：]?\s*(?=[^\s:：])/;
/** Over what states a status: a label beside it, or the head of its column. */
const STATUS_HEADER = /^(订单|售后|处理|当前)?状态[:：]?$/;
/** Longer than any status. */
const LONGEST = 12;

export const withoutStatusLabel = (text: string): string => text.replace(STATUS_LABEL, "");

/** 待发货, 状态：待发货, or whatever stands beside 状态. */
export function statusIn(layout: Layout, t: Token): string | null {
  const bare = withoutStatusLabel(t.text);
  if (STATUS.test(bare)) return layout.isOption(t) ? null : bare;
  if (bare !== t.text) return bare.length <= LONGEST ? bare : null;
  const next = layout.tokens[t.i + 1];
  return STATUS_HEADER.test(t.text) && next && next.text.length <= LONGEST ? next.text : null;
}

/**
 * Which of several status texts counts: the first; of the steps of one order (待处理 → 待退货 → 退款成功), each right behind
 * the one before, the step that stands out, or null where none does.
 */
export function statusReached(layout: Layout, stated: readonly Token[]): Token | null {
  const [first] = stated;
  const steps = stated.filter(({ text }, k) => STATUS.test(text) && k === stated.findIndex((t) => t.text === text));
  const isNext = ({ i }: Token, k: number): boolean =>
    k === 0 || layout.list((steps[k - 1] as Token).i + 1, i).every(({ text }) => A_SIGN.test(text));
  if (!first || steps.length < FEWEST_STEPS || !steps.every(isNext)) return first ?? null;
  return chosenAmong(steps) ?? null;
}

/** Of two statuses the second may be of the parcel. */
const FEWEST_STEPS = 3;
