import { expect, it } from "vitest";
import { createChecker } from "../../../src/compliance/checker";
import type { Channel, Goods } from "../../../src/compliance/finding";
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

/** Answered with yes a question is a claim; answered with no, or by nobody, it is none. */
it.each<[claimed: string, asked: string, goods: Goods, channel: Channel]>([
  ["能治失眠吗？能！", "能治失眠吗？不能，只是茶", "food_ordinary", "video_caption"],
  ["治愈率是多少？98%！", "治愈率是多少？看说明书", "drug", "product_detail"],
  ["一次见效？不信你试", "一次见效？不信", "any", "live_script"],
  ["三天瘦十斤？没有做不到", "三天瘦十斤？没有这种事", "food_ordinary", "video_script"],
  ["请问能治脚气吗？？可以的亲", "请问能治脚气吗？？", "disinfectant", "customer_service"],
  ["问：喝了能降血压吗？\n答：能", "问：喝了能降血压吗？\n答：不能", "food_ordinary", "product_detail"],
  ["老铁们问能不能治脚气？我告诉你能", "老铁们问能不能治脚气？我说不能", "disinfectant", "live_script"],
  ["三天瘦十斤，会反弹吗？不会！", "三天瘦十斤，可能吗？不可能", "food_ordinary", "live_script"],
  ["有没有副作用？没有！", "有没有副作用？请看说明书", "food_health", "live_script"],
  ["是第一品牌吗？肯定是", "是第一品牌吗？", "any", "customer_service"],
])("%s is claimed, %s is not", (claimed, asked, goods, channel) => {
  expect(marks(claimed, channel, goods)).not.toEqual([]);
  expect(marks(asked, channel, goods)).toEqual([]);
});
