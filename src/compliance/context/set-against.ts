import { mayMatch } from "./may-match";

/**
 * A claim set against the frauds of others: 隔壁店被罚了，我们…, 被骗三次才找到它，…, 不信谣言，只信…, 说稳赚的都是骗子，跟着我稳赚. The
 * warning before it denies nothing of it. Not where the seller refuses as well (…，我们也不说根治), nor where the warning goes on.
 */
const OWN =
  "(?:(?:但|可|而|只有|唯独|不像|所以|来|选|找|信|认准)*(?:我们?家?|咱们?家?|俺家|本店|小店)|这[个款]|认准|跟[着紧]?我|[找听信选来]我)";
const REFUSES =
  "(?![^,，。;；]{0,8}(?:不(?!一样|同)|没(?!你)|别(?!家)|拒|客服|提醒|从(?:不|未|没)|绝不|里?老人|大家|买的|一起看|再看|来看|去看))";
const FRAUD = "(?:骗|谣|忽悠|罚|智商税|踩坑|套路|陷阱|圈套|曝光|通报|查处|揭[秘穿])";
const SET_AGAINST = new RegExp(
  `${FRAUD}[^。;；]*(?:才(?:找到|知道|发现|遇|碰)|直到|遇[见到上]了?[它这]|只信|[,，!！]${OWN}${REFUSES})`,
  "u",
);
const GOES_ON = /(?:[是属当小心]|警惕|谨防)[^,，。;；]{0,2}(?:骗|陷阱|圈套|诈)|别信|上当|没用|96110|12315/u;
const mayBeSetAgainst = mayMatch(SET_AGAINST);

/** Whether what stands at `start` of a sentence's normal view is said of the seller's own goods, against the frauds of others. */
export const isSetAgainst = (text: string, start: number): boolean => ownWords(text, start) !== text;

/** What of the sentence speaks of the seller's own goods: all of it, or what stands behind the frauds that `start` is set against. */
export function ownWords(text: string, start: number): string {
  if (!mayBeSetAgainst(text) || GOES_ON.test(text.slice(start))) return text;
  const frauds = SET_AGAINST.exec(text.slice(0, start));
  return frauds ? text.slice(frauds.index + frauds[0].length) : text;
}
