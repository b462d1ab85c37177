import { expect, test } from "vitest";
import { cutsWords } from "../../../src/compliance/context/word-edges";

const cut = (text: string, hit: string): boolean => {
  const at = text.indexOf(hit);
  return cutsWords(text, at, at + hit.length);
};

test("a hit made of the pieces of other words is chance", () => {
  expect(cut("扩展没有通过验证", "过验")).toBe(true);
  expect(cut("开启硬件加速来播放", "速来")).toBe(true);
  expect(cut("请重新发布内容", "新发布内")).toBe(true);
  expect(cut("这款重新上架了", "新上架了")).toBe(false);
  expect(cut("请重新发布", "新发")).toBe(true);
  expect(cut("表面会发黑发硬", "黑发")).toBe(true);
  expect(cut("常吃黑发养发", "黑发")).toBe(false);
  expect(cut("夹心面包过了保质期", "包过")).toBe(true);
  expect(cut("想减肥膘就写二八", "减肥")).toBe(true);
  expect(cut("木耳及品类相近的银耳", "及品")).toBe(true);
});

test("two characters of which one ends a word and the other begins the next are chance", () => {
  expect(cut("小美白天不在", "美白")).toBe(true);
  expect(cut("出门前打开光线模式", "开光")).toBe(true);
  expect(cut("隔壁卖二手相机的阿凯", "手相")).toBe(true);
  expect(cut("检验方法见国标", "验方")).toBe(true);
  expect(cut("相机开光圈到2.8", "开光")).toBe(true);
  expect(cut("月季断根苗先泡水", "断根")).toBe(true);
  expect(cut("用了就美白", "美白")).toBe(false);
  expect(cut("大师开光的手串", "开光")).toBe(false);
  expect(cut("这药断根不复发", "断根")).toBe(false);
  expect(cut("能抵抗衰老的茶", "抵抗衰老")).toBe(false);
});

test("a hit that is a word of its own is none", () => {
  expect(cut("拿来专柜过验包真", "过验")).toBe(false);
  expect(cut("今晚速来抢购", "速来")).toBe(false);
  expect(cut("全网最低", "最低")).toBe(false);
});

test("a hit that begins or ends inside the name of a stuff or a dish is chance, however long", () => {
  expect(cut("玻尿酸保湿面膜 补水滋润", "尿酸保湿面膜 补")).toBe(true);
  expect(cut("深海玻尿酸修护", "尿酸修护")).toBe(true);
  expect(cut("补充神经酰胺", "补充神经")).toBe(true);
  expect(cut("清补凉 甜品", "清补")).toBe(true);
  expect(cut("喝了降尿酸", "降尿酸")).toBe(false);
  expect(cut("玻尿酸激活细胞", "激活细胞")).toBe(false);
});
