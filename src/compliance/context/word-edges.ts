import { partsTwoWords } from "../sound/ordinary";

/**
 * Frequent words of two characters in which no claim begins or ends: 通过|验证 holds no 过验, 重新|发布 no 新发, 加速|来 no 速来.
 * Words that may stand right behind or before a claim (一个, 最近) are left out, so that none is lost.
 */
const WORDS = new Set(
  `面包 钱包 书包 背包 红包 豆包 荷包 过夜 过年 过节 过滤 过水 通过 经过 超过 路过 过去 过程 过滤 过渡 验证 验收 检验 实验 经验 体验 考验 测验 重新 更新 刷新 发布 发送 发现 发展 发票 发言 开发 研发 出发
病毒 消毒 中毒 毒素 加速 减速 快速 速度 减去 除去 失去 回去 出去 过敏 访问 采访 拜访 合作 操作 工作 动作 制作 写作 作品 作用 作者 作业 创作 合同 合适 合并 集合 组合 结合 混合
回合 回复 回答 回来 回收 返回 回忆 来回 子集 字体 字段 字符 文字 数字 汉字 名字 子女 日子 样子 孩子 房子 句子 电子 种子 原子 分子 因子 身体 身份 身边 身上 本身 自身 全身 转身 想要 需要 只要 主要 重要 要求 要素 要点 效忠 效率 更改 修改 改变 断开 断词 中断 判断
果实 结果 如果 成果 效果 水果 苹果 糖果 果汁 果肉 力量 动力 压力 电力 能力 努力 重量 数量 质量 大量 尽量 测量 容量 流量 量具 面前 面对 表面 方面 全面 对面 正面 背面 平面 页面 界面 桌面 面积 面料 面试 封面
会议 机会 社会 协会 开会 会员 会计 人员 人们 人类 人物 个人 工人 行人 老人 成人 别人 本人 主人 客人 机器 机构 机制 手机 飞机 司机 时机 相机 耳机 电机 电脑 电视 电影 电话 电池 电源 电路 充电 供电 电梯
法律 方法 办法 做法 用法 算法 写法 看法 语法 书法 法院 法规 规定 规则 规格 规范 规律 制度 控制 限制 复制 制造 强制 制约 定制 制品 度过 程度 温度 角度 态度 长度 高度 宽度 深度 难度 亮度 湿度 精度 季度 年度 制服
管理 处理 整理 原理 道理 地理 心理 物理 修理 经理 理由 理解 理论 代理 护理 打理 合理 理想 清理 料理 条理 学习 学生 学校 大学 科学 数学 文学 化学 同学 教学 学院 学科 学历 学期 医学 美学 光学 力学
肥膘 肥肉 肥牛 肥肠 生活 生产 生成 生命 生物 先生 医生 考生 新生 产生 花生 陌生 卫生 生意 生日 生态 生长 出生 产品 产业 产地 资产 财产 国产 产量 产后 遗产 房产 品牌 商品 食品 品种 品类 品字 样品 物品 用品 药品 品质 赠品 成品 单品
地址 地图 地方 地区 地面 地铁 地点 地板 土地 场地 各地 当地 基地 草地 实地 地球 地震 湿地 道路 公路 铁路 线路 网络 路径 路线 路由 思路 网站 网页 网址 上网 网格 网友
信息 消息 利息 休息 气息 作息 信号 信任 信用 信心 相信 通信 短信 书信 来信 信封 信件 微信 文件 文档 文本 文化 文章 文明 文案 中文 英文 原文 论文 文具 人文 语文 作文 课文 天文 散文 发硬 发软 发黄 发霉 发酸 发臭 发黏 发粘 发潮 发皱 零件 软件 硬件 条件 组件 插件 附件 事件 邮件 控件 证件 配件 部件 元件
设置 设计 设备 设施 建设 假设 设定 配置 位置 装置 放置 布置 置于 处置 闲置 安装 包装 服装 西装 装饰 装修 装备 组装 罐装 套装 装入 装卸 内容 容器 容易 包容 美容 形容 收容 笑容 面容
显示 提示 表示 展示 指示 示例 示范 启示 范围 模范 防范 示意 暗示 图片 图像 图书 图标 图表 图案 截图 插图 视图 意图 拼图 画图 蓝图 窗口 出口 进口 入口 路口 门口 接口 人口 口味 口袋 口感 胃口 端口 插口 缺口 瓶口 领口 袖口
标题 标签 标准 标志 标记 标识 目标 坐标 光标 商标 鼠标 指标 标注 标点 标本 问题 主题 话题 课题 题目 专题 试题 习题 题材 选择 选项 选中 选取 挑选 选手 选购 候选 筛选 项目 事项 单项 款项 各项 目录 目的 目光 目前 节目 盲目 科目 账目 栏目
时间 时候 时期 时代 时刻 时尚 平时 小时 当时 同时 及时 临时 准时 计时 定时 实时 时区 间隔 间距 房间 空间 中间 之间 期间 期限 日期 周期 长期 短期 定期 后期 前期 早期 假期 预期 到期 星期
单位 单层 单元 单词 单独 简单 订单 菜单 清单 账单 名单 传单 单纯 床单 元素 因素 素材 朴素 色素 公元 多元 位于 位移 部位 座位 地位 车位 数位 各位 方位 岗位 部分 部门 部落 内部 全部 外部 局部 头部 底部 顶部 腰部 肩部 分类 分析 分布 分别 分割 分钟 分配 分享 分支 区分 成分 充分 积分 水分 十分 划分 学分 百分
世界 边界 界限 界线 外界 眼界 境界 视界 国家 家庭 大家 专家 家具 家长 家乡 作家 画家 回家 厂家 商家 买家 卖家 店家 住家 家电 公司 公园 公共 公开 公式 公里 办公 公告 公民 公斤 员工 手工 加工 施工 工具 工程 工艺 工厂 工资 分工 人工 化工 竣工
相册 相框 相片 相关 相似 供应 斑驳 过冬 过膜 过塑 过道 风筝 付款 光线 光圈 光源 光盘 运动 运行 运营 运费 运输 账号 财务 财经 方案 本地 本子 根苗 根系 斑竹 斑马 火锅 火车 火腿 火鸡 喷头 龙头 插头 接头 镜头 气球 气囊 气垫 气阀 肠粉 血橙 骨瓷 丸子 滋润 滋味`.split(
    /\s+/u,
  ),
);

