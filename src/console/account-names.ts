import { saysDays } from "./days-alone";
import { ACTION, CODE, END_OF_LIST } from "./names";
import { isOfPage, isOfShell } from "./page-words";
import { parsePeriod } from "./periods";
import { isProduct } from "./product-words";
import { SIGNS } from "./signs";
import type { Token } from "./tokens";

/** What a console calls itself and its own parts. */
const PRODUCT =
  /^(视频号|微信|腾讯|电商|小店|店铺|微信小店|视频号小店|公众号|服务号|企业微信|小程序)$|(助手|后台|管理|平台|罗盘|中心|工作台|数据|首页|概览|概况|总览|分析|构成|明细|趋势|统计|报表|画像|详情|列表|(专业|标准|商家|企业|网页|体验)版)$/;
/** The console's own name, and what may stand behind it. */
export const LOGO = /^(视频号(助手|小店)?|微信(小店|视频号)?|电商罗盘)(\s|$|[·|｜])/;
/** What a shell offers beside the user's name: 帮助文档, 切换主题, 退出. */
export const OFFERED = /帮助|文档|主题|切换|反馈|退出|登录|设置|消息|通知|公告|客服|下载|待办|待处理|未读|私信|提醒/;
const WAITING = "(?:未读|新|待处理)?(?:消息|通知|私信|站内信|提醒|公告|待办|待处理|工单)";
/** 云朵母婴馆 消息 12 待办 2, 布衣阿珠 3条未读消息, 林间小铺（待处理 7）: what waits for the user, behind the name. */
const WAITS = new RegExp(
  `(?:(?:\\s+|\\s*[|｜·]\\s*|\\s*[(（])(?:${WAITING}[:：]?\\s*(?:\\d+\\+?\\s*[条个项]?)?|\\d+\\+?\\s*[条个项]${WAITING})[)）]?)+$`,
);

/** The mark of a menu that opens behind a name. */
export const CARET = /\s*[▾▿▼▽⌄˅∨]+$/;

/** 电商罗盘 · 南岭果园, of which the one is in other print. */
const PARTED = /^[·•|｜/›>—–-]+\s+/;

/** `token` with the name alone where what waits for the user is said behind it in the same text, or who it is. */
export function withoutWaiting(token: Token): Token {
  const name = token.text
    .replace(PARTED, "")
    .replace(CARET, "")
    .replace(WAITS, "")
    .replace(STANDS_BEHIND, "")
    .replace(ICON, "");
  const text = withoutRole(name);
  return text === token.text || text === "" ? token : { ...token, text, cut: token.cut ?? token.text };
}
/** What it says of the user beside the name. */
const STANDS =
  "(?:企业|个体|个人|旗舰|专营|专卖|普通)店|已认证|未认证|[主子]账号|(?:超级)?管理员|店长|店主|运营者?|营业中|已登录|在线|(?:正在)?直播(?:中|已?结束)|未开播|已(?:下播|结束)|进行中";
export const STANDING = new RegExp(`^(?:${STANDS}|(?:主营|类目|类型|经营类目)[:：]?.*)$`);
/** 鹤鸣茶庄 | 企业店 | 已缴保证金: what it says behind the name in the same text. */
const STANDS_BEHIND = new RegExp(`\\s+[·|｜]\\s+(?:${STANDS})(?:\\s+[·|｜].*)?$`);
/** The picture of a shop or a person before the name of one. */
const ICON = /^(?:🏬|🏪|🏠|👤)\s*/u;
/** No name: sentences, sums, rows of entries, 合集 (3). */
const PROSE = /[，。！？,!?¥￥]|^(\S+\s+){3,}|[(（]\s*\d+\s*[)）]$/;
const COUNTED = /\d\s*[秒分时人条个次天月]/;
/** A day first is news. */
const NEWS = /^20\d{2}\D\d{1,2}/;
/** 138****8888, a mail address: what somebody logs in with. */
const LOGIN_ID = /\d{2,}\*{2,}|\S@\S+\.\S|^\+?\d[\d -]{6,}$/;
/** Where a menu leads. */
export const PLACE =
  /^(首页|商品|订单|售后|营销|推广|资金|财务|直播|视频|内容|店铺|互动|收入|人群|达人|创作|概况|数据|客服|物流|设置|评价|罗盘|工作台|更多|更多功能|(发布|新建|创建|搜索|返回).*|.*广场)$/;
/** Other accounts of the same user, elsewhere. */
const ELSEWHERE = /^(公众号|服务号|企业微信|小程序|微信号|手机号?)[\s:：]/;
/** Controls, lessons, mottos, the weather and a score (店铺评分 4.9) stand in a bar as names do. */
const IN_PASSING =
  /^我的?$|^(请|点击|导出|查看|更多|收起|展开|刷新|自定义|筛选|新增|发表|编辑|指标|说明|更新|截至|截止|对比|全部|操作|联系|升级|立即|开通|去|单位|今天|昨天|星期|周[一二三四五六日]|自然|按|浅色|深色|明亮|暗色|旧版|新版|全屏|订阅|收藏|分享|简体|新手|规则|体验|邀请|在线|商家|让|助力|轻松|一站式).*|.*(说明|更新|时间|记录|详情|全部|活动|模式|版本|指南|语言|English|课程|课堂|学堂|学院|社区|成长|入驻|有礼|服务|市场|榜|等级|会员|积分|[日周月年]报|[日周月]均|均值|中位数?|[环同]比)$|报名|进行中|大促|狂欢|双1[12]|^.{0,3}[日周月]$|更(简单|容易|轻松|高效)|(^|\s)(晴|阴|多云|[小中大]雨|雪|雾)(\s|$)|[℃°]|[㐀-鿿](\s+|分)\d[\d.]*$|\d\.\d+$/;

