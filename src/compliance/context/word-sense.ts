/**
 * Words of a claim that have another sense beside such others: 活水 of a tank, 拉闸 of an electrician, 老毛病 of a car, 判卷 of a
 * school's own teachers, 礼物包好了. What a word means beside its neighbours is asked here once for all the rules that know it.
 */
const SENSES: readonly (readonly [words: string, beside: RegExp])[] = [
  // of things
  ["活水", /鱼|虾|缸|渠|塘|溪|过滤/u],
  ["拉闸", /电工|检修|停电|限电|开关|总闸/u],
  ["老毛病|病根", /^(?!.*[腰腿胃咳喘鼻颈肩膝疼痛]).*(?:车|机|箱|门|水管|龙头|漏|屏|锁|链)/u],
  ["药酒|药方|药丸", /空[坛瓶罐]|玻璃[坛瓶罐]|药方柜|抽屉|存放|收纳|分装/u],
  ["填充", /底妆|遮|卸|棉|绒|填充物/u],
  ["忘忧", /忘忧草/u],
  ["砸盘", /股市|核桃|盘子|碗/u],
  ["解扣子", /吃完|撑|胖|孩子|宝宝/u],
  ["光触媒", /滤网|滤芯/u],
  ["跑分", /手机|电脑|处理器|犯罪|刑/u],
  ["影印", /装饰画|海报|古籍|史料|碑帖|县志/u],
  [
    "包好",
    /(?:给您?|[帮替]您?|[用拿][^,，。;；]{1,4}|没|先|打)包好|包好(?:[了再寄发放装送后]|[^,，。;；]{0,2}[饺礼粽])/u,
  ],
  ["仅此一件", /二手|古着|磨损|旧物|平铺/u],
  // of people and what is told of them
  ["军医", /^(?!.*[方膏药秘治]).*(?:爷|爸|兵|战|部队|电影)/u],
  ["李时珍|华佗", /故里|故乡|纪念|路/u],
  ["鼻祖", /怂|懒|馋/u],
  ["枪手", /故事|小说|电影|射击|靶|游戏|黑车|代驾/u],
  ["顶流", /明星|艺人|爱豆|演员/u],
  ["算命|护身符", /摊|皮影|人偶/u],
  ["前世", /戏|剧|故事|小说|电影|历史|书/u],
  ["传家宝", /^(?!.*(?:升值|涨|投资|收藏|增值|翻)).*(?:奶奶|外婆|爷爷|我家|结婚|情分|不卖)/u],
  // of schools
  ["判卷|出卷", /^(?!.*[押透漏亲]).*(?:教研组|连夜|月考|期中|期末)/u],
  ["原题", /^(?!.*(?:命中|押|考前|透)).*(?:收录|注明|错题本|复印|解析)/u],
  ["押题|押中", /谁说得准|没押中|劝[你您]别/u],
  ["替考", /追刑|判刑|犯罪|处分|开除|进去了/u],
  // of homes and money
  ["收租", /租客|房号|月付/u],
  ["下楼就", /腿软|膝|喘|没电梯/u],
  ["养老钱", /(?:别|不要|不能)(?:拿|去买|全)|骗|守住/u],
  ["返租", /烂了|烂尾|拦|住建局|投诉|骗/u],
  ["牛股", /我要(?:是)?知道/u],
  // of what is done about it
  ["盗版|枪版", /正版封底|找他退|抵制|打击|举报|防伪/u],
  ["电子烟", /掐烟|也算烟|别[^,，。;；]{0,8}[抽吸带]/u],
  ["断奶", /儿保|说了不算|问[^,，。;；]{0,4}医生/u],
  ["打针|手术|整形|医美", /后[^。;；]{0,10}(?:别|不要|勿)|听[^,，。;；]{0,8}医生/u],
  ["疗程", /没有疗程|不(?:讲|分)疗程/u],
];
const BESIDE = new Map(SENSES.flatMap(([words, beside]) => words.split("|").map((word) => [word, beside] as const)));
const WORD = new RegExp([...BESIDE.keys()].join("|"), "u");
/** A longer hit says more than such a word. */
const LONGEST = 14;

/** Whether the words at [start, end) of a sentence's normal view are meant in another sense than the claim's. */
export function hasOtherSense(text: string, start: number, end: number): boolean {
  if (end - start > LONGEST) return false;
  const word = WORD.exec(text.slice(start, end))?.[0];
  return word !== undefined && (BESIDE.get(word)?.test(text) ?? false);
}
