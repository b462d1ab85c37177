import { describe, expect, it } from "vitest";
import { createChecker } from "../../../src/compliance/checker";
import type { AccountKind, Category, Channel, Finding, Goods } from "../../../src/compliance/finding";
import { productPacks } from "../../harness/packs";

/** Where a text stands: goods, and where they matter channel and account. */
type Place = Goods | readonly [Goods, Channel, AccountKind?];

/** One text that the law forbids in one place and lets pass in another: text, forbidden there, as what, allowed there. */
type Pair = readonly [text: string, forbidden: Place, category: Category, allowed: Place];

const NOTICE = "。保健食品不是药物，不能代替药物治疗疾病。本品不能代替药物";
const DEVICE = "。请仔细阅读产品说明书或者在医务人员的指导下购买和使用。禁忌内容或者注意事项详见说明书";

/** 允许保健食品声称的保健功能目录 (2023): the 24 functions, on food with and without that registration. 食品安全法 73, 75, 79. */
const FUNCTIONS = [
  "有助于增强免疫力",
  "有助于抗氧化",
  "辅助改善记忆",
  "缓解视觉疲劳",
  "清咽润喉",
  "有助于改善睡眠",
  "缓解体力疲劳",
  "耐缺氧",
  "有助于控制体内脂肪",
  "有助于改善骨密度",
  "改善缺铁性贫血",
  "有助于改善痤疮",
  "有助于改善黄褐斑",
  "有助于改善皮肤水份状况",
  "有助于调节肠道菌群",
  "有助于消化",
  "有助于润肠通便",
  "辅助保护胃黏膜",
  "有助于维持血脂健康水平",
  "有助于维持血糖健康水平",
  "有助于维持血压健康水平",
  "对化学性肝损伤有辅助保护作用",
  "对电离辐射危害有辅助保护作用",
  "有助于排铅",
];

/** 化妆品监督管理条例 16: dyeing, perming, spots and whitening, sun, hair loss are registered as special cosmetics. */
const SPECIAL = [
  "泡沫染发剂 深棕 家庭装",
  "植物染膏 盖白发 一支",
  "烫发剂 卷发用 套装",
  "直发膏 软化拉直 200ml",
  "祛斑精华 30g",
  "淡斑面霜 夜用",
  "美白身体乳 400ml",
  "亮肤美白面膜 五片",
  "防晒喷雾 轻薄不黏",
  "隔离乳 SPF30 PA+++",
  "儿童面霜 UVA UVB双重防护",
  "防脱发精华液 头皮用",
  "防脱育发洗发水",
];

