import { describe, expect, it } from "vitest";
import { createChecker } from "../../../src/compliance/checker";
import type { Channel, Finding, Goods } from "../../../src/compliance/finding";
import { productPacks } from "../../harness/packs";

/** What a law lets one class of goods say: the statement, who may say it, who may not. */
type Row = readonly [says: string, may: readonly Goods[], mayNot: readonly Goods[]];

const EATEN: readonly Goods[] = ["food_ordinary", "food_health"];
const SKIN: readonly Goods[] = ["cosmetic_ordinary", "cosmetic_special"];
const THINGS: readonly Goods[] = ["textile", "electronics"];
const UNPRAISED: readonly Goods[] = ["education", "agri", "medical_device", "drug", "food_health"];

/** What must stand beside an advertisement of these goods (三品一械办法 5 to 8); it makes no other class's claim lawful. */
const NOTICES: Partial<Record<Goods, string>> = {
  medical_device: "请仔细阅读产品说明书或者在医务人员的指导下购买和使用。禁忌内容或者注意事项详见说明书",
  drug: "请按药品说明书或者在药师指导下购买和使用。禁忌、不良反应详见说明书",
  food_health: "保健食品不是药物，不能代替药物治疗疾病。本品不能代替药物",
  food_special_medical: "不适用于非目标人群使用，请在医生或者临床营养师指导下使用",
};

