import { describe, expect, it } from "vitest";
import { createChecker } from "../../../src/compliance/checker";
import type { Channel, Goods } from "../../../src/compliance/finding";
import { productPacks } from "../../harness/packs";
import { marksBy } from "./fixtures";

const marks = marksBy(createChecker(await productPacks()));

/** What is no claim, and the same words as one. */
type Pair = readonly [innocent: string, claim: string, channel: Channel, goods?: Goods];

const CASES: Readonly<Record<string, readonly Pair[]>> = {
  "denied by the speaker": [
    ["绝对不起球谁也不敢说，多少会起一点", "绝对不起球谁也不敢说，我们家敢", "live_script", "textile"],
    ["一经售出，有质量问题七天内包换", "一经售出概不退换", "product_detail"],
    ["评价区有买家秀", "评价写好点，五星加图返您3元", "product_detail"],
    ["别家没有这个效果，我没敢写", "斑都褪了，别家没有这个效果", "group_post", "cosmetic_ordinary"],
    ["什么叫全网最低，法律不让说", "一比就知道什么叫全网最低", "live_script"],
    ["我不喊倒计时，你们慢慢看", "倒计时三分钟，手慢无", "live_script"],
    ["我不说它排毒，它就是一罐银耳", "它排毒，喝一罐就懂", "live_script", "food_ordinary"],
    ["好评返现这种我们不做", "好评返现，截图找我", "customer_service"],
    ["祛湿茶不是我们家的，您点错了", "祛湿茶是我们家的招牌", "customer_service", "food_ordinary"],
    ["房子升值与否不作承诺", "房子买了就升值，承诺回购", "product_detail", "real_estate"],
    ["主图不写全网最低，写材质", "主图看不清，全网最低就是我家", "product_detail"],
    ["谁说能治病你就把电话挂了", "谁喝谁知道，能治病", "group_post", "food_health"],
    ["客服不会让您加微信转账", "客服让您加微信转账，便宜十块", "product_detail"],
    ["别跟任何人私下交易", "别跟别人说，私下交易给你便宜一半", "live_script"],
    ["异响没法只靠换胶套根治", "失眠不能只靠吃药，还得喝它，根治", "product_detail"],
    ["我不求全网最低价，求结实", "求全网最低价的，来我家", "live_script"],
    ["本资料不对投资收益作任何保证", "本公司对投资收益作保证，年化百分之八", "product_detail", "investment"],
    [
      "所谓睡前喝一杯就排毒，其实就是喝水，别信",
      "都说睡前喝一杯就排毒，其实就是选对了它",
      "video_script",
      "food_ordinary",
    ],
    ["别刷“全网最低”，我没比过，不敢这么说", "全网最低，敢这么说", "live_script"],
    ["老师不敢拍胸脯说包过", "老师敢拍胸脯说包过", "live_script", "education"],
    ["好评返现我们是不做的，照实评价就好", "好评返现我们是做的，照实评价就好", "customer_service"],
    ["止痛是医生的事，这椅子就是坐着软和", "止痛是这椅子的事，坐着就软和", "live_script", "electronics"],
    ["转运算命一概不讲，就图个喜庆", "转运算命样样都讲，图个好运", "product_detail"],
    ["有人让我加个微信发图，不加哈", "加个微信发图，不加后悔", "live_script"],
    ["加个微信发图，不加的，平台里发", "加个微信发图，不加的看不到价", "live_script"],
    ["转发三个群也没红包", "转发三个群，不转就没有红包", "live_script"],
    ["味精致癌是谣言，我家鸡精配料里也有", "味精致癌，我家鸡精配料里没有", "video_script", "food_ordinary"],
    ["转发抽奖是假的哈，别点链接", "转发抽奖，中的是真的，点链接", "live_script"],
    ["别在群里传什么洋葱治感冒了", "在群里传的洋葱治感冒，真管用", "group_post"],
    ["任何说“保本高收益”的都要当心", "谁家老人血压高都得小心，喝这个茶血压就稳了", "live_script"],
    [
      "您拍张照给我看看，斑一个月没消就去看医生",
      "您拍张照给我看看，这个斑一个月包消",
      "customer_service",
      "cosmetic_ordinary",
    ],
    ["不具有预防疾病或根治脚气的作用", "不涉及激素的纯天然，根治脚气", "live_script"],
    ["饰品仅供装饰，不具有任何招财转运或保健作用", "饰品不只好看，具有招财转运的保健作用", "product_detail"],
    ["佛珠不含法事开光等服务", "佛珠含法事开光等服务", "product_detail"],
    ["请勿与服务人员私下交易，私下交易发生的纠纷无法介入", "请与服务人员私下交易，价格更低", "product_detail"],
    ["商家要是让你撤了申请私下给你退，别撤", "让你撤了申请私下给你退，还便宜", "video_script"],
    ["刷评价我们不做，您也别给我五星换红包", "刷评价我们不查，您给我五星换红包", "customer_service"],
    ["您说的止痛贴我们没卖", "您说的止痛贴我们卖得好", "customer_service", "electronics"],
    ["亲，开光灯不亮的话，师傅上门看", "亲，师傅开过光的，放店里生意旺", "customer_service"],
    ["孕妇、骨折恢复期者禁用", "孕妇、骨折恢复期者都用", "product_detail", "electronics"],
    ["先停用，也别自己买药膏抹", "先试用，省得自己买药膏抹", "customer_service", "cosmetic_ordinary"],
    ["网上说隔夜菜致癌，医生讲的是亚硝酸盐量很低", "网上说隔夜菜致癌，医生讲的是得用这个盒", "video_script"],
    ["私下转您反而没凭证，对您不好", "平台没保障，私下转您便宜十块", "customer_service"],
    ["您问的高收益群跟我们没关系，别转钱", "您问的高收益群是我们的，先转钱", "customer_service", "investment"],
    ["都说骨头汤补钙，那点钙还不如一杯牛奶", "都说骨头汤补钙，补钙就喝我们的骨头汤", "video_script", "food_ordinary"],
    [
      "您家老人走路不稳，先别急着买，去康复科看一下",
      "您家老人走路不稳，贴上我们的膏走路就稳",
      "customer_service",
      "medical_device",
    ],
    [
      "孩子发烧期间先吃清淡的，您买的坚果先收起来",
      "孩子发烧期间吃我们的坚果，您放心",
      "customer_service",
      "food_ordinary",
    ],
    ["有人问手串要不要请师父念一念，不用", "有人问手串要不要请师父念一念，都念过", "live_script"],
    ["她血糖还是靠药，饭是饭药是药", "她血糖不靠药了，饭就是药", "video_script", "food_ordinary"],
    ["他说一个月赚五万，问流水就把我拉黑了", "他说一个月赚五万，跟着做就行", "video_script", "investment"],
    ["有人拉她进群，说跟着老师买稳赚不赔", "拉她进群吧，跟着老师买稳赚不赔", "video_script", "investment"],
    ["平台不能引导私下交易，拍下就行", "平台不能聊，私下交易，拍下就亏", "video_caption"],
    ["群里别发广告和砍价链接，发一次提醒", "群里发广告和砍价链接，发一次领一包", "group_post"],
    ["法务提醒：转发抽奖的活动今天下线", "老板提醒：转发抽奖的活动今天上线", "group_post"],
    ["微信外链规范不让搞转发抽奖", "微信外链发一发，转发抽奖", "group_post"],
    ["膝盖术后第四十天，终于不用拐杖下楼了", "膝盖贴了四十天，终于不用拐杖下楼了", "video_caption"],
    ["枣子甜，但别听人说什么补血", "枣子甜，但不止甜，还补血", "live_script", "food_ordinary"],
  ],
  "a wish": [
    ["愿大家失眠都退散，早点睡", "愿大家喝了它失眠都退散", "group_post"],
    ["你是世界上最好的爸爸", "这是世界上最好的茶", "video_caption"],
    ["清仓处理 贴纸 手写纸 POP", "清仓处理 送贴纸 手写本", "product_title"],
    ["最佳员工 奖杯 水晶 定制", "最佳口感 送奖杯 水晶杯", "product_title"],
    ["世界上最高的书架 绘本 硬壳精装", "世界上最高的书架 免漆 实木", "product_title"],
    ["唯一的听众 小学生课外阅读 注音版", "唯一的课外阅读 小学生 注音版", "product_title"],
    ["“无敌”是这只狗的小名", "这只锅无敌", "video_caption"],
  ],
  "denied by the shop": [
    ["好评返现、晒图红包本店都没有，按真实感受写就好", "好评返现、晒图红包本店都有", "customer_service"],
    ["您说的治脚气的喷雾是隔壁药店的", "治脚气的喷雾是我们的主打", "customer_service"],
    ["有人让我说全网最低价，这话我不能说", "全网最低价，这话我只说一次", "live_script"],
    ["芹菜没法替您降血压，药要听大夫的", "芹菜替您降血压", "customer_service", "food_ordinary"],
    ["要治请买药店的药膏，看准国药准字", "药膏级配方，看准国药准字", "customer_service", "disinfectant"],
    ["这得医生开了才能吃，治咳嗽别乱来", "医生都吃它，治咳嗽不用愁", "customer_service", "food_ordinary"],
  ],
  "no money back, said of the goods": [
    ["拆封后不退不换，贴身的东西", "拆封后不满意也退，贴身的东西", "product_detail", "medical_device"],
    ["考试不过不退费", "考试不过全退费", "product_detail", "education"],
    ["挂科了不能退学费哦", "挂科了退一半学费哦", "customer_service", "education"],
  ],
  "somebody's ailment that goods are not said to help": [
    ["我感冒了想喝点粥，今天播到九点就下", "我感冒喝了它就好，今天播到九点就下", "live_script", "food_ordinary"],
    ["我妈风湿犯了，我得早点下播去接她", "我妈风湿犯了，喝这个不疼了，我得早点下播", "live_script", "food_ordinary"],
    ["没放冰箱的，吃完拉肚子，先冷藏", "拉肚子的吃完就好，先冷藏", "live_script", "food_ordinary"],
    ["修剪后在树的伤口涂愈合剂", "在手指的伤口涂上，愈合得快", "product_detail"],
    ["洗牙后牙齿有点酸是正常的，两天内少吃冷", "洗牙后牙齿不酸不疼恢复正常", "product_detail"],
    [
      "有糖尿病的，这个蜜枣含糖高，您就别拍了",
      "有糖尿病的，这个蜜枣不含糖，您就放心拍",
      "live_script",
      "food_ordinary",
    ],
    ["血糖高的阿姨这个蜂蜜就别买啦，含糖", "血糖高的阿姨这个蜂蜜就放心买，降糖", "group_post", "food_ordinary"],
  ],
  "goods that their seller plays down": [
    ["红血丝重的先去皮肤科，这个霜就是润", "红血丝重的先抹这个霜，一周就退", "live_script", "cosmetic_ordinary"],
    ["染膏里有化学成分的，孕妇别染", "染膏里是纯植物的，孕妇放心染", "live_script", "cosmetic_ordinary"],
    ["失眠的晚上别碰这个茶，越喝越精神", "失眠的晚上来杯这个茶，越喝越好睡", "live_script", "food_ordinary"],
    ["流感厉害，取货的戴好口罩，别扎堆", "流感厉害，喝它就不怕", "group_post", "food_ordinary"],
    ["湿疹别指望它，这个就是保湿的", "湿疹就指望它，抹上就退", "live_script", "cosmetic_ordinary"],
    ["铺子租约还剩一年，别光看回报率", "铺子租约还剩九年，看看回报率", "live_script", "real_estate"],
    ["翻倍的项目我没见过，见过的都跑路了", "翻倍的项目我见过，就是这个", "live_script", "investment"],
  ],
  "what days do to a body": [
    ["爸爸头发白了大半，还是每天热牛奶", "头发白了大半的，喝它黑回来", "video_caption", "food_ordinary"],
    ["甜得牙疼，怕甜的绕一绕", "牙疼的含一片就不疼", "live_script", "food_ordinary"],
    ["感冒好了，嘴里终于有味了，想吃口酸汤", "感冒好了，全靠喝了它", "video_script", "food_ordinary"],
    ["减肥的姐妹看看热量，一包四百多大卡", "减肥的姐妹看过来，一包抵一顿", "live_script", "food_ordinary"],
    ["我上的是大专，不是什么名校，但是我教得细", "大专考上名校，我带出来的", "live_script", "education"],
    ["满分一百五，这道题占十二分", "满分逆袭，跟着我就行", "live_script", "education"],
  ],
  "what it cannot do, a worry, whether it does": [
    ["法令纹谁都有，面霜抹不平的，就是润一点", "法令纹抹一个月给你填平", "live_script", "cosmetic_ordinary"],
    ["孩子挑食我也头疼，今天包馄饨", "孩子头疼吃这个，今天包馄饨", "video_script", "food_ordinary"],
    ["什么转运不转运的我不懂，就是个手串", "转运手串，戴上就懂", "live_script"],
    ["有人问点赞送不送东西，就是图个热闹", "点赞送东西，图个热闹", "live_script"],
    ["这篇要写满两个字，国家级，一词一义", "公屏打满两个字，打满我送一箱", "live_script"],
  ],
  "a place named for its furniture": [
    ["医院都用这种病床轮子，两寸的", "医院都用这种止疼贴，两贴的", "video_script", "medical_device"],
    ["白大褂口袋里能别三支笔，卖一百二", "白大褂们下了班也用它，卖一百二", "product_detail", "textile"],
  ],
  "options that letters name, and what an owner has": [
    ["保A本B您二选一", "保a本理财您放心", "live_script"],
    ["业主唯一住房，满五年", "全城唯一住房，看江", "product_detail", "real_estate"],
  ],
  "out of anybody's reach": [
    ["全天都不晒黑是做不到的", "全天都不晒黑，我做到了", "live_script"],
    ["油漆两遍，一天全消味？至少晾一个月", "油漆两遍，一天全消味", "product_detail"],
  ],
  "news of a house or a school": [
    ["今晚恢复供水，请关好龙头", "今晚恢复原价，请抓紧", "group_post"],
    ["60%的人没交表，请尽快", "60%的人都在用它", "group_post"],
    ["还有3分钟下课", "还有3分钟就改价", "group_post"],
  ],
  "somebody named who speaks for no goods": [
    ["医生建议卧床休息，所以这周停更", "医生建议选这款", "product_detail", "textile"],
    ["网红推荐的景点不一定好玩", "网红推荐的面膜", "video_caption"],
  ],
  "told to keep away or to see a doctor": [
    ["宝宝便秘多喝水", "宝宝便秘多喝它", "product_detail", "infant_formula"],
    ["高血压的人吃咸菜要少", "高血压的人吃它就行", "product_detail"],
    ["亲，高血压的家人要控制量", "亲，高血压的家人喝它就能控制", "customer_service", "food_ordinary"],
    ["减肥的人不要点进来，今天吃炸鸡", "减肥的人点进来，今天吃它", "video_caption", "food_ordinary"],
    ["家里有三高的老人少吃咸菜", "家里有三高的老人多吃它，降三高", "live_script", "food_ordinary"],
    ["婴儿湿疹请看医生，这款不是药膏", "婴儿湿疹擦两天就好", "customer_service", "cosmetic_ordinary"],
    ["您说吃了拉肚子，请先停用并去医院", "拉肚子吃它就好", "customer_service", "food_ordinary"],
  ],
  "of the world instead of goods": [
    ["市场上最常见的是国标插头", "市场上最好的插头", "product_detail"],
    ["您觉得最舒服的枕头高度是多少", "全网最舒服的枕头", "customer_service"],
    ["最好吃的那口留给弟弟", "最好吃的螺蛳粉", "video_caption"],
    ["长江是亚洲最长的河流，流经十一个省级行政区", "亚洲最好的面膜", "video_script"],
    ["那年中国女排夺得世界冠军，全村都在放鞭炮", "夺得世界冠军的酱油，我们家的", "video_caption"],
    ["她说我是她最大的麻烦", "全国最大的羊绒基地", "video_caption"],
    ["顶级的拖延，是把开始拖延也往后拖", "顶级的面料", "video_caption"],
    ["上楼唯一的通道是木楼梯", "全网唯一的木楼梯品牌", "product_detail"],
    ["先出完手牌者为第一名", "玩家公认第一名的耳机", "product_detail"],
    ["切哈密瓜，靠脐这头最甜", "全网最甜的哈密瓜", "product_detail", "food_ordinary"],
    ["最重的一件是发电机，最轻的一件是明信片", "全网最轻的一件羽绒服", "video_script"],
    ["全村唯一不会骑车的人，记录种菜", "全国唯一的专利配方", "account_profile"],
  ],
  "a scene of life": [
    ["她把录取通知书压在奶奶的缝纫机底下", "录取通知书包到手", "video_caption", "education"],
    ["唯一一次迟到，是因为给流浪猫开门", "唯一的好产品，迟到就没了", "video_caption"],
    ["爷爷的老寒腿又犯了，宿舍楼下风大", "爷爷的老寒腿，贴一晚宿舍楼下都能跑", "video_caption", "textile"],
    ["外公信了一辈子算命，最后说还是种地靠谱", "大师算命，有求必应", "video_caption"],
  ],
  "refused behind the words": [
    ["国家级不敢当，就是镇上的小作坊", "国家级的师傅做的，不敢当面夸", "live_script"],
    ["谁也别在群里发转三个群领红包那种东西", "谁都能在群里发，转三个群领红包", "group_post"],
    ["五星不返钱哈，您照实写", "五星返钱哈，您写完截图", "customer_service"],
    ["课就三节，别指望学完就能上岸", "课就三节，指望上岸的来，学完就能上岸", "live_script", "education"],
  ],
  "asked in the room and answered no": [
    ["加微信？不加的哈，平台上聊", "加微信？加的哈，私下聊便宜", "live_script"],
    ["喝醋能软化血管？没那回事，酸爽而已", "喝醋能软化血管？必须的，酸爽又好", "live_script", "food_ordinary"],
    ["有人问这手串招不招财，不招，就是块木头", "有人问转不转运，不转运我把店关了", "live_script"],
    ["大姐问喝了能不能治风湿，我说不能", "大姐问喝了能不能治风湿，我说能", "live_script", "food_ordinary"],
  ],
  "not to be asked of the speaker": [
    ["加盟别问我赚不赚，我第一家店就黄了", "加盟赚不赚？赚，跟着我稳赚", "live_script", "investment"],
    ["整个市场没逛完，不知道谁家最便宜", "整个市场逛完，全网最便宜就是我家", "live_script"],
  ],
  "a joke about oneself": [
    ["祛斑要是真管用，我能一脸褶子吗", "这霜管用，祛斑", "live_script", "cosmetic_ordinary"],
    ["补肾不补肾的，我喝了三年照样喘", "补肾，我喝了三年一点不喘", "live_script", "food_ordinary"],
  ],
  "hoped for": [
    ["我就想做我们县最好吃的豆腐", "我做的就是我们县最好吃的豆腐", "live_script", "food_ordinary"],
    ["要是哪天能卖到全国第一我请喝汽水", "哪天来都一样，全国第一就是我", "live_script"],
    ["祝刷到的朋友都平平安安，我去搬货了", "点赞的朋友都平平安安，划走的倒霉", "video_script"],
  ],
  "asked by a buyer": [
    ["老板，这个枕头能治颈椎病不？", "老板说了，这个枕头能治颈椎病", "customer_service", "textile"],
    ["这个喝了能降血压吗", "这个喝了能降血压", "customer_service", "food_ordinary"],
    ["请问这个面膜能祛斑吗？", "还在为脱发发愁吗？用它", "product_detail", "cosmetic_ordinary"],
  ],
  "asked, not said with a soft ending": [
    ["亲，最好吃的是哪个品种呢", "亲，最好吃的就是这个品种呢", "product_detail"],
    ["家里老人有三高，想问下含糖多少", "家里老人有三高，喝它不用问含糖多少", "product_detail", "food_ordinary"],
  ],
  "told by a buyer of what came": [
    ["限时抢购买的，收到了，很软", "限时抢购，收到就是赚到，快下单", "product_detail"],
    ["快递很快，淘宝同款要贵好几百呢", "淘宝同款要贵好几百，直播间只要九块九", "product_detail"],
  ],
  "the name of something else": [
    ["康复路批发市场逛了一下午", "喝完三盒身体康复", "video_caption", "food_ordinary"],
    ["C盘瘦身两小时", "两小时瘦身茶", "video_caption", "food_ordinary"],
    ["能量手环包装盒", "能量手环，送包装盒", "product_detail"],
    ["减肥日记本 A5 空白", "减肥茶 A5 装", "product_title", "food_ordinary"],
    ["捧着烤红薯走了一路，治愈一整天", "喝了一路，治愈一身病", "video_caption", "food_ordinary"],
    ["通讯录排毒完成", "肝脏排毒完成", "video_caption", "food_ordinary"],
    ["治愈系插画明信片 手绘治愈小动物", "治愈系调理 手把手治愈老胃病", "product_title", "food_ordinary"],
    ["这个颜色太治愈了", "这个茶治愈了胃病", "video_caption", "food_ordinary"],
  ],
  "a warning of others": [
    ["打假：号称三天治好颈椎病的神贴，检出违规添加", "三天治好颈椎病的神贴", "video_script", "medical_device"],
    ["凡是让您加私人微信转账的都不是本店客服", "加私人微信转账，便宜二十", "product_detail"],
    ["免费领鸡蛋再听讲座的多半要卖货，别急着掏钱", "免费领一台，听讲座就送", "group_post", "food_health"],
  ],
  "a warning of authorities": [
    ["派出所提醒：群里喊单带你赚钱的要小心", "群里喊单带你赚钱", "group_post", "investment"],
    ["哪位姐妹说我们家是第一名，没有的事", "我们家是第一名", "live_script"],
  ],
};

describe.each(Object.entries(CASES))("%s", (_, pairs) => {
  const cases = pairs.map(([innocent, claim, channel, goods = "any"]) => ({ innocent, claim, channel, goods }));
  it.each(cases)("$innocent | $claim", ({ innocent, claim, channel, goods }) => {
    expect(marks(innocent, channel, goods)).toEqual([]);
    expect(marks(claim, channel, goods)).not.toEqual([]);
  });
});
