import { seen } from "./plain-text";
import { isProduct } from "./product-words";

const list = (words: string): readonly string[] => words.split(" ");

/** What a page calls its parts by what it tells in them. */
const PARTS = list(
  "数据 表现 表现力 竞争力 概览 总览 概况 概要 摘要 详情 明细 统计 指标 分析 诊断 洞察 趋势 走势 变化 曲线 分布 构成 占比 结构 对比 排行 排行榜 榜单 排名 漏斗 画像 看板 大屏 面板 报告 报表 日报 周报 月报 战报 战况 战绩 成绩单 业绩 快报 速览 复盘 汇总 小结 结果 效果 情况 进度 信息 资料 能力 均值 来源 罗盘 规模 中心 管理 列表 广场 overview data summary performance metric metrics analytics analysis insight insights statistics stats trend trends report reports detail details breakdown source sources highlight highlights dashboard studio center centre console audience traffic engagement interaction interactions sales info information transaction transactions trade trading conversion revenue income ranking rankings rank comparison distribution composition funnel",
);
/** What it measures: such words head a part by themselves (流量, 福袋与互动). */
const MEASURED = list(
  "流量 成交 交易 互动 播放 观看 浏览 访问 转化 带货 传播 触达 履约 留存 消费 变现 曝光 涨粉 完播 实时 累计 合计 总计 整体 核心 关键 重点 综合 销售 收益 收入 佣金 退款 售后 服务 人群 观众 购买力 gmv exposure reach impression impressions click clicks visit visits visitor visitors watch retention completion fulfilment fulfillment logistics commission commissions refund refunds payment payments",
);
/** What it says of them: 口径说明, 优化建议. */
const NOTES = list("说明 声明 总结 结论 建议 提示 提醒 须知 规则 解释 解读 问答 常见问题");
/** What its shell offers, and to whom: 在线咨询, 未登录, 访客. */
const OFFERS = list(
  "人工 机器人 专属 官方 咨询 顾问 小二 热线 电话 联系 消息 通知 公告 私信 站内信 待办 待处理 未读 帮助 文档 手册 教程 指引 指南 新手 入门 学习 学院 课堂 培训 反馈 意见 意见箱 投诉 举报 申诉 处罚 工单 设置 主题 皮肤 换肤 语言 浅色 深色 切换 退出 登录 注册 未 已 去 立即 打开 操作 使用 扫码 下载 客户端 手机 手机端 手机版 电脑版 app 账户 安全 认证 实名 绑定 授权 权限 资质 入驻 开店 保证金 余额 钱包 充值 提现 发票 电子 合同 优选联盟 市场 素材 服务商 代运营 技术 支持 开放 开发者 接口 版本 日志 大厅 快捷 入口 工具 伴侣 等级 成长 群 社群 交流群 游客 匿名 临时 默认 普通 体验 模式 身份 密码 修改 功能 售前 日历 小助手 公众号 扫一扫 问 问问 小微 之声 心声 参谋 智囊 讲堂 学堂 百科 灵感 论坛 圈子 吐槽 联盟 大学 商机 雷达 微选 微信豆 品牌馆 欢迎 回来 显示 全屏 en sign log login logout in out settings setting help support language notification notifications message messages notice notices feedback profile account accounts switch guest user admin welcome back search docs",
);
/** What is on it, where that is, and how it speaks of both: of such words alone no name is made. */
const PLACES = list(
  "视频号 微信 电商 小店 经营 助手 平台 当前 现在 目前 所在 所选 已选 本 此 该 这 本场 该场 这场 本条 该条 这条 本篇 该篇 这篇 这个 该个 本次 这次 单 单场 单条 单篇 单个 您 你 我 我们 页 页面 位置 路径 面包屑 导航 首页 后台 工作台 主 顶 侧 菜单 栏 内容 正文 区 区域 跳 跳过 跳到 跳至 跳转 跳转到 跳转至 直播 直播间 场次 短视频 视频 作品 动态 商品 达人 主播 账号 帐号 店铺 查看 详细 详情 数据 复盘 分析 报告 结果 记录 历史 信息 全部 更多 的 上一场 下一场 上一条 下一条 上一篇 下一篇 上一个 下一个 上一页 下一页 上场 下场 上条 下条 上篇 下篇 上页 下页 加载 加载中 请 稍等 稍候 稍后",
);
/** What else stands beside such words. */
const BESIDE = list(
  "图文 单品 货品 宝贝 商家 商户 创作 创作者 作者 粉丝 粉丝团 关注 关注者 用户 客户 买家 访客 会员 新客 老客 新老客 订单 物流 库存 客服 评价 橱窗 福袋 红包 优惠券 广告 投放 推广 营销 活动 任务 资金 渠道 点击 停留 点赞 喜欢 推荐 评论 弹幕 分享 转发 收藏 在线 人数 次数 金额 时长 加购 下单 支付 件数 单量 销量 客单价 质量 口碑 活跃 兴趣 偏好 地域 城市 性别 年龄 设备 品类 类目 价格 价格带 热词 词云 基础 基本 总体 全局 全店 全域 增长 增量 净增 新增 运营 生意 业务 模块 视图 卡片 维度 口径 单位 元 万元 平均 总 今日 今天 今年 昨日 昨天 前日 前天 近 最近 过去 当日 当天 全天 整天 一周 星期 周一 周二 周三 周四 周五 周六 周日 自定义 自营 不含 图 图表 一览 回顾 实况 成果 按日 按天 按周 按月 本周 本月 本年 本季 上周 上月 小时 分钟 分时 逐日 每日 每周 每月 每场 每条 每篇 自 从 起 至 到 截至 截止 迄今 至今 以来 期间 时段 时间 周期 日期 发布 发表 上架 开播 下播 首 后 前 内 更新 与 和 及 按 等 其中 同行 同类 同期 大盘 行业 相关 名词 优化 违规 推流 温馨 免责 计算 ai 智能 the of and by for in on my your this all total key core main basic live stream streams video videos post posts feed feeds content shop shops store stores order orders product products goods talent talents creator creators channel channels assistant wechat weixin follower followers fan fans view views play plays page home list real time realtime today yesterday last past recent daily weekly monthly day days since publish published release lifetime cumulative single top buyer buyers customer customers member members item items inventory stock price prices category categories per average avg rate rates ratio count counts amount number numbers duration period range compared vs previous current this week weeks month months quarter year hour hours minute minutes paid pay new returning like likes comment comments share shares score rating competitor competitors rival rivals industry peer peers market selected to from with",
);
const AS_PART: ReadonlySet<string> = new Set(PARTS);
const AS_HEADING: ReadonlySet<string> = new Set([...PARTS, ...MEASURED, ...NOTES]);
const OF_PLACE: ReadonlySet<string> = new Set(PLACES);
const ALL: ReadonlySet<string> = new Set([...AS_HEADING, ...PLACES, ...BESIDE]);
const OF_SHELL: ReadonlySet<string> = new Set([...ALL, ...OFFERS]);
const IN_TEXT = new RegExp([...ALL].filter((word) => /^[㐀-鿿]{2}/.test(word)).join("|"));
const NONE: ReadonlySet<string> = new Set();
const LONGEST_WORD = 6;