const PAIRS: readonly Pair[] = [
  // 广告法 17: device and drug purposes on other goods.
  [`用于膝关节炎的辅助治疗${DEVICE}`, "textile", "medical_claim", "medical_device"],
  [`用于缓解颈椎病引起的疼痛${DEVICE}`, "electronics", "medical_claim", "medical_device"],
  [`适用于浅表创口的护理${DEVICE}`, "cosmetic_ordinary", "medical_claim", "medical_device"],
  [`用于轻度痤疮的辅助护理${DEVICE}`, "cosmetic_ordinary", "medical_claim", "medical_device"],
  ["医用退热贴 4片", "textile", "medical_claim", "medical_device"],
  ["医用护眼贴 20片", "food_ordinary", "medical_claim", "medical_device"],
  [
    "按说明书，它用于咽痛、声音嘶哑",
    ["food_ordinary", "customer_service"],
    "medical_claim",
    ["drug", "customer_service"],
  ],
  [
    "用于胃酸过多引起的胃痛、烧心",
    ["food_ordinary", "customer_service"],
    "medical_claim",
    ["drug", "customer_service"],
  ],
  [
    "适用于进食受限、消化吸收障碍人群",
    "food_ordinary",
    "health_function_claim",
    ["food_special_medical", "customer_service"],
  ],
  // 三品一械办法 11(5), (6); 广告法 16: what devices may not say and a kettle may.
  ["安全可靠，操作简单", ["medical_device", "product_title"], "efficacy_guarantee", ["any", "product_title"]],
  ["安全放心 家用款", ["medical_device", "product_title"], "efficacy_guarantee", ["electronics", "product_title"]],
  ["热卖款 大屏语音", ["medical_device", "product_title"], "medical_device", ["electronics", "product_title"]],
  ["新品抢购中", ["medical_device", "product_title"], "medical_device", ["textile", "product_title"]],
  ["试用装 2贴", ["medical_device", "product_title"], "medical_device", ["cosmetic_ordinary", "product_title"]],
  ["居家必备 便携款", ["medical_device", "product_title"], "medical_device", ["any", "product_title"]],
  [
    "2023年某市质量奖金奖产品，证书编号见图三",
    ["medical_device", "product_title"],
    "medical_device",
    ["food_ordinary", "product_title"],
  ],
  // 化妆品监督管理条例 37, 43 with 消毒技术规范: germs are for disinfectants, cloth and machines.
  ["抗菌面料，检测报告编号2025-118", "cosmetic_ordinary", "medical_claim", "textile"],
  ["抑菌率99%，依据GB/T 20944.2，报告编号见图", "cosmetic_ordinary", "medical_claim", "textile"],
  ["除螨率达标，检测报告编号2025-77", "cosmetic_ordinary", "medical_claim", "electronics"],
  ["可杀灭白色念珠菌", "cosmetic_ordinary", "medical_claim", "disinfectant"],
  ["消毒率见检测报告编号8821", "cosmetic_ordinary", "medical_claim", "disinfectant"],
  // Words that speak of the body in one trade and of a thing in the other.
  ["梅雨天祛湿，衣柜里放一台", "food_ordinary", "medical_claim", "electronics"],
  ["收腰显瘦，瘦身效果好看", "food_ordinary", "health_function_claim", "textile"],
  ["底座防脱设计", "cosmetic_ordinary", "cosmetic_special_efficacy", "any"],
  ["防晒指数UPF50+，依据GB/T 18830", "cosmetic_ordinary", "cosmetic_special_efficacy", "textile"],
  ["贴近母乳的吸吮感", "infant_formula", "breast_milk_substitute", "any"],
  ["零风险试用，七天内不合适就退", "investment", "investment_promise", "electronics"],
  ["无风险尝鲜，不好吃包退", "investment", "investment_promise", "food_ordinary"],
  ["一次通关，痛快", "education", "education_promise", "any"],
  ["零基础也能学会，老师一对一包教包会", "education", "education_promise", "electronics"],
  ["无毒无味，家里有小孩也用得", "agri", "efficacy_guarantee", "any"],
  ["无毒环保，检测报告编号2025-301", "agri", "efficacy_guarantee", "any"],
  ["老用户王师傅推荐，好使", "agri", "authority_endorsement", "any"],
  ["老学员推荐的课", "education", "authority_endorsement", "any"],
  // 广告法 23: what may be said of lemonade and not of liquor.
  ["一罐接一罐，根本停不下来", ["alcohol", "video_caption"], "alcohol", ["food_ordinary", "video_caption"]],
  ["冰镇过后一口干掉半瓶", ["alcohol", "video_caption"], "alcohol", ["food_ordinary", "video_caption"]],
  ["跑长途的司机车上备两瓶", ["alcohol", "video_caption"], "alcohol", ["food_ordinary", "video_caption"]],
  ["累了一天来一杯，解解乏", ["alcohol", "video_caption"], "alcohol", ["any", "video_caption"]],
  ["举杯走一个，再来一瓶", ["alcohol", "video_caption"], "alcohol", ["food_ordinary", "video_caption"]],
  // 可识别性执法指南 8, 10: a shop is known as the seller, a person is not.
  [
    "用了两个月的雨伞，链接在视频下方",
    ["any", "video_caption", "creator"],
    "ad_label_missing",
    ["any", "video_caption"],
  ],
  [
    "三款保温杯测评，购买入口在左下角",
    ["any", "video_caption", "creator"],
    "ad_label_missing",
    ["any", "video_caption"],
  ],
  ["做饭小窍门分享，同款锅点商品卡", ["any", "video_script", "creator"], "ad_label_missing", ["any", "video_script"]],
  // 视频号 13.2: contacts in public lead away; among the members of a chat they do not.
  ["换货加我微信xiaoli77", ["textile", "video_caption"], "off_platform", ["textile", "group_post"]],
  ["售后打电话13800001234", ["electronics", "video_caption"], "off_platform", ["electronics", "customer_service"]],
  ["加个微信，我把尺码表发您", ["electronics", "video_caption"], "off_platform", ["electronics", "customer_service"]],
  ["淘宝店也有卖，搜同名就行", ["textile", "video_caption"], "off_platform", ["textile", "group_post"]],
  ["进群看上新，群号在主页", ["any", "video_caption"], "off_platform", ["any", "customer_service"]],
  // 广告法适用问题执法指南（一） 6: what only advertising law forbids or wants is free in a chat.
  ["盒盖是我们自己的专利扣，单手能开", "any", "patent_claim", ["any", "group_post"]],
  ["东门到地铁站步行9分钟", "real_estate", "false_claim", ["real_estate", "customer_service"]],
  ["顶级手感的围巾", "textile", "absolute_term", ["textile", "group_post"]],
  ["老板先抿一口给大家看", ["alcohol", "video_script"], "alcohol", ["alcohol", "group_post"]],
  // Scope of use on a device's or drug's label; 广告法 17 elsewhere.
  ["腰椎间盘突出的可以系，牵引腰带", ["textile", "group_post"], "medical_claim", ["medical_device", "group_post"]],
  [
    "光子后第二天就能敷，管术后创面的辅助愈合",
    ["cosmetic_ordinary", "customer_service"],
    "medical_claim",
    ["medical_device", "customer_service"],
  ],
  [
    "支气管炎、哮喘都能做雾化，药按医生开的量加",
    ["any", "customer_service"],
    "medical_claim",
    ["medical_device", "customer_service"],
  ],
  ["治疗仪 家用 腰肌劳损 四电极片", "electronics", "medical_claim", ["medical_device", "product_title"]],
  // 医疗器械监督管理条例 13: a device is registered, whatever the shelf it stands on.
  ["血氧仪夹手指上八秒出数", ["electronics", "group_post"], "medical_device", ["medical_device", "group_post"]],
  ["双侧听力损失能戴，左右分开调", ["electronics", "group_post"], "medical_device", ["medical_device", "group_post"]],
  // 视频号 4.4: not to be sold in videos at all.
  [
    "额温枪，背光大屏，三年质保",
    ["medical_device", "video_caption"],
    "medical_device",
    ["medical_device", "product_title"],
  ],
  [
    "鱼油软胶囊 100粒 国食健注G20190342",
    ["food_health", "video_caption"],
    "medical_device",
    ["food_health", "product_title"],
  ],
  // 化妆品监督管理条例 16.
  ["防脱发，一周洗三次，起泡后停两分钟再冲", "cosmetic_ordinary", "cosmetic_special_efficacy", "cosmetic_special"],
  ["头发自己在家就能染，半小时出色", "cosmetic_ordinary", "cosmetic_special_efficacy", "any"],
  ["睫毛生长液 6ml", "cosmetic_special", "cosmetic_special_efficacy", "drug"],
  ["喝这个防晒，一天一条", "food_ordinary", "health_function_claim", "any"],
  // 广告法 18, 20 and 婴幼儿配方乳粉产品配方注册管理办法.
  ["代言人同款，现货", ["food_health", "live_script"], "authority_endorsement", ["textile", "live_script"]],
  ["妈妈出去上班，宝宝的口粮也不断档", "infant_formula", "breast_milk_substitute", "electronics"],
  ["没奶不用愁，喝我家的奶粉就够营养", "infant_formula", "breast_milk_substitute", "agri"],
  ["取自生态牧场，奶味正", "infant_formula", "health_function_claim", "food_ordinary"],
  // 广告法 21, 23, 24, 25, 27.
  ["大碗喝，一人一箱", ["alcohol", "video_caption"], "alcohol", ["food_ordinary", "video_caption"]],
  ["我家一天三顿离不开它", "alcohol", "alcohol", "food_ordinary"],
  ["上一季用的几户都说出苗齐", ["agri", "video_caption"], "authority_endorsement", ["agri", "group_post"]],
  ["老周试了两个月，养牛户回头又来拉了一车", "agri", "authority_endorsement", ["agri", "group_post"]],
  ["有效率95%以上，滤芯过滤报告编号见图", "agri", "medical_rate", "electronics"],
  ["去年带的班九成上了重点", "education", "education_promise", "any"],
  ["预期收益每季度兑付一次", "investment", "investment_promise", "education"],
  ["讲怎么月入三万怎么报税", "investment", "investment_promise", "education"],
  ["压疮 气床垫 波动款 卧床老人", ["textile", "product_title"], "medical_device", ["medical_device", "product_title"]],
  ["淡化痘印、收缩毛孔，一天一次", "food_ordinary", "health_function_claim", "electronics"],
  ["奶不够怎么办？混着喝它，分不出来", "infant_formula", "breast_milk_substitute", "food_ordinary"],
  ["自驾的朋友路上带一箱", ["alcohol", "video_caption"], "alcohol", ["food_ordinary", "video_caption"]],
  ["年年都丰收，乡亲们跟着用", "agri", "efficacy_guarantee", "any"],
  ["全家都得吃，一天一勺", "food_health", "efficacy_guarantee", "food_ordinary"],
  ["第一好穿的老布鞋", "textile", "absolute_term", ["textile", "group_post"]],
  // 视频号 4.4.1, 6.6.1, 13.2, 13.3, 3.6.2.
  ["扫这个二维码进群领搭配表", ["textile", "video_caption"], "off_platform", ["textile", "group_post"]],
  ["做法在我抖音同名号第三条", ["food_ordinary", "video_caption"], "off_platform", ["food_ordinary", "group_post"]],
  ["要量尺寸的加我微信", ["textile", "video_caption"], "off_platform", ["textile", "group_post"]],
  ["说明书在 www.muzuo.com 下载", ["any", "video_caption"], "off_platform", ["any", "customer_service"]],
  ["法国干红葡萄酒", ["alcohol", "account_profile"], "custom", ["alcohol", "product_title"]],
  [
    "教你三招晒被子，文末挂了我用的除湿袋",
    ["any", "video_caption", "creator"],
    "ad_label_missing",
    ["any", "product_detail"],
  ],
  [
    "卤料包就是左下角那个，三十块钱卤五回",
    ["food_ordinary", "video_caption", "creator"],
    "ad_label_missing",
    ["food_ordinary", "video_caption"],
  ],
  // 视频号 4.11.5: numbers to hurry the public; an answer about the rules of a sale hurries nobody.
  ["前50名下单立减10元，名额用完恢复原价", ["any", "video_caption"], "urgency_claim", ["any", "customer_service"]],
];