/** Wherever these are said, public or in a chat: 广告法 17, 食品安全法 73, 化妆品监督管理条例 37, 43, 反不正当竞争法 9. */
const PURPOSES: readonly Row[] = [
  // 三品一械办法 5: indications are a drug's.
  ["功能主治：疏风散寒，用于风寒感冒，头痛发热", ["drug"], [...EATEN, ...SKIN, ...THINGS, "infant_formula", "any"]],
  ["说明书写的适应症是急慢性咽炎、声音嘶哑，一天三次", ["drug"], [...EATEN, ...THINGS, "cosmetic_ordinary"]],
  ["用于体癣、股癣、手癣、足癣，一天两次薄涂", ["drug"], [...EATEN, ...SKIN, ...THINGS, "disinfectant"]],
  ["用于慢性胃炎引起的胃痛、反酸，饭后嚼服", ["drug"], EATEN],
  ["用于过敏性湿疹、神经性皮炎，不超过一周", ["drug"], [...EATEN, ...SKIN, "disinfectant"]],
  ["它治灰指甲，先把甲面磨薄再涂", ["drug"], [...SKIN, "food_ordinary", "disinfectant"]],
  ["滋阴补肾，用于腰膝酸软、盗汗", ["drug"], [...EATEN, "alcohol"]],
  // 三品一械办法 6: the scope of use is a device's.
  ["适用范围：颈椎病患者的牵引治疗", ["medical_device"], [...EATEN, ...THINGS, "any"]],
  ["适用范围是腰椎间盘突出症患者的辅助治疗，有禁忌的先问过医生再用", ["medical_device"], [...THINGS, "any"]],
  ["适用于支气管哮喘患者的雾化吸入治疗", ["medical_device"], [...EATEN, ...THINGS, "any"]],
  ["用于预防下肢静脉曲张、深静脉血栓", ["medical_device"], THINGS],
  ["激光术后的创面可以敷，适用于轻度痤疮的辅助护理", ["medical_device"], SKIN],
  ["用于鼻炎、鼻窦炎患者的鼻腔清洗", ["medical_device"], [...SKIN, ...THINGS, "food_ordinary"]],
  // 三品一械办法 8: whom food for special medical purposes is for.
  ["适用于10岁以上进食受限、消化吸收障碍人群", ["food_special_medical"], [...EATEN, "infant_formula", "any"]],
  ["吞咽障碍的老人，一勺兑一百毫升水搅匀", ["food_special_medical"], EATEN],
  ["可作为单一营养来源，管饲时先摇匀", ["food_special_medical"], EATEN],
  // 食品安全法 75: functions and the people they are for, in the new words and the old.
  [
    "保健功能：有助于增强免疫力。适宜人群：免疫力低下者",
    ["food_health"],
    ["food_ordinary", "infant_formula", "alcohol"],
  ],
  ["标签上的功能是有助于润肠通便，适宜便秘者，一天一袋", ["food_health"], ["food_ordinary", "alcohol"]],
  ["批的功能是改善缺铁性贫血，贫血的一天一支", ["food_health"], ["food_ordinary", "infant_formula"]],
  ["有黄褐斑的，一天两粒，有助于改善黄褐斑", ["food_health"], ["food_ordinary"]],
  ["功能是辅助降血脂，血脂偏高者一天两次，一次两粒", ["food_health"], ["food_ordinary", "alcohol"]],
  ["对胃黏膜损伤有辅助保护功能，一天两次", ["food_health"], ["food_ordinary"]],
  // 化妆品监督管理条例 16: five uses and new ones are special cosmetics'.
  ["气垫梳染发膏，冷棕色，停二十五分钟冲掉", ["cosmetic_special"], ["cosmetic_ordinary"]],
  ["鬓角的白发自己在家就能染黑", ["cosmetic_special"], ["cosmetic_ordinary"]],
  ["卷发杠上好，先一剂再二剂，烫出来的卷很弹", ["cosmetic_special"], ["cosmetic_ordinary"]],
  ["淡化晒斑、雀斑，减少黑色素", ["cosmetic_special"], ["cosmetic_ordinary", "food_ordinary"]],
  ["SPF30 PA+++，通勤够了，两小时补一次", ["cosmetic_special"], ["cosmetic_ordinary"]],
  ["掉发的用这个防脱精华，一天喷两次", ["cosmetic_special"], ["cosmetic_ordinary"]],
  // 消毒技术规范: germs are killed by disinfectants.
  ["可杀灭大肠杆菌、金黄色葡萄球菌，作用五分钟", ["disinfectant"], [...SKIN, "food_ordinary"]],
  ["给伤口消毒，棉签蘸了涂", ["disinfectant"], SKIN],
  // 广告法 20 and the rules of infant formula.
  ["进口奶源，生态牧场直供", ["food_ordinary", "any"], ["infant_formula"]],
  ["断了母乳也不怕，接着喝它", ["electronics"], ["infant_formula"]],
  ["不添加蔗糖、香精，开袋就能冲", ["food_ordinary", "any"], ["infant_formula"]],
  // An ailment with a dose, or with what a device does, whatever else is said kindly.
  ["起水泡、痒得钻心的，一天抹两回，拿不准先问大夫", ["drug"], [...EATEN, ...SKIN, ...THINGS]],
  ["眼睛干涩、见风流泪，一天滴三次", ["drug"], [...SKIN, "electronics", "food_ordinary"]],
  ["老人拉不出、一蹲半小时的，睡前嚼两片", ["drug"], EATEN],
  ["糖友在家扎手指，五秒出数，试纸开封三个月内用完", ["medical_device"], ["electronics", "any"]],
  // Functions, effects and disinfection lent to what has none.
  ["叶黄素系列主打缓解视觉疲劳，按说明用就好", ["food_health"], [...THINGS, "food_ordinary", "cosmetic_ordinary"]],
  ["淡化法令纹，功效评价摘要见备案平台", ["cosmetic_ordinary"], [...THINGS, "food_health", "alcohol"]],
  ["祛痘款到货，睡前用", SKIN, [...THINGS, ...EATEN]],
  ["打针前擦一擦，注射部位皮肤消毒", ["disinfectant"], ["any", "cosmetic_special"]],
  ["杀灭肠道致病菌、化脓性球菌", ["disinfectant"], [...SKIN, ...THINGS, "any"]],
  ["对流感病毒有灭活作用，擦完过一遍清水", ["disinfectant"], [...SKIN, "food_ordinary"]],
  // Formulas: whom they are for.
  ["食物蛋白过敏的宝宝才能喝，吃多少听医生的", ["food_special_medical"], ["infant_formula", "food_ordinary"]],
  ["透析的病人补蛋白用的，量由营养师定", ["food_special_medical"], EATEN],
  ["0-6月龄新生宝宝口粮，1段", ["infant_formula"], ["food_ordinary"]],
  ["母乳是婴儿最理想的食品，在母乳不足或无母乳时可食用本产品", ["infant_formula"], ["food_ordinary"]],
];

