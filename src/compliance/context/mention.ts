/**
 * Sentences that speak about a claim instead of making it: what the law or a platform forbids, a warning of swindlers,
 * a seller who says that he does not promise it. Not where the sentence turns round (…不让说，但懂的都懂).
 */
const MENTION =
  /(?:都|全|就)?是骗(?:子|人|局)|防骗|防诈|谨防|辟谣|谣言|不成立|别(?:轻)?信|别听(?:人|谁)?(?:瞎|乱|他们)|(?:不许|不能|不准|不可以?|不得|禁止|不让|不允许)(?:在[^,，]{1,6})?(?:再)?(?:发|写|说|提|用|使用|出现|宣传|宣称|刷)(?!我们|咱|别人家)|第[一二三四五六七八九十百]+条禁止|一律别理|不(?:要|可)?(?:轻)?相信|凡说[^。]{0,14}的[,，]|不搞|不敢(?:讲|说)|做不到|并无[^,，]{0,10}(?:之效|功效|效果)|标签原文|不谈|谁也说不准|义诊|这些词|这种话|这类(?:话|词)|(?:我们?)?不(?:跟|和)你(?:们)?(?:说|讲|吹)|不打包票|没有什么[^,，]{0,6}的?(?:说法|承诺)|(?:我们|本店)(?:从)?不(?:承诺|保证|吹|做[^,，]{0,4}承诺)/u;
const TURN = /但|可是|不过|其实|懂的|偷偷|悄悄|虽然|虽说|只有我|我家|咱家(?!不)/u;
const MAY = /[信凡搞敢做并标谈谁义辟谣立骗防谨别许能准得禁让允律词话跟和包承保本]/u;

/** Whether a sentence's normal view only mentions what is said in it. */
export const isMention = (text: string): boolean => MAY.test(text) && MENTION.test(text) && !TURN.test(text);