const checker = createChecker(await productPacks());

function findingsAt(text: string, place: Place): Finding[] {
  const [goods, channel = "product_detail", account = "shop"] = typeof place === "string" ? [place] : place;
  return checker.check({ text, goods, channel, account });
}

const isFlag = ({ severity }: Finding): boolean => severity === "block" || severity === "warn";
const said = (findings: readonly Finding[]): string =>
  findings.map((it) => `${it.text} ${it.severity} ${it.category} ${it.rule}`).join("; ");

describe("one text, allowed here and forbidden there", () => {
  it.each<Pair>([
    ...FUNCTIONS.map((it): Pair => [`${it}${NOTICE}`, "food_ordinary", "health_function_claim", "food_health"]),
    ...SPECIAL.map(
      (it): Pair => [
        it,
        ["cosmetic_ordinary", "product_title"],
        "cosmetic_special_efficacy",
        ["cosmetic_special", "product_title"],
      ],
    ),
    ...PAIRS,
  ])("%s", (text, forbidden, category, allowed) => {
    const there = findingsAt(text, forbidden);
    expect(
      there.some((it) => it.severity !== "info" && it.category === category),
      `forbidden: ${said(there)}`,
    ).toBe(true);
    const here = findingsAt(text, allowed).filter(isFlag);
    expect(here, `allowed: ${said(here)}`).toEqual([]);
  });
});

