import { labelBefore, ownHints } from "./draft-label";
import type { Draft } from "./draft-text";

/** 商品标题, 商品名称, 短标题: by what a person reads at the field. */
const TITLE = /标题|(?:商品|货品|产品|宝贝)名称?|\btitle\b|\b(?:product|goods) name\b/i;

/** Whether what is written so far is a title and nothing else: goods whose description is still to come. */
export const isTitleAlone = ({ parts }: Draft): boolean =>
  parts.length > 0 && parts.every(({ field }) => isTitle(field.element));

const isTitle = (element: HTMLElement): boolean =>
  ownHints(element).some((hint) => TITLE.test(hint)) || TITLE.test(labelBefore(element));
