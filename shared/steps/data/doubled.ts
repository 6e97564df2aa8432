/**
 * Characters that are doubled on purpose: verbs done for a while (看看), adverbs and adjectives (常常, 慢慢), each one of
 * many (年年, 人人), kin and names (妈妈, 乐乐), sounds (哈哈), and what begins idioms (津津有味). Doubled, they stay.
 */
export const doubledCharacters = new Set(
  // verbs
  '看想试说聊讲谈问听走坐等查算做写读练猜跑玩改调学找教挑选逛吃喝尝摸闻数拉翻抄唱跳笑哭骂打扫洗擦刷晒转动停歇睡躺站靠碰敲按点捏揉搓拍摇挥劝帮陪催逼哄逗夸骗补修背画量测评品赏议核校捋理顺盘掂瞧瞅望盯扯吹揣拆拼排列编开见认记忆忍救养种比对用叫让打' +
    // adverbs and adjectives
    '常往刚仅稍偏默悄匆渐慢好早远大小高低深浅轻重满紧长短快缓徐微淡浓厚薄宽窄细尖圆方正直弯白黑红绿蓝黄亮暗明清浑干湿热冷暖凉甜苦酸辣香臭静牢死活真假近久狠猛苍茫滚熊隐斤斑区独万足统惯' +
    '整恰频屡连生硬老痴呆傻乖美胖瘦壮软弱强平稳忙闲懒急饱空虚虎' +
    // each and every
    '人天年月日时处事件条步个种层代世样句字点家户朵片块堆串排队声阵遍回次夜岁秒页章节段篇本张间座棵颗粒滴面头口里' +
    // kin, names, sounds, politeness
    '妈爸哥姐弟妹爷奶叔婶姑舅公婆宝娃谢拜哈嘿呵嘻哇嘘喂哎唉嗨咚当叮滴咕啦佳婷丽娜莉芳磊乐欢豆冰倩娟宁贝晶苗菲东强亮杨华君琳萌露雯雪阳洋星月彤玲珊姗媛楠涛鹏飞超辉健伟兵龙虎牛羊猫狗兔熊鱼泡毛团棒圈球框馍饽' +
    // idioms
    '纷津欣息栩历孜源彬念跃寥遥落楚循井蒸呱沾喋侃泛窃惶岌娓滔莘济芸卿沸洋潺淙郁葱巍堂皇翩勃奄耿侃喃吞吐某太往太区依习习恋凄草率咄振朗昭琅绵脉茕蠢谆遮闪飘',
);

/** What a function character may border on without being doubled itself. */
interface Neighbours {
  /** Words that may end with it just before: 存在|在. `undefined`: any word of everyday language. */
  readonly after: ReadonlySet<string> | undefined;
  /** Words that may begin with it just behind: 在|在线. */
  readonly before: readonly string[];
}

const neighbours = (after: string | undefined, before = ''): Neighbours => ({
  after: after === undefined ? undefined : new Set(after.split(' ')),
  before: before === '' ? [] : before.split(' '),
});

/**
 * Function characters whose doubling is a stutter unless one of its neighbours makes it two words. The words before
 * are listed, because a segmenter takes 就不 or 有一 for words as well.
 */
