import { type LocalText, say } from '../language/local-text.ts';

/** What each figure counts, in one line; the words of metrics.md §3, §7 and §8 as an agent would say them. */
const definitions: Readonly<Record<string, LocalText>> = {
  'TB-AVG': say(
    '8–23 点，每轮从买家第一句到该账号第一次有效回复；每轮最多计 600 秒，当天没回复也计 600 秒',
    '8–23; from the buyer’s first message to that account’s first reply; a round counts at most 600 s, an unreplied one 600 s',
  ),
  'TB-3M': say(
    '180 秒内得到人工或智能辅助回复的轮次 ÷ 全部轮次',
    'Rounds answered by a person or an assisting robot within 180 s ÷ all rounds',
  ),
  'TB-3M-AVG': say(
    '计入 3 分钟响应率的各轮，平均等了多少秒',
    'Mean wait of the rounds the 3-minute rate counts',
  ),
  'TB-RR': say(
    '按人：当天回复了的买家 ÷ 来咨询的买家；最后一句要是卖家的，一个表情也算',
    'By people: buyers replied to ÷ buyers who asked that day; the last word must be the seller’s, an emoji is enough',
  ),
  'PDD-3M': say(
    '8–23 点按买家：任何一句等超过 180 秒，这位买家当天就算失误一次',
    '8–23, by buyers: one message waiting over 180 s fails the buyer for that day, once',
  ),
  'PDD-3M-consult': say('分母是全部咨询买家', 'Divided by all buyers who asked'),
  'PDD-3M-need_human': say('分母只算需要人工回复的买家', 'Divided by buyers who needed a person'),
  'PDD-3M-ALL': say('算法同上，全天 24 小时都计', 'The same, counted around the clock'),
  'PDD-30D': say('截止最后一天的近 30 天合计', 'Sums of the 30 days up to the last day'),
  'PDD-ER': say(
    '8–23 点按买家：有一句没回或超过 1 小时才回，就不算有效回复（2019 年旧口径）',
    '8–23, by buyers: a message unreplied or answered after over an hour makes the buyer invalid (2019)',
  ),
  'PDD-30S': say('8–23 点，30 秒内回复的轮次 ÷ 全部轮次', '8–23; rounds answered within 30 s ÷ all rounds'),
  'PDD-30S-ALL': say(
    '全天，30 秒内回复的轮次 ÷ 全部轮次',
    'All day; rounds answered within 30 s ÷ all rounds',
  ),
  'PDD-AVG': say(
    '8–23 点，人工回复了的轮次平均等多久，不封顶',
    '8–23; mean of the rounds a person answered, no cap',
  ),
  'PDD-AVG-ALL': say(
    '全天，人工回复了的轮次平均等多久，不封顶',
    'All day; mean of the rounds a person answered, no cap',
  ),
  'DD-FRT': say(
    '8–23 点，从转人工到客服第一次回复；欢迎语不算回复',
    '8–23; from the transfer to a person to their first reply; a welcome text is no reply',
  ),
  'DD-AVG': say('8–23 点，只算人工回复了的轮次', '8–23; only rounds a person answered'),
  'DD-AVG-round': say('每轮从第一句算起', 'Each round from its first message'),
  'DD-AVG-message': say('买家每条消息各算一次', 'Each message of the buyer on its own'),
  'DD-3M': say(
    '180 秒内人工回复的占比；读法有三种，这里按设置的一种',
    'Share answered within 180 s; of three readings the chosen one',
  ),
  'DD-3M-m': say(
    '180 秒内回复的消息 ÷ 转人工后的消息',
    'Messages answered within 180 s ÷ messages after the transfer',
  ),
  'DD-3M-s_any': say(
    '会话里任何一轮超过 180 秒，整个会话算失误',
    'A session fails if any round took over 180 s',
  ),
  'DD-3M-s_mean': say(
    '会话的平均等待不超过 180 秒算达标',
    'A session passes if its mean wait is at most 180 s',
  ),
  'DD-NS': say(
    '8–23 点，(无人在线转留言 + 分配后除欢迎语外没回复) ÷ 会话',
    '8–23; (nobody free, left a message + assigned but never answered) ÷ sessions',
  ),
  'JD-30F': say(
    '首次应答在 30 秒内的会话 ÷ 会话；23:00–09:00 开始的会话不计',
    'Sessions first answered within 30 s ÷ sessions; those begun 23:00–09:00 are out',
  ),
  'JD-AVG': say('计入的会话里全部已回复轮次的平均', 'Mean of all answered rounds of the counted sessions'),
  'JD-AVG-F': say('只算每个会话的首次应答', 'Only the first answer of each session'),
  'JD-LM': say('转成留言的咨询 ÷ 全部咨询', 'Consults that became an offline message ÷ all consults'),
  'JD-LMR': say('回复了的留言 ÷ 留言', 'Offline messages answered ÷ offline messages'),
  'KS-3M': say(
    '8–23 点按买家：转到人工的买家里，没有哪句等超过 3 分钟的占比',
    '8–23, by buyers: of those who reached a person, the share with no message waiting over 3 minutes',
  ),
  'AL-3M': say('8–24 点，180 秒内回复的轮次 ÷ 全部轮次', '8–24; rounds answered within 180 s ÷ all rounds'),
  turns: say(
    '买家开口到客服回复算一轮；连发几句只算一轮',
    'From the buyer speaking up to a reply is one turn; a burst is one turn',
  ),
  answered: say('有人工或智能辅助回复的轮次', 'Turns a person or an assisting robot answered'),
  open: say('还没回复，但还来得及', 'Not answered yet, still in time'),
  unreplied: say('当天结束或会话关闭时还没回复', 'Still without a reply when the day or the session ended'),
  late: say('隔天或会话关闭之后才回的', 'Answered on a later day or after the session closed'),
  'bot-only': say('从头到尾只有机器人接待的会话', 'Conversations only the robot had'),
  mean: say(
    '从买家第一句到第一次回复，按日历时间平均',
    'From the buyer’s first message to the first reply, calendar time',
  ),
  median: say('一半的轮次比这更快', 'Half of the turns were faster'),
  p90: say('九成的轮次在这个时间内回复', 'Nine in ten turns were answered within this'),
  longest: say('已回复的轮次里等得最久的一次', 'The longest wait that was answered'),
  frt: say('会话第一轮的平均等待', 'Mean wait of the first turn of a conversation'),
  nrt: say('第一轮之后各轮的平均等待', 'Mean wait of the turns after the first'),
  'mean-window': say('同上，只计平台统计时段内的秒数', 'The same, only seconds inside the platform’s window'),
  'median-window': say(
    '同上，只计平台统计时段内的秒数',
    'The same, only seconds inside the platform’s window',
  ),
  'p90-window': say('同上，只计平台统计时段内的秒数', 'The same, only seconds inside the platform’s window'),
  'longest-window': say(
    '同上，只计平台统计时段内的秒数',
    'The same, only seconds inside the platform’s window',
  ),
  within: say(
    '时限内回复的轮次 ÷ 已有结果的轮次',
    'Turns answered within the limit ÷ turns that are decided',
  ),
  misses: say('超过时限才回，或一直没回的轮次', 'Turns answered after the limit, or never'),
  'unreplied-buyers': say('至少有一轮没回复的买家', 'Buyers with at least one unreplied turn'),
  'slow-buyers': say(
    '至少有一轮等待超过慢响应线的买家',
    'Buyers with at least one turn above the slow limit',
  ),
  'answer-ratio': say(
    '客服消息数 ÷ 买家消息数；自动回复和系统消息不计',
    'Agent messages ÷ buyer messages; automatic and system texts are out',
  ),
};

/** One line on what a figure counts; undefined where nobody has written it. */
export const figureDefinition = (id: string): LocalText | undefined => definitions[id];
