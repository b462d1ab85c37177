import { describe, expect, it } from "vitest";
import { productPacks } from "../../harness/packs";

const packs = await productPacks();
const rules = packs.flatMap((pack) => pack.rules);
/** What rules rest on, and the clauses that their gates name. */
const cited = [
  ...rules.flatMap((rule) => rule.basis),
  ...packs.flatMap((pack) => pack.exemptions ?? []).flatMap((exemption) => exemption.clause ?? []),
  ...rules.flatMap((rule) => rule.exemptions ?? []).flatMap((exemption) => exemption.clause ?? []),
].map(({ law, article }) => `${law}${article}`);

const articles = (law: string, numbers: string): [string][] => numbers.split(" ").map((number) => [`${law}${number}`]);

describe("the packs cite every article that forbids or requires something of copy", () => {
  it.each([
    ...articles(
      "广告法",
      "第九条第一项 第九条第二项 第九条第三项 第九条第七项 第九条第八项 第九条第九项 第十一条 第十二条 第十三条 第十四条 第十五条 " +
        "第十六条 第十七条 第十八条 第十九条 第二十条 第二十一条 第二十二条 第二十三条 第二十四条 第二十五条 第二十六条 第二十七条 第二十八条",
    ),
    ...articles("广告绝对化用语执法指南", "第二条 第四条 第五条第一项 第五条第二项 第五条第三项"),
    ...articles(
      "广告绝对化用语执法指南",
      "第六条第一项 第六条第二项 第六条第三项 第六条第四项 第六条第五项 第六条第六项 第七条",
    ),
    ...articles("互联网广告管理办法", "第六条 第八条 第九条 第十一条"),
    ...articles("互联网广告可识别性执法指南", "第八条 第十条 第十四条"),
    ...articles("反不正当竞争法", "第七条 第九条 第十一条 第十二条"),
    ...articles("食品安全法", "第七十三条 第七十九条"),
    ...articles("化妆品监督管理条例", "第二十二条 第三十七条 第四十三条"),
    ...articles("医疗器械监督管理条例", "第六十条"),
    ...articles("三品一械办法", "第五条 第六条 第七条 第八条 第九条 第十一条"),
    ...articles("明码标价和禁止价格欺诈规定", "第十六条 第十七条 第十八条 第十九条 第二十条"),
    ...articles(
      "直播电商监督管理办法",
      "第二十七条 第二十九条 第三十条 第三十一条 第三十二条 第三十四条 第三十五条 第三十六条 第三十七条",
    ),
    ...articles("微信视频号运营规范", "3.6 4.4.1 4.4.2 4.6 4.8.2 5.1 5.2 5.3 5.4 5.5 5.10 5.11 5.13 6.4"),
    ...articles("视频号常见违规内容概览", "2.2 4.10 4.11.1 4.11.2 4.11.3 4.11.4 4.11.5 4.11.6 4.12 4.13.4"),
    ...articles("视频号常见违规内容概览", "6.2 6.3 6.4 6.6 9.6 9.7 13.1 13.2 13.3"),
  ])("%s", (article) => {
    const next = (citation: string): string => citation.slice(article.length, article.length + 1);
    expect(cited.some((it) => it.startsWith(article) && !/[\d一二三四五六七八九十]/.test(next(it)))).toBe(true);
  });
});