export const haltingCharacters: ReadonlyMap<string, Neighbours> = new Map(
  Object.entries({
    我: neighbours('自我 小我 忘我 本我 超我 大我 真我'),
    你: neighbours(''),
    他: neighbours('其他 吉他 排他 利他 维他', '他人 他乡 他国 他山'),
    她: neighbours('其她'),
    它: neighbours('其它'),
    们: neighbours(''),
    这: neighbours(''),
    那: neighbours('刹那'),
    的: neighbours('目的 标的', '的确 的士'),
    是: neighbours('但是 可是 要是 于是 只是 凡是 而是 若是', '是否 是非非 是非曲 是非观 是非题 是非对'),
    在: neighbours(
      '现在 存在 所在 正在 实在 内在 外在 潜在 自在 好在 旨在 何在',
      '在线 在场 在职 在座 在校 在岗 在世 在意 在乎 在野 在建 在册 在逃 在手 在编 在读',
    ),
    有: neighbours(
      '所有 只有 没有 具有 拥有 含有 持有 私有 国有 独有 特有 占有 享有 原有 现有 固有 共有 富有 稀有 带有 唯有 公有 专有 自有 既有',
      '有效 有关 有限 有利 有机 有趣 有名 有钱 有害 有益 有毒 有色 有形 有序 有用 有人 有意 有价 有偿 有心 有理 有力 有声 有轨 有氧 有线 有无 有监 有标 有别 有望 有数 有待 有赖 有助 有违 有损 有悖 有的',
    ),
    会: neighbours(
      undefined,
      '会议 会员 会计 会话 会场 会长 会诊 会谈 会晤 会考 会所 会意 会同 会见 会面 会合 会聚 会师 会友 会费 会展 会客 会心 会战 会审 会上 会后 会前 会中',
    ),
    就: neighbours(
      '成就 造就 将就 迁就 铸就',
      '就业 就医 就餐 就诊 就读 就职 就任 就近 就地 就座 就绪 就此 就位 就事 就势',
    ),
    都: neighbours('首都 成都 古都 京都 帝都 魔都 故都 迁都 定都', '都市 都城 都江'),
    也: neighbours(''),
    还: neighbours(
      '归还 偿还 返还 退还 送还 交还',
      '还款 还债 还钱 还书 还给 还清 还价 还贷 还原 还击 还礼 还手 还乡 还本 还愿 还了 还车 还房',
    ),
    很: neighbours(''),
    更: neighbours('变更 三更', '更新 更换 更改 更正 更迭 更衣 更名 更替 更生 更年'),
    又: neighbours(''),
    再: neighbours('一再', '再生 再版 再婚 再造 再审 再现 再度 再三 再就 再保 再教 再见 再会 再来'),
    去: neighbours(
      '过去 出去 下去 上去 回去 进去 失去 除去 离去 前去 死去 减去 省去 逝去 拿去 抹去 删去 老去 远去',
      '去除 去重 去掉 去噪 去世 去年 去留 去向 去处 去污 去皮 去核 去中 去雾 去水 去模 去偏 去敏 去标 去色 去背 去壳 去火 去油 去伪 去粗',
    ),
    把: neighbours('火把 一把 两把 几把', '把手 把关 把握 把柄 把戏 把脉 把门 把控 把持 把玩 把式'),
    被: neighbours('棉被 植被', '被子 被告 被动 被套 被单 被褥 被窝 被害 被试 被俘'),
    给: neighbours('供给 补给 自给 配给', '给予 给定 给力 给出 给水 给付 给药 给养'),
    和: neighbours(
      '平和 缓和 饱和 温和 总和 共和 柔和 求和 之和 随和 附和 调和 中和 议和 讲和 祥和 暖和 亲和',
      '和平 和谐 和睦 和解 和声 和弦 和尚 和服 和气 和善 和好 和约 和田 和棋 和风 和面 和美',
    ),
    跟: neighbours('高跟 脚跟 后跟', '跟踪 跟随 跟进 跟班 跟头 跟前 跟帖 跟风 跟读 跟单'),
    与: neighbours('参与 赋与', '与会 与其 与众 与日 与时 与世 与人'),
    从: neighbours(
      '服从 自从 听从 遵从 盲从 跟从 随从 顺从 侍从',
      '从前 从事 从业 从众 从军 从政 从属 从小 从头 从容 从严 从教 从商 从医 从宽 从句 从犯 从轻 从重 从优 从简',
    ),
    但: neighbours('不但 非但'),
    而: neighbours('从而 因而 反而 然而 进而 时而 继而 忽而 幸而 故而', '而立'),
    所: neighbours('究所 厕所 场所 出所 务所 易所 诊所 律所 会所 住所 寓所', '所有 所长 所属 所在 所得 所谓'),
    要: neighbours(
      '需要 主要 重要 想要 必要 首要 摘要 概要 纪要 次要 紧要 简要 扼要 索要 提要 将要 快要 只要',
      '要求 要点 要素 要害 要领 要塞 要员 要犯 要闻 要件 要义 要价 要账 要债 要人 要事 要紧 要强 要命 要饭 要挟 要好 要钱',
    ),
    能: neighbours(undefined, '能量 能力 能源 能耗 能手 能人 能效 能动 能级 能见 能干 能者'),
    只: neighbours('一只 两只 几只 船只', '只身 只字 只言'),
    像: neighbours(
      '图像 好像 影像 想像 摄像 录像 成像 头像 雕像 偶像 画像 肖像 人像 显像 镜像 石像',
      '像素 像样 像话 像差 像片 像章',
    ),
    由: neighbours('理由 自由 缘由 事由 任由 经由', '由来 由衷 由头'),
    没: neighbours('淹没 出没 埋没 沉没 吞没 隐没 覆没', '没收 没落'),
    谁: neighbours(''),
    哪: neighbours(''),
    或: neighbours('抑或'),
    并: neighbours('合并 兼并 一并 吞并 归并', '并行 并发 并购 并联 并列 并网 并轨 并存 并肩 并入 并排'),
    才: neighbours('人才 刚才 天才 方才 适才 口才 英才 奇才 文才', '才能 才华 才干 才艺 才子 才女 才智'),
    已: neighbours('早已 不已 而已 业已 久已 现已 得已'),
    先: neighbours(
      '首先 预先 事先 优先 原先 祖先 率先 领先 起先 早先 抢先',
      '先生 先进 先锋 先驱 先验 先天 先例 先行 先手 先知 先辈 先烈 先民',
    ),
    挺: neighbours('坚挺 笔挺 直挺', '挺拔 挺进 挺立 挺身'),
    了: neighbours('为了 除了 罢了 算了 不了 得了', '了解 了却 了然 了结 了断 了事 了得 了之 了无'),
    来: neighbours(
      undefined,
      '来源 来信 来宾 来电 来客 来访 来历 来年 来回 来往 来临 来料 来头 来意 来日 来路 来者 来龙 来来 来自 来到 来得 来不 来讲',
    ),
    不: neighbours('要不 岂不 莫不 无不', '不不'),
  }),
);

