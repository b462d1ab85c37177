import { expect, it } from "vitest";
import { createChecker } from "../../../src/compliance/checker";
import type { Goods } from "../../../src/compliance/finding";
import { productPacks } from "../../harness/packs";
import { marksBy } from "./fixtures";

const marks = marksBy(createChecker(await productPacks()));

it.each<[asked: string, claimed: string, goods: Goods]>([
  ["保本吗？", "保本！", "investment"],
  ["请问这个药的治愈率是多少？", "治愈率98%", "drug"],
  ["零风险？没有零风险的投资", "零风险！错过没有", "investment"],
  ["一次见效？别信这种话", "一次见效，别再犹豫", "any"],
  ["这酒喝了能不能解乏？我爸干活累", "这酒喝了就能解乏", "alcohol"],
  ["买家问：全网是不是你家最便宜？", "全网就我家最便宜", "any"],
  ["我们不加微信，也不走线下转账", "加微信走线下转账", "any"],
  ["销售冠军这部小说看到第三章", "销售冠军这款面霜", "any"],
  ["招财是我家橘猫", "招财就戴它", "any"],
  ["好评返现的卡片我们已经全部撤了", "好评返现的卡片我们都放了", "any"],
])("%s is no claim, %s is", (asked, claimed, goods) => {
  expect(marks(asked, "customer_service", goods)).toEqual([]);
  expect(marks(claimed, "customer_service", goods)).not.toEqual([]);
});

it.each<[text: string, goods: Goods]>([
  ["还在为失眠发愁吗？喝它就睡得香", "food_ordinary"],
  ["三天瘦十斤？真的做到了", "food_ordinary"],
  ["你想月入过万吗？", "investment"],
])("%s is the seller's own question", (text, goods) => {
  expect(marks(text, "video_caption", goods)).not.toEqual([]);
});
