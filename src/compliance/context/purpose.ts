import { oncePerText } from "./once";

/**
 * What a label says that goods are for: 功能主治, 适用范围, 适用人群, 用于…, 便秘者可以吃. Whoever repeats it claims it of them, however kindly he
 * answers or sends to a doctor with the rest; whether these goods may say it is what the rules are scoped for (广告法 art. 16 to 18).
 */
const PURPOSE =
  /主治(?!医)|适应[症证]|(?<!不)适[用宜](?:范围|人群|症|于)|(?<![不没未勿禁])用于(?!清洗|收纳)|功能(?:一栏)?(?:上|里)?(?:写的|标的|就)?(?:是|为|[:：])|(?:说明书?|标签|瓶身|包装|盒[上子])[^,，。;；]{0,6}(?:写|标|印)(?:的|明|着)?(?:是|就是)?(?![^,，。;；]{0,8}(?:不|非|禁|慎|忌|孕|请|勿|保质|生产|日期|有效期|成分|配料))|不良反应|术后(?:固定|康复|护理)|当(?:正餐|口粮)|可?杀灭|(?:它|这[个款]|专)(?:能|可以?)?治(?![不得了])|(?:患者|病人)[^,，。;；不没别]{0,6}用的|(?:患者|病人|宝宝|(?<!或)者|[炎症病疮癣疹]的?)(?:也|都|长期|日常|在家|可以?|能|就)*(?:用的|(?<=[可以能])[用戴贴喷做滴喝吃敷涂抹洗练])/u;

/** Whether a sentence's normal view says what the goods are for. */
export const tellsPurpose = oncePerText((text) => PURPOSE.test(text));