/** Characters whose doubling is a stutter only before these: 每每 is a word of its own, 每每个 is none. */
export const haltingBefore: ReadonlyMap<string, RegExp> = new Map(
  Object.entries({
    每: /^[个家次天月周位条项种年层张]/u,
    各: /^[种位类个项家行界方]/u,
    最: /^(?:[后近终初佳优]|重重?要)/u,
    可: /^(?:以|能|是)/u,
    以: /^(?:及|后)/u,
    一: /^(?:[段些个种下起直样千定位份张])/u,
    大: /^[概家约部]/u,
    重: /^(?:点|视|要|新)/u,
    整: /^(?:体|个)/u,
    比: /^(?:较|如|方)/u,
    让: /^(?:我|你|他|它|她|大家|这|那)/u,
    用: /^(?:在|到|于|了)/u,
    叫: /^(?:做|是)/u,
    对: /^(?:于|图|这|那|我们|他们|它)/u,
    短: /^(?:视频)/u,
    平: /^(?:均|台)/u,
    真: /^(?:正)/u,
    直: /^(?:接)/u,
    方: /^(?:法|式|案|向)/u,
    正: /^(?:在|好)/u,
    区: /^(?:别|分)/u,
    连: /^(?:续|接)/u,
    空: /^(?:间)/u,
    统: /^(?:一)/u,
    强: /^(?:化)/u,
    使: /^(?:得|用[^体者户])/u,
    替: /^[代换]/u,
    引: /^[申入起发导]/u,
    增: /^[加长强益大多]/u,
    收: /^[敛集获]/u,
    回: /^[复答]/u,
    推: /^[出动进]/u,
    稳: /^(?:定)/u,
    万: /^(?:一)/u,
    为: /^例/u,
    首: /^[先次要页席]/u,
    包: /^[括含]/u,
    完: /^[全整成]/u,
    里: /^面/u,
    外: /^面/u,
    提: /^[升高供出]/u,
    解: /^[决释]/u,
    介: /^绍/u,
    开: /^[始发]/u,
    主: /^[流题要]/u,
    两: /^[张个种位条次年天台部本页]/u,
  }),
);

/**
 * Characters that are no word by themselves but begin many: where such a one stands doubled before the rest of a word
 * (训训练, 目目标), the speaker set out twice.
 */
export const boundCharacters = new Set(
  '特训趋支思目视预粗基其如因虽需必似甚仍逐尤根据实技结社经情关原普综规框策略概参模检优缩构标环境资政民族宗艺建组管系服企营产销融债税贸商互执函监警述探索究析释阐绘呈现判归纳演绎什怎咱例譬即况且否陆纷曾未尚按朝沿彼任始暂突愈极异信息媒渠途职责使愿价观理假设推导明隐涵涉及迭杂困障机风收成效质速准确神激损梯残注意嵌向矩增替引指回举相同内领涌沉印络介绍',
);

