import { expect, it } from "vitest";
import { createChecker } from "../../../src/compliance/checker";
import type { Channel, Goods } from "../../../src/compliance/finding";
import { productPacks } from "../../harness/packs";
import { marksBy } from "./fixtures";

const marks = marksBy(createChecker(await productPacks()));

it.each<[text: string, mark: string, goods: Goods, channel?: Channel]>([
  ["木瓜葛根粉丰🍈又好喝", "丰🍈", "food_ordinary"],
  ["貔貅手链招💰", "招💰", "any"],
  ["同款去🍑宝店搜店名", "🍑宝", "any"],
  ["冫咸月巴茶 二十包", "冫咸月巴", "food_ordinary", "product_title"],
  ["亻呆本亻呆息的项目", "亻呆本亻呆息", "investment"],
  ["行业T🅾️P1的锅", "T🅾️P1", "any"],
  ["jf咖啡，饭前一杯", "jf咖啡", "food_ordinary"],
  ["老人降xy就喝它", "降xy", "food_ordinary"],
  ["这个项目稳转不赔", "稳转不赔", "investment"],
  ["剪肥茶 二十包", "剪肥", "food_ordinary", "product_title"],
  ["喝 jiangtang 茶就行", "jiangtang", "food_ordinary"],
  ["全城NO.1的面馆", "NO.1", "any"],
  ["＋V 领福利", "＋V", "any"],
  ["zfb转给我便宜十块", "zfb转", "any", "customer_service"],
  ["联系我：壹叁捌贰贰叁叁肆肆伍伍", "壹叁捌贰贰叁叁肆肆伍伍", "any", "account_profile"],
  ["半个月shou了六斤", "shou了六斤", "food_ordinary"],
  ["喝完就ying，懂的都懂", "喝完就ying", "food_ordinary"],
  ["面霜里的谈斑一哥", "谈斑", "cosmetic_ordinary"],
  ["这瓶去绉有一套", "去绉", "cosmetic_ordinary"],
  ["去某🍑搜店名", "某🍑搜店名", "any"],
  ["威❤️ hao写在简介", "威❤️ hao", "any"],
  ["枕头里NO.l的那家", "NO.l", "any"],
  ["桑叶茶\n降\n血\n压\n叔叔阿姨都喝", "降\n血\n压", "food_ordinary"],
  ["国J家J级实验室的机油", "国J家J级", "any"],
  ["面霜里的美✨白担当", "美✨白", "cosmetic_ordinary"],
  ["销量遥·遥领先", "遥·遥领先", "any"],
  ["鱼油清xue管垃圾", "清xue管垃圾", "food_ordinary"],
  ["车膜zhong生不换", "zhong生不换", "any"],
  ["蒲公英茶消火火利咽", "消火火", "food_ordinary"],
  ["喝完就减の肥", "减の肥", "food_ordinary"],
  ["全市NO。1的月嫂公司", "NO。1", "any"],
  ["zhang高钙片", "zhang高", "food_ordinary"],
  ["増高钙片", "増高", "food_ordinary"],
  ["嘉威慢慢聊", "嘉威", "any"],
  ["球球群号12345678", "球球群号", "any"],
])("%s is read", (text, mark, goods, channel = "video_caption") => {
  expect(marks(text, channel, goods).join()).toContain(mark);
});

it.each<[text: string, goods: Goods, channel?: Channel]>([
  ["想吃🍈和🍑，楼下水果摊就有", "food_ordinary"],
  ["🐶东张西望，🐱睡了", "any"],
  ["开窗通风两天", "any"],
  ["氧化镁白色粉末 500g", "any", "product_title"],
  ["Mei Bai 是室友的英文名", "food_ordinary", "customer_service"],
  ["木器先刷单层底漆，再刷第二层", "any", "video_script"],
  ["shou工皂 两块装", "any", "product_title"],
  ["饼干放久了就变硬", "food_ordinary", "product_detail"],
  ["去邹城看孟庙", "any"],
  ["手了却心愿 手工饼干", "food_ordinary"],
  ["晴天☀️出门防风", "any"],
  ["相信❤️自己", "any", "group_post"],
  ["床\n前\n明\n月\n光", "any"],
  ["一九四九年到二〇二六年的老照片", "any"],
  ["二手书包转让，九成新", "any", "customer_service"],
  ["把裤脚剪肥大一点", "textile", "customer_service"],
  ["转速平稳转向灵活", "electronics", "product_detail"],
  ["姜汤 jiāngtāng 红糖味", "food_ordinary", "product_title"],
  ["bāo guǒ 包裹 单词卡", "education", "product_title"],
  ["口红 NO.1 豆沙 / NO.2 砖红", "any", "product_title"],
  ["Top1-Top9是配件编号", "any", "product_detail"],
  ["＋V 接电源正极，GND 接负极", "electronics", "product_detail"],
  ["A货架第3层放茶叶", "any", "group_post"],
  ["保 本 地 菜 农 收入", "any", "group_post"],
  ["防 脱 钩 挂 扣", "any", "product_title"],
  ["零食&治愈系文具", "any", "product_title"],
  ["返✨回现场看灯", "any"],
  ["雪糖球裹好放凉", "food_ordinary"],
  ["肖炎彬师傅刨了一块板", "any"],
  ["左手1机位，右手2机位", "any"],
  ["JF 型号减速机 降速比 1:20", "any", "product_title"],
])("%s is no disguise", (text, goods, channel = "video_caption") => {
  expect(marks(text, channel, goods)).toEqual([]);
});
