import type { Goods } from "./finding";

/** What things are eaten, drunk and cooked with; toys and models of them. */
const UTENSIL = /[茶餐厨炊酒食饮]具|[杯壶刀锅]|茶[几盘台桌]|酒[柜架]|容器|收纳|模具|模型|玩具/;

/**
 * The class of law that goods of a shop category fall under, by the words of its path (`食品饮料 > 茶 > 绿茶`); the first
 * that fits, special classes before the ones they are part of. Null: the path does not say.
 */
const CLASSES: readonly (readonly [RegExp, Goods])[] = [
  [/特殊医学用途|特医/, "food_special_medical"],
  [/婴(?:幼)?儿(?:配方)?(?:奶粉|乳粉|配方)|婴配|段奶粉/, "infant_formula"],
  [/保健食品|膳食营养补充|蓝帽|营养健康|保健滋补/, "food_health"],
  [/医疗器械|隐形眼镜|助听器|血糖仪|血压计|医用敷料/, "medical_device"],
  [/消毒(?:用品|产品|液|剂)|抗菌制剂|抑菌/, "disinfectant"],
  [/处方药|非处方|OTC|药品|中药饮片|中西药/i, "drug"],
  [/白酒|葡萄酒|啤酒|洋酒|黄酒|果酒|酒类|酒水/, "alcohol"],
  [/特殊化妆品|染发|烫发|祛斑|美白|防晒|防脱/, "cosmetic_special"],
  [/美妆|护肤|彩妆|化妆品|香水|洗护|个人护理|个护|面膜|美容/, "cosmetic_ordinary"],
  [/教育|培训|课程|网课/, "education"],
  [/理财|基金|保险|证券|投资/, "investment"],
  [/房产|房地产|楼盘|租房/, "real_estate"],
  [/农药|种子|化肥|兽药|饲料|农资/, "agri"],
  [/食品|生鲜|零食|茶|饮料|粮油|水果|蔬菜|肉|海鲜|乳品|冲饮|滋补|糕点|坚果|调味/, "food_ordinary"],
  [/服饰|服装|女装|男装|童装|内衣|鞋|家纺|床品|纺织|箱包/, "textile"],
  [/数码|家电|电器|手机|电脑|电子|影音/, "electronics"],
];

export function goodsOfCategory(path: string): Goods | null {
  const found = CLASSES.find(([words]) => words.test(path))?.[1] ?? null;
  return (found === "food_ordinary" || found === "alcohol") && UTENSIL.test(path) ? null : found;
}