/** What a field of an editor is called. */
const FIELD = /^(视频|商品|图文|图片|直播|作品|短)?(描述|标题|主题|简介|卖点|封面|正文|文案)$/;

/** A text that may be a name: no icon's, no label, no number, and short. */
export const isNameLike = (token: Token): boolean =>
  !token.icon && token.label === null && token.shown === null && token.text.length <= 40;

/** Whether a text is of the console's own furniture, whatever stands beside it. */
const isFurniture = (text: string): boolean =>
  isProduct(text) || [PRODUCT, OFFERED, STANDING, PLACE, LOGIN_ID, MARK].some((of) => of.test(text));

export const ROLE = "(?:超级)?管理员|运营(?:者|人员)?|操作员|[店职]员|员工|子账号|客服|助理|主管|经理";
const SURNAME = "[何冯刘吴周唐孙宋张徐曹曾朱李杨梁王罗胡董蔡许谢赵邓郑郭陈韩黄]";
/** 王晓, 陈立: what people are called, and hardly a shop. */
export const PERSON = new RegExp(`^${SURNAME}[㐀-鿿]{1,2}$`);
/** 运营小周, 客户经理王芳, 客服同学: who looks after a console, or helps there. */
export const IN_OFFICE = new RegExp(
  `^(?:商家|店铺|大?客户|专属|平台|官方)*(?:${ROLE}|编辑|值班|顾问|专员)(?:[小老阿大][㐀-鿿a-z]{1,4}|[㐀-鿿]{1,2}[姐哥]|${SURNAME}[㐀-鿿]{1,2}|同学|伙伴|团队)$`,
  "i",
);
/** 管理员 · in a text of its own, and before or behind a name. */
export const IS_ROLE = new RegExp(`^[(（]?(?:${ROLE})[)）]?\\s*[·|｜/]?$`);
const ROLE_BESIDE = new RegExp(`^(?:${ROLE})\\s*[·|｜/:：]\\s*(?=\\S{2})|\\s*[·|｜/]\\s*(?:${ROLE})$`);

/** 管理员 · 云朵母婴馆, 云朵母婴馆｜运营者: the name alone. */
export const withoutRole = (text: string): string => text.replace(ROLE_BESIDE, "");

/** What marks an entry of a menu. */
const MARK = /^(new|hot|beta|vip)$/i;

/** Nothing but signs and digits. */
const NO_WORD = new RegExp(`^[${SIGNS}\\d\\s]*$`);

/** Whether a text names the user wherever it stands, by its own words. */
export const isName = (token: Token): boolean => isNameLike(token) && mayNameAlone(token.text);

/** The same of a text that may be no token, such as what a picture is called. */
export const mayNameAlone = (text: string): boolean =>
  mayBeWhole(text) &&
  !COUNTED.test(text) &&
  !isFurniture(text) &&
  !isOfShell(text) &&
  !parsePeriod(text) &&
  !text.split(" ").some((word) => PRODUCT.test(word));

/**
 * Whether what the page says to be a name by its place can be one, which may hold words of consoles: 昨日重现,
 * 消息中心小助理, 更多山货.
 */
export const isNameByPlace = (token: Token): boolean =>
  isName(token) || (isNameLike(token) && mayNameByPlace(token.text));

/** The same of a text that may be no token. */
export const mayNameByPlace = (text: string): boolean =>
  mayBeWhole(text) &&
  text.length > 1 &&
  ![STANDING, PLACE, LOGIN_ID, MARK, LOGO, ACTION, ALL, IS_ROLE].some((of) => of.test(text)) &&
  !isOfShell(text) &&
  !isOfPage(text);

const mayBeWhole = (text: string): boolean =>
  text.length <= 30 &&
  !NO_WORD.test(text) &&
  !/[:：]/.test(text) &&
  !PROSE.test(text) &&
  !NEWS.test(text) &&
  !IN_OFFICE.test(text) &&
  !ELSEWHERE.test(text) &&
  !CODE.test(text) &&
  !END_OF_LIST.test(text);

/** Whether a text that is a name by its place alone may be something else: a control, a motto. */
export const isInPassing = (text: string): boolean => IN_PASSING.test(text) || FIELD.test(text) || /20\d\d/.test(text);

/** Whether what words say to be a name can be one. */
export const mayNameByWord = (text: string): boolean =>
  !NO_WORD.test(text) && !LOGIN_ID.test(text) && !ALL.test(text) && !saysDays(text);

/** All of one's own, and what asks to choose one. */
const ALL = /^(全部|所有|请选择)/;
