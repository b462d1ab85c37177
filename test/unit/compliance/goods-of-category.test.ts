import { expect, test } from "vitest";
import { goodsOfCategory } from "../../../src/compliance/goods-of-category";

test.each([
  ["食品饮料 > 茶 > 绿茶", "food_ordinary"],
  ["家居 > 茶具 > 茶杯", null],
  ["酒类 > 白酒", "alcohol"],
  ["厨房用品 > 葡萄酒杯", null],
  ["家纺布艺 / 抱枕套", "textile"],
  ["美妆 > 护肤 > 防晒", "cosmetic_special"],
  ["图书 > 小说", null],
])("%s", (path, goods) => {
  expect(goodsOfCategory(path)).toBe(goods);
});