/** Bound characters that hardly ever end a word, so that nothing before them needs a look. */
export const leadingCharacters = new Set('训特趋综譬尤虽必甚仍咱什怎');

/** Bound characters that also stand as a verb of their own: 是指|指数 is right, 一个指|指数 is not. */
export const halfBoundCharacters = new Set('增替引收指推使回举设信任按机意理归息注系判');

/** Bound characters that also end words, as 度 of 复杂度 does; before them a word may just have ended. */
export const suffixCharacters = new Set(
  '度率性化质社管建职实风情者员家学器机量力型式法论数值图表层级类种线网库集群组系政境系观部局院所厂店站室馆场区市省国人年月日天期费款业界品物件体剂素税权感症病证书卡版名词语文字符号码会长手星队派族系科课班校生师商史刊台厅街路桥江河湖海山岛港点面',
);

/** Verbs of which one does a little: 研究研究, 讨论讨论. Doubled, they stay. */
export const doubledVerbs = new Set(
  (
    '研究 讨论 考虑 了解 体验 商量 学习 休息 放松 试验 实验 练习 介绍 分享 交流 沟通 观察 思考 整理 收拾 打扫 参考 参观 关注 关心 支持 帮助 检查 锻炼 活动 享受 感受 ' +
    '反思 总结 调整 准备 复习 优化 改进 测试 验证 对比 比较 分析 评估 评价 探讨 探索 尝试 熟悉 认识 打听 解释 说明 推荐 宣传 推广 打磨 琢磨 演示 展示 欣赏 指导 指点 ' +
    '指教 照顾 照应 请教 教育 批评 表扬 鼓励 安慰 劝说 回忆 回顾 展望 想象 设想 规划 计划 安排 布置 打扮 装饰 装修 修改 修理 维护 维修 清理 清洁 统计 计算 核对 核实 ' +
    '确认 咨询 调查 调研 走访 拜访 联系 联络 合作 配合 协调 磨合 适应 热闹 高兴 开心 凉快 暖和 轻松 亲热 见识 锻造 意思 考察 考验 体会 品尝 评论 议论 聊天 散步 ' +
    '梳理 消化 斟酌 掂量 盘算 合计 张罗 打点 收集 搜集 归纳 归类 对照 对接 对齐 校对 检验 检测 监督 监测 督促 提醒 提升 提高 加强 巩固 充实 丰富 完善 更新 升级 简化 美化 净化 强化 深化 ' +
    '细化 量化 规范 统一 平衡 缓和 缓解 化解 解决 处理 料理 打理 管理 经营 运营 筹划 策划 谋划 筹备 酝酿 构思 设计 排练 演练 训练 操练 锤炼 磨练 历练 摸索 试探 试用 试水 体谅 谅解 ' +
    '理解 领会 领悟 揣摩 揣测 猜测 猜想 推测 推敲 推演 推算 估计 估算 核算 预估 预习 温习 背诵 朗读 阅读 翻阅 浏览 查阅 查询 查找 查看 查证 搜索 寻找 打量 观摩 观看 观望 等待 期待 ' +
    '招呼 招待 接待 接触 接洽 洽谈 谈论 争论 辩论 争取 申请 反映 汇报 报告 通知 转告 告诉 透露 表示 表达 表现 描述 形容 叙述 讲解 解读 剖析 拆解 分解 分辨 辨别 辨认 区分 鉴别 鉴定 ' +
    '评审 评比 比试 较量 切磋 请示 征求 询问 追问 过问 关照 照看 看望 慰问 安抚 陪伴 逗留 歇息 休整 修整 修复 修正 纠正 改善 改造 改良 改革 调节 调理 调养 保养 保护 爱护 珍惜 ' +
    '庆祝 祝贺 赞美 夸奖 吐槽 抱怨 发泄 宣泄 释放 舒展 伸展 活跃 动弹 走动 转悠 溜达 晃悠 逛荡 见面 聚会 坚持 努力 运动 健身 游泳 唱歌 跳舞 应付 敷衍 凑合 将就 疏通 疏导 引导 启发 ' +
    '开导 劝导 点拨 培养 培训 教导 示范 模仿 模拟 仿照 借鉴 利用 使用 运用 应用 发挥 发动 动员 组织 集中 集合 分配 安顿 安慰 安抚 布置 摆弄 折腾 鼓捣 捣鼓 倒腾 张望 回味 反省 检讨 ' +
    '考核 考查 验收 评判 摸底 排查 清点 盘点 统筹 权衡 衡量 对付 招架 支撑 配置 调试 编辑 修剪 剪辑 打包 包装 装扮 粉刷 刷新 清洗 冲洗 消毒 通风 透气 热身 放松'
  ).split(' '),
);