/** A trail, the way back, and whose the page is. */
const FURNITURE = /^返回|©|\s[>›/]\s/;
/** What a page promises with its figures: 用数据看懂每一场直播, 让每一笔生意都心里有数. */
const SLOGAN = /(让|用|看[清懂见]|读懂|掌握|做好).{0,6}(生意|经营|数据|增长|每一?[次场笔条单])/;
/** What is said more closely of a part: 核心数据（自发布起累计）. */
const ASIDE = /[(（[【][^()（）[\]【】]*[)）\]】]/g;
const RUNS = /[a-z]+|[\d㐀-鿿]+/g;
const OF_DIGITS = /[\d天日周月年号场条篇个位名时点]/;

const SAID_AGAIN = /(?<=[㐀-鿿])\s+[a-z][a-z .,&'-]*$/i;
/** Of what pages say of themselves; of a part that is called by words of its own too (赛道机会概览), and of those. */
const LONGEST = 32;
const LONGEST_PART = 8;
const MOST_OTHER = 4;

function runsOf(text: string): readonly string[] {
  const plain = seen(text).normalize("NFKC").toLowerCase();
  return plain.replace(ASIDE, " ").match(RUNS) ?? plain.match(RUNS) ?? [];
}

/** Whether nothing but words and figures of such pages is in a text, whatever they say of it: 昨日, 近7天直播. */
export const isOfWords = (text: string): boolean =>
  text.length <= LONGEST && runsOf(text).every((run) => leftOf(run, ALL) === 0);

/** The same of what a console's shell offers too: 消息中心, 切换账号, 在线咨询. */
export const isOfShell = (text: string): boolean =>
  text.length <= LONGEST && runsOf(text).every((run) => leftOf(run, OF_SHELL) === 0);

/** Whether a word of such pages is in a text. */
export const speaksOfPage = (text: string): boolean => IN_TEXT.test(text);

/** What is measured, and what a note says of it: 曝光偏低，可尝试更换封面; 本场成交额创新高; 数据存在 1 小时延迟，请以次日为准. */
const OF_FIGURES =
  /曝光|播放|完播|停留|互动|转化|点击|成交|下单|流量|观众|观看|数据|指标|口径|金额|涨粉|峰值|投流|热度|退款|同[类行期]|表现|[本该当]前?[场条次视直]|漏斗|质量|新粉|[率数量额]|诊断|结果|统计|大盘|加热|流失|发布|您的/;
const IN_NOTE =
  /偏[低高弱少]|[高低优劣]于|较[上前昨同]|[待需可]\S{0,3}(优化|提升|尝试|关注|加强|改进|改善|查看)|(^|[，,])建议|提升\s*\d|走[高低]|突出|良好|不足($|[，,])|不理想|超出预期($|[，,])|超过了?\s*\d|新[高低]|异常|延迟|刷新|为准|调整|估算|剔除|[不仅]含|含投流|返回|出数$|占比|单位[为是]|(时[间长]|率|金额)[短长高低]$|正在被|(优秀|稳定|明显|严重)$|占\S{1,3}成|主要\S{0,4}来自|出现在|集中在?|扶持|诊断|(上升|下[降滑])中?$|贡献了|结算|加热|仅(展示|统计|供|包)|更新(前|一|$)|分钟内|在\s*\d{1,2}\s*[点:：]|推荐至/;

/** Whether a text says something about figures, as a note over them does, and names nothing. */
export const isNote = (text: string): boolean => OF_FIGURES.test(text) && IN_NOTE.test(text);

/** What a page says of itself and its parts, and of nothing that it shows: it is made of the words of such pages alone. */
export function isOfPage(text: string): boolean {
  if (FURNITURE.test(text) || SLOGAN.test(text) || isProduct(text)) return true;
  if (text.length > LONGEST) return false;
  const runs = runsOf(text);
  if (!runs.some((run) => /\D/.test(run))) return false;
  const other = (words: ReadonlySet<string>): number => runs.reduce((sum, run) => sum + leftOf(run, words), 0);
  const left = other(ALL);
  const all = other(NONE);
  // 单篇视频 Single post: said again in English.
  const plain = text.replace(SAID_AGAIN, "");
  if (left === 0 && plain !== text) return isOfPage(plain);
  if (left === 0) return all > 0 && (other(AS_HEADING) < all || other(OF_PLACE) === 0);
  const last = runs.at(-1) ?? "";
  const endsAsPart = [2, 3].some((n) => AS_PART.has(last.slice(-n)));
  return endsAsPart && left <= MOST_OTHER && runs.join("").length <= LONGEST_PART;
}

/** How many characters of a run of one script are of none of the words, where it is cut so that they are fewest. */
function leftOf(run: string, words: ReadonlySet<string>): number {
  if (/^[a-z]/.test(run)) return words.has(run) ? 0 : run.length;
  const left = [0];
  for (let end = 1; end <= run.length; end++) {
    const isCount =
      /\d/.test(run[end - 1] ?? "") || (OF_DIGITS.test(run[end - 1] ?? "") && /\d/.test(run[end - 2] ?? ""));
    let fewest = (left[end - 1] ?? 0) + (isCount ? 0 : 1);
    for (let at = Math.max(0, end - LONGEST_WORD); at < end; at++)
      if (words.has(run.slice(at, end))) fewest = Math.min(fewest, left[at] ?? 0);
    left.push(fewest);
  }
  return left.at(-1) ?? 0;
}
