import { type Dictionary, findLabel, withoutGloss } from "./labels";
import { folded } from "./plain-text";
import { SCALE_WORDS, UNIT_WORDS } from "./unit-words";

/** Words of consoles that are nobody's: what a report of a page may show as it stood. */
const WORDS = new Set(
  (
    "数据 概览 数据概览 总览 概况 首页 管理 中心 数据中心 详情 分析 趋势 来源 明细 列表 排行 指标 操作 订单状态 售后状态 类型 全部 合计 总计 小计 汇总 平均 " +
    "日期 时间 统计时间 统计日期 统计周期 数据日期 数据时间 更新时间 更新于 截至 截止 至 到 每日 更新 " +
    "标题 名称 描述 内容 主题 信息 视频 短视频 作品 动态 图文 直播 直播间 场次 商品 商品名称 商品信息 商品标题 商品详情 视频标题 视频描述 直播标题 " +
    "达人 达人昵称 昵称 主播 账号 视频号 小店 店铺 商家 店铺名称 账号名称 达人信息 达人广场 当前账号 当前店铺 " +
    "ID 视频号ID 商品ID 视频ID 直播ID 达人ID 店铺ID 小店ID 商品编码 商家编码 货号 规格 型号 类目 SKU SPU " +
    "订单 售后 订单号 订单编号 售后单号 售后编号 单号 编号 下单时间 创建时间 申请时间 支付时间 提交时间 发布时间 开播时间 发布 发表 开播 开始时间 结束时间 " +
    "待付款 待发货 部分发货 待收货 已发货 已签收 已完成 交易完成 交易成功 完成 已取消 已关闭 交易关闭 退款中 已退款 退款成功 退款完成 处理中 " +
    "待处理 待商家处理 待买家处理 待平台处理 待退货 待审核 售后中 售后完成 售后关闭 售后成功 " +
    "置顶 原创 审核中 已发布 公开 私密 草稿 回放 直播回放 直播中 已结束 进行中 未开始 自营 精选 新品 热销 爆款 预售 封面 图片 头像 主图 预览 已上架 已下架 上架 下架 在售 售罄 " +
    "编辑 删除 查看 查看详情 更多 设置 搜索 筛选 查询 重置 导出 下载 下载表格 刷新 返回 确定 取消 关闭 帮助 提示 切换账号 切换视频号 切换店铺 退出登录 " +
    "加载更多 查看更多 展开更多 显示更多 点击加载更多 更多数据 上一页 下一页 页 共 第 跳至 前往 没有更多 环比 同比 日环比 周环比 较前日 较昨日 较上周 较上期 较 " +
    "前日 昨日 昨天 今日 今天 本周 上周 本月 上月 自定义 按日 按周 按月 单位 今日实时 昨日同时段 昨日全天 同时段 时段 " +
    "本店 全店 总体 整体 同行 同行均值 同行平均 同行优秀 行业均值 全部商品 单品分析 相似达人 相关视频 其他作品 播放来源 观众来源 周一 周二 周三 周四 周五 周六 周日"
  ).split(" "),
);
const UNIT = `(?:${SCALE_WORDS})?(?:${UNIT_WORDS}|[项时日月年])?`;
const WHOLE_UNIT = new RegExp(`^${UNIT}$`);
const UNIT_FIRST = new RegExp(`^${UNIT}`);
const PERIOD = /^(?:最近|近|过去)\d{1,3}[天日]$/;

/** Screens in the way, in the platform's own words; whatever else stands around them is not kept. */
export const SCREENS =
  /微信扫码登录|扫码登录|请先登录|请重新登录|请登录|重新登录|立即登录|登录(?:状态)?已?(?:过期|失效|超时)|会话已?(?:过期|失效|超时)|二维码已?(?:过期|失效)|安全验证|实名验证|身份验证|人脸(?:识别|验证)|验证码|操作过于频繁|操作频繁|(?:请求|访问)(?:过于)?频繁|访问(?:异常|受限|被拒绝)|(?:账号|帐号|环境|网络环境)(?:异常|存在风险)|稍后再试|(?:数据)?(?:正在)?加载中|暂无(?:数据|内容|视频|商品|直播|作品|订单|记录|结果)|没有(?:更多|数据)/g;

/** Tells the console's words from everybody else's. `dictionary`: the labels of metrics, those that the user taught included. */
export class ReportWords {
  constructor(private readonly dictionary: Dictionary) {}

  /** A label, a period word or a word of the console, and nothing else. */
  isKnown(text: string): boolean {
    const word = text.trim();
    if (WORDS.has(word) || PERIOD.test(word)) return true;
    const key = folded(word);
    // What stands in Latin letters behind a label may be anybody's name.
    return withoutGloss(key) === key && findLabel(this.dictionary, word) !== null;
  }

  /** How many characters of a word right behind a number are its unit; 0 where the rest is no word of the console. */
  unitOf(word: string): number {
    const unit = UNIT_FIRST.exec(word)?.[0].length ?? 0;
    return unit === word.length || this.isKnown(word.slice(unit)) ? unit : 0;
  }

  /** 元 in a bracket of its own. */
  isUnit(word: string): boolean {
    return WHOLE_UNIT.test(word);
  }
}