/** Names of stuffs, dishes and countries that hold an organ's, an ailment's, a treatment's or a deed's: 玻|尿酸, 清补|凉, 赞|比亚. */
const NAMES = /玻尿酸|赞比亚|透明质酸钠?|神经酰胺|清补凉/gu;

/** Whether an end of [start, end) lies inside one of them. */
function cutsName(text: string, start: number, end: number): boolean {
  for (const { 0: name, index } of text.matchAll(NAMES)) {
    const last = index + name.length;
    if ((start > index && start < last) || (end > index && end < last)) return true;
  }
  return false;
}

/** A hit as short as this is a word; a longer one has its own grammar, and must be cut at both ends to be chance. */
const LONGEST_WORD = 3;

/** Whether a hit in a sentence's normal view is made of pieces of the words around it. */
export function cutsWords(text: string, start: number, end: number): boolean {
  if (cutsName(text, start, end)) return true;
  const front = WORDS.has(text.slice(start - 1, start + 1)) && !WORDS.has(text.slice(start, start + 2));
  const back = WORDS.has(text.slice(end - 1, end + 1)) && !WORDS.has(text.slice(end - 2, end));
  if (end - start <= LONGEST_WORD && end - start > 1)
    return front || back || (end - start === 2 && partsTwoWords(text, start, end));
  return front && back;
}
