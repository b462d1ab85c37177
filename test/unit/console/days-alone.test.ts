import { describe, expect, test } from "vitest";
import { mayNameByPlace, withoutRole } from "../../../src/console/account-names";
import { saysDays } from "../../../src/console/days-alone";
import { ACTION } from "../../../src/console/names";

describe("days and names", () => {
  test.each([
    "昨日",
    "近7天数据",
    "近7天 · 按日",
    "2026/11/17 至 2026/11/23",
    "2026年第47周 (11.16 - 11.22)",
    "当前展示 2026-11-23 的数据",
    "注：以上为近7天数据，每日 10 点更新",
    "晚风电台的昨日数据",
  ])("%s says of what days figures are", (text) => {
    expect(saysDays(text)).toBe(true);
  });

  test.each(["昨日重现", "近30天不熬夜", "今天吃点啥", "再见昨天", "近7天便当同款 饭盒", "杂货铺"])(
    "%s may be a name",
    (text) => {
      expect(saysDays(text)).toBe(false);
    },
  );

  test.each(["消息中心小助理", "昨日小馆", "近30天不吃糖", "下载小能手", "更多山货"])(
    "%s is a name where its place says so",
    (text) => {
      expect(mayNameByPlace(text)).toBe(true);
    },
  );

  test.each([
    "消息中心",
    "通知 4",
    "消息 3",
    "切换账号",
    "昨日",
    "近7天",
    "管理员 ·",
    "查看详情",
    "店铺数据",
    "数据中心",
  ])("%s is none, wherever it stands", (text) => {
    expect(mayNameByPlace(text)).toBe(false);
  });

  test.each(["查看详情", "查看主页 >", "邀请带货", "联系达人", "进店", "了解更多"])(
    "%s is what a link says",
    (text) => {
      expect(ACTION.test(text)).toBe(true);
    },
  );

  test.each(["收藏达人", "查看器支架", "更多好物", "关注我吧"])("%s is not", (text) => {
    expect(ACTION.test(text)).toBe(false);
  });

  test.each([
    ["管理员 · 云朵母婴馆", "云朵母婴馆"],
    ["运营者｜近30天不吃糖", "近30天不吃糖"],
    ["云朵母婴馆 · 管理员", "云朵母婴馆"],
    ["管理员", "管理员"],
  ])("%s is of %s", (text, name) => {
    expect(withoutRole(text)).toBe(name);
  });
});
