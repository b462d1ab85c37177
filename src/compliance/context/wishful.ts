import type { Category } from "../finding";

/**
 * What a speaker hopes for or has in mind, and does not say of goods that are there: 我就想做我们县最好的豆腐, 要是哪天能卖到全国第一. An advertisement
 * says what is so (广告法 art. 2, 9(3)).
 */

const PRAISES: ReadonlySet<Category> = new Set<Category>(["absolute_term", "sales_data_claim", "education_promise"]);
const IF_EVER = /(?:要是|如果|等|盼着?|万一)(?:哪[天年]|有[一朝]天|有朝一日|将来|以后|真有)[^,，。;；]{0,12}$/u;
const WOULD =
  /(?:^|[,，])(?:我们?|咱们?|本人)(?:这辈子|一直|从小|也|就|只|都|其实)*(?:想要?|梦想|打算|争取|希望|盼着|做梦都想)(?!(?:跟|和|对)?[你您大]|[说讲告推送让问])[^,，。;；]{0,12}$/u;

/** Whether the words that start at `start` of a sentence's normal view are only hoped for. */
export function isWished(text: string, start: number, category: Category): boolean {
  if (!PRAISES.has(category)) return false;
  // A pattern may begin within the hope itself.
  const before = text.slice(Math.max(0, start - 24), start + 1);
  return IF_EVER.test(before) || WOULD.test(before);
}
