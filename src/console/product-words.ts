/** Words that consoles call themselves and their pages by; a name says something else beside them. */
const ENGLISH =
  "we ?chat|weixin|tencent|channels?|creators?|sellers?|merchants?|business|shops?|stores?|e-?commerce|content|videos?|live|streams?|streaming|media|data|partners?|ads?|marketing|growth|sales|orders?|products?|goods|followers?|fans|audience|traffic|studio|cent(?:er|re)|console|dashboard|platform|portal|hub|work(?:bench|space|station)|assistant|manager|management|admin|back(?:end|office|stage)|insights?|analytics|compass|tool(?:s|kit|box)?|suite|pro|plus|lite|beta|alpha|preview|new|academy|services?|support|official|edition|version|cockpit|web|for|overview|summary|performance|metrics|trends?|reports?|statistics|stats|total|today|yesterday|tasks?|notices?|messages?|help|settings|account|profile|v?\\d+(?:\\.\\d+)*";
const CHINESE =
  "微信|腾讯|视频号|公众号|小店|店铺|商家|商户|卖家|创作者?|达人|主播|直播间?|短?视频|内容|作品|电商|带货|经营|运营|生意|数据|营销|推广|服务|管理|官方|智能|全新|新版?|旧版|内测|公测|专业|标准|商家|企业|网页|体验|国际|助手|后台|平台|罗盘|中心|工作[台室]|控制台|中?控台?|操作台|指挥[台室]|驾驶舱|看板|大屏|仪表[盘板]|面板|门户|管家|参谋|空间|之家|学院|系统|[端版通]";
const SIGN = "[\\s·•|｜/&+—–-]";
const PRODUCT = new RegExp(`^(?:(?:(?<![a-z])(?:${ENGLISH})(?![a-z])|${CHINESE}|AI)${SIGN}*)+$`, "i");

/** Longer than a product's name. */
const LONGEST = 32;

/** Creator Studio, 创作者工作室 Beta, Merchant Hub v3.2: what the console itself is called, made of such words alone. */
export const isProduct = (text: string): boolean => text.length <= LONGEST && PRODUCT.test(text);
