/** Words that consoles call themselves and their pages by; a name says something else beside them. */
const ENGLISH =
  "we ?chat|weixin|channels?|creators?|sellers?|merchants?|business|shops?|stores?|content|videos?|live|media|data|partners?|ads|marketing|studio|cent(?:er|re)|console|dashboard|platform|portal|hub|workbench|workspace|assistant|manager|admin|insights?|analytics|suite|tools|pro|plus|lite|beta|new|overview|summary|performance|followers|fans|v\\d+(?:\\.\\d+)*|\\d+\\.\\d+";
const CHINESE =
  "微信|视频号|小店|店铺|商家|商户|卖家|创作者?|达人|主播|直播|短?视频|内容|电商|经营|运营|生意|数据|服务|管理|智能|专业|企业|助手|后台|平台|罗盘|中心|工作[台室]|[中总]?控制?台|驾驶舱|看板|大屏|管家|空间|之家|学院|[新旧端版通]|AI";
const SIGN = "[\\s·•|｜/&+—–-]";
const PRODUCT = new RegExp(`^(?:(?:(?<![a-z])(?:${ENGLISH})(?![a-z])|${CHINESE})${SIGN}*)+$`, "i");

/** Longer than a product's name. */
const LONGEST = 32;

/** Creator Studio, 创作者工作室 Beta, Merchant Hub v3.2: what the console itself is called, made of such words alone. */
export const isProduct = (text: string): boolean => text.length <= LONGEST && PRODUCT.test(text);