describe("what only looks forbidden", () => {
  it.each<readonly [string, Place]>([
    ["对化学性肝损伤有辅助保护作用，一天两片，饭后", ["food_health", "customer_service"]],
    ["含氯的，能杀肠道致病菌和化脓性球菌，一片兑一斤水", ["disinfectant", "customer_service"]],
    ["头皮干净后喷在发缝，按摩两分钟", "cosmetic_special"],
    ["防脱发的注册证号在详情第二张，先用完一瓶看看适不适合", ["cosmetic_special", "customer_service"]],
    ["脚气鞋里喷的，抑制真菌，破了的别喷", ["disinfectant", "customer_service"]],
    ["过敏性鼻炎、鼻子不通气的喷这个，一天三四次", ["medical_device", "customer_service"]],
    ["缺铁性贫血的女生，这个是改善缺铁性贫血的，一天一粒", ["food_health", "group_post"]],
    ["收缩毛孔、控油，一天一次，T区多抹一点", "cosmetic_ordinary"],
    ["用着怎么样都欢迎写评价，不返现", ["any", "customer_service"]],
    ["快递员电话幺三八零零零零幺幺幺幺，您联系他", ["any", "customer_service"]],
    ["老两口愁得一夜没合眼，群里要的报个斤数", ["food_ordinary", "group_post"]],
    ["满一百单，群里发一轮红包", ["any", "group_post"]],
    ["和女儿烤饼干，模具点头像进橱窗", ["food_ordinary", "video_caption"]],
    ["推着爷爷去赶集，轮椅卡在台阶上，三个小伙子一起抬", ["medical_device", "video_caption"]],
    ["转奶期先看大便，宝宝转奶顺不顺一周就知道", ["infant_formula", "customer_service"]],
    ["做了十年针织的夫妻店，意大利纱线，周一休息", ["textile", "account_profile"]],
  ])("%s", (text, place) => {
    const found = findingsAt(text, place).filter(isFlag);
    expect(found, said(found)).toEqual([]);
  });
});

describe("广告法适用问题执法指南（一） 6: a chat is no advertising", () => {
  it.each(["group_post", "customer_service"] as const)(
    "no law of advertising is cited in %s, and another is",
    (channel) => {
      for (const [text, place] of [
        ["红豆粉喝一个月，高血压都稳了", "food_ordinary"],
        ["这支面霜三天祛斑", "cosmetic_ordinary"],
        ["全国销量第一的锅", "any"],
        ["隔壁那家全是假货", "textile"],
        ["报班包过，不过退费", "education"],
        ["稳赚不赔，年收益30%", "investment"],
      ] as const) {
        const findings = findingsAt(text, [place, channel]);
        expect(findings.length, text).toBeGreaterThan(0);
        for (const { basis } of findings) {
          expect(basis.filter(({ law }) => law.includes("广告"))).toEqual([]);
          expect(basis.length).toBeGreaterThan(0);
        }
      }
    },
  );
});