/** Only advertising law bars these; in a chat it is not cited (广告法适用问题执法指南（一） 6). */
const ADVERTISED: readonly Row[] = [
  // 广告法 16(4), 18(5), 21(2), 24(3): learners, growers, patients and users as witnesses.
  ["小周留言：跟着用了两个月，很满意，推荐给大家", ["any", ...THINGS, "food_ordinary"], UNPRAISED],
  ["隔壁村老李买了两年，逢人就夸", ["any", ...THINGS, "food_ordinary"], UNPRAISED],
  ["买家反馈：没想到这么好，第二次来了", ["any", ...THINGS, "food_ordinary"], UNPRAISED],
  ["咱村的刘叔去年试了两袋，今年直接要了一吨", ["any", ...THINGS], ["agri"]],
  ["家长反馈：孩子现在每天主动练，比以前自觉多了", ["any", ...THINGS], ["education"]],
  // 广告法 23.
  ["冰镇开盖，一口闷下去透心凉", ["food_ordinary", "any"], ["alcohol"]],
  ["车里备一箱，堵车时来一瓶", ["food_ordinary"], ["alcohol"]],
  // 三品一械办法 11(6).
  ["热销款，家庭必备", ["food_ordinary", ...THINGS], ["medical_device", "drug", "food_health"]],
  ["成了家，总得有这么一套", THINGS, ["medical_device", "drug", "food_health"]],
  ["明早十点准时开抢", THINGS, ["medical_device", "drug", "food_health"]],
  ["可以免费试用一周", ["electronics"], ["medical_device", "drug"]],
  ["每台都投了产品责任险，真出岔子有保险公司赔", ["electronics"], ["medical_device", "food_health"]],
  ["安全透气，老人也能用", ["textile"], ["medical_device"]],
  ["谁吃都合适，从学说话到八十岁", ["food_ordinary"], ["food_special_medical", "drug", "food_health"]],
  ["敞开吃，不用算量", ["food_ordinary"], ["food_special_medical", "drug", "food_health"]],
  // 广告法 26(2).
  ["出门步行五分钟到地铁口", ["any", "food_ordinary"], ["real_estate"]],
  ["骑车七分钟就到地铁口", ["electronics"], ["real_estate"]],
  // 广告法 23(2) to (3), 20, 27.
  ["凑近闻，再含一小口别急着咽", ["education", "food_ordinary"], ["alcohol"]],
  ["自己开皮卡进厂提货", ["electronics", "any"], ["alcohol"]],
  ["娃娃和猫狗待在屋里都没事", ["electronics"], ["agri"]],
];

/** Barred from advertisements alone: nothing is false in them, and a chat with one's own customers is none. */
const CHATTED: readonly (readonly [text: string, goods: Goods])[] = [
  ["家里常备一台，热销款补货了", "medical_device"],
  ["可以试用一周再决定", "medical_device"],
  ["安全可靠，操作简单", "medical_device"],
  ["走到地铁口五分钟", "real_estate"],
  ["那套是三房两卫118平，朝南", "real_estate"],
  ["照眼下收购价，种一亩大概能收入九千", "agri"],
  ["头孢拉定胶囊到货，凭处方登记后发", "drug"],
  ["去年买过的老周，今年又带着亲家来买", "agri"],
];

const checker = createChecker(await productPacks());
const found = (text: string, goods: Goods, channel: Channel): Finding[] =>
  checker.check({ text, goods, channel, account: "shop" });
const said = (findings: readonly Finding[]): string => findings.map((it) => `${it.text} ${it.rule}`).join("; ");

function hold([says, may, mayNot]: Row, channels: readonly Channel[]): void {
  for (const channel of channels) {
    for (const goods of may) {
      const findings = found(`${says}。${NOTICES[goods] ?? ""}`, goods, channel);
      const flags = findings.filter(({ severity }) => severity === "block" || severity === "warn");
      expect.soft(flags, `${goods} may say it (${channel}): ${said(flags)}`).toEqual([]);
    }
    for (const goods of mayNot) {
      const flags = found(says, goods, channel).filter(({ severity }) => severity !== "info");
      expect.soft(flags.length, `${goods} may not say it (${channel})`).toBeGreaterThan(0);
    }
  }
}

describe("what one class of goods may say and another may not", () => {
  it.each(PURPOSES)("%s", (...row) => hold(row, ["product_detail", "group_post", "customer_service"]));
  it.each(ADVERTISED)("in advertising: %s", (...row) => hold(row, ["product_detail"]));
  it.each(CHATTED)("in advertising, and not in a chat: %s", (text, goods) => {
    const flags = (channel: Channel) => found(text, goods, channel).filter(({ severity }) => severity !== "info");
    expect.soft(flags("live_script").length).toBeGreaterThan(0);
    const chatted = flags("customer_service").filter(({ severity }) => severity !== "evidence");
    expect.soft(chatted, said(chatted)).toEqual([]);
  });
});