/** What people say twice to stress it or to be polite; doubled, it stays. */
export const doubledPhrases = new Set(
  (
    '非常 特别 超级 真的 永远 多谢 再见 加油 恭喜 欢迎 辛苦 抱歉 你好 久仰 小心 哪里 幸会 拜托 保重 干杯 好的 是的 对的 行了 好了 算了 对了 来了 走了 够了 有的 会的 要的 ' +
    '知道 明白 理解 同意 可以 没有 不是 不会 不用 不行 不要 不能 不对 没事 没错 当然 是吗 真好 快点 慢点 等等 一步 一点 一层 一次 一天 一年 一条 一块 一段 一家 一句 ' +
    '很多 大量 许多 好些 好多 很久 好久 反复 上上 下下 来来 去去 前前 后后 什么 多少 嘟嘟 大家好 对不起 没关系 没问题 不客气 太好了 谢谢大家 谢谢你'
  ).split(' '),
);

/** Words that lead into something; said twice before it comes, once was meant. */
export const leadingWords = new Set(
  (
    '这个 那个 这些 那些 这种 那种 这样 那样 这里 那里 这边 那边 这么 那么 这是 那是 哪个 每个 某个 各个 一些 一种 有个 是个 有些 我们 你们 他们 它们 她们 咱们 自己 大家 ' +
    '我的 你的 他的 它的 然后 就是 其实 所以 但是 因为 如果 可能 可以 还是 已经 应该 能够 没有 不是 目前 关于 而且 或者 包括 以及 当然 不过 虽然 只是 只能 只有 就会 也是 ' +
    '也会 都是 都会 会有 还有 还会 是在 是有 要有 不会 不能 需要 想要 为了 对于 由于 通过 根据 按照 随着 作为 比如 例如 所谓 实际 基本 本身 整个 整体 主要 真正 甚至 尤其 ' +
    '首先 其次 最后 最终 第一 第二 第三 现在 今天 之前 之后 刚才 当时 后来 以后 里面 上面 下面 怎么 怎样 如何 哪些 叫做 称为 变成 成为 开始 觉得 认为 他会 我会 你会 它会 ' +
    '我要 你要 它要 他要 我在 他在 我是 你是 他是 它是 有它 让它 让我 让他 给你 给我 用的 做的 这两 那两 这几 那几 这一 那一 这也 那也 这就 那就 也有 都有 就有 才能 才会 ' +
    '不可 无法 如何 为什么 怎么样 是不是 有没有 能不能 最近 每次 同时 同样 通常 一般 大概 大约 至少 几乎 似乎 好像 只要 既然 无论 不管 即使 尽管 除了 除非 接着 于是 因此 此外 另外 那么 什么样 这样的 那样的 这样一 那样一 比如说 就是说 也就是 实际上 基本上'
  ).split(' '),
);

/** Those of the leading words that stand for a thing: before a comma they may end a clause. */
export const pointingWords = new Set(
  '这个 那个 这些 那些 这里 那里 这边 那边 我们 你们 他们 它们 她们 咱们 自己 大家 我的 你的 他的 它的 现在 今天 里面 上面 下面 之前 之后 以后 整体 本身'.split(
    ' ',
  ),
);

/** English words that are doubled on purpose. */
export const doubledLatin = new Set(
  'bye no very so ha hey go yes ok okay that had come well now there knock win long many much really more step'.split(
    ' ',
  ),
);

/**
 * A speaker sets out with the first character of a word, says another, and starts again: 目|核心|目标. Each pattern is
 * tried where its character stands.
 */
export const fragmentCharacters: ReadonlyMap<string, RegExp> = new Map(
  Object.entries({
    目: /目(?=..?目[标录的前])/uy,
    消: /消(?=被消[耗费除])/uy,
    训: /训(?=..?训练)/uy,
    推: /推(?=被推[出荐])/uy,
    其: /(?<![各极与何A-Za-z])其(?=就是|对一个)/uy,
    很: /很(?=更|[有是]很)/uy,
    比: /(?<=^|[，。个些的了是])比(?=还比较)/uy,
  }),
);
