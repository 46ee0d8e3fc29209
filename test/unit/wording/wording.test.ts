import { describe, expect, test } from 'vitest';
import { checkWording, type WordingOptions } from '../../../rules/wording/index.ts';

const hits = (text: string, options?: WordingOptions): string[] =>
  checkWording(text, options).map(({ start, end, category }) => `${category}:${text.slice(start, end)}`);

const levels = (text: string, options?: WordingOptions): string[] =>
  checkWording(text, options).map(({ level }) => level);

describe('every category is found, at the very place', () => {
  test.each([
    ['亲，加我微信发您图', 'off-platform:加我微信'],
    ['QQ：88123456', 'off-platform:QQ'],
    ['扫码进群领券哦', 'off-platform:扫码进'],
    ['转账到银行卡就行', 'off-platform:转账到银行卡'],
    ['走私下便宜点', 'off-platform:走私下'],
    ['手机 13912340000 找我', 'off-platform:13912340000'],
    ['看看 www.shop-abc.com', 'off-platform:www.shop-abc.com'],
    ['晒图返3元红包哦', 'paid-review:晒图返3元'],
    ['写好评送小礼物', 'paid-review:好评送小礼物'],
    ['您把差评删了吧', 'paid-review:差评删了'],
    ['这边可以刷单', 'paid-review:刷单'],
    ['这款最透气了', 'absolute:最透'],
    ['全网销量第一', 'absolute:全网销量第一'],
    ['顶级做工', 'absolute:顶级'],
    ['100%防水', 'absolute:100%'],
    ['喝了能降血脂', 'medical:降血脂'],
    ['没有副作用的', 'medical:没有副作用'],
    ['明天一定送到', 'promise:一定送到'],
    ['永不开裂', 'promise:永不开裂'],
    ['两周见效', 'promise:两周见效'],
    ['再不买就没了', 'urgency:再不买就没了'],
    ['爱要不要', 'abuse:爱要不要'],
    ['滚', 'abuse:滚'],
    ['{姓名}您好', 'variable:{姓名}'],
    ['单号{{快递单号}}', 'variable:{{快递单号}}'],
    ['单号：____', 'variable:____'],
  ])('%s → %s', (text, expected) => {
    expect(hits(text)).toEqual([expected]);
  });
});

describe('disguises are seen through and the place is that of the draft', () => {
  test.each([
    ['加 微 信', '加 微 信'],
    ['加，微，信', '加，微，信'],
    ['加個微信吧', '加個微信'],
    ['薇\u200b信聊', '薇\u200b信'],
    ['Ｖ信多少', 'Ｖ信'],
    ['➕v聊', '➕v'],
    ['v❤️同号', 'v❤️'],
    ['卫星号是多少', '卫星号'],
    ['q q 号', 'q q'],
    ['１３９１２３４００００', '１３９１２３４００００'],
    ['一三九一二三四零零零零', '一三九一二三四零零零零'],
    ['139-1234-0000', '139-1234-0000'],
    ['这款最.好的', '最.好的'],
    ['全網第一', '全網第一'],
    ['絕對正品', '絕對'],
  ])('%s → %s', (text, place) => {
    const [hit] = checkWording(text);
    expect(hit && text.slice(hit.start, hit.end)).toBe(place);
  });

  test('a clause ends at its mark: two harmless halves make no word', () => {
    expect(hits('比上次更微。信息已发')).toEqual([]);
    expect(hits('货已到顶，级别不变')).toEqual([]);
  });
});

describe('harmless uses stay unmarked (data.md §7)', () => {
  test.each([
    ...['第一次来吗', '第一步先登录', '第一个颜色', '我们会第一时间处理', '第一批已发完', '第一天就到了'],
    ...['最近活动多', '最后一步点确认', '最多买五件', '最少两件起', '最晚明天', '最早周三', '最终以页面为准'],
    ...['最好是手洗', '最好先量尺寸', '最好能提前说', '最好不要暴晒', '最好提前一天'],
    ...['最佳使用温度25度', '开封后三个月是最佳保存期内', '最佳时间是早上', '最佳方法是平铺晾干'],
    ...[
      '本店最大码是XXL',
      '我们家最小的尺寸',
      '最新款到货',
      '最新的物流在杭州',
      '最低19.9元起',
      '最高可减20元',
    ],
    ...['100%纯棉', '100%羊毛', '百分百桑蚕丝', '成分：棉100%', '电量充到100%'],
    ...['误差绝对值在1cm内', '尽最大努力帮您', '为您提供最好的服务', '致以最诚挚的歉意'],
    ...['微信支付也可以', '微信小程序里能看', '用微信付款'],
    ...['订单号20260908139123400001', '运单 75312345678901', '快递热线95311'],
    ...['收件人电话13912340000对吗', '派送员电话：13912340000'],
    ...[
      '滚筒洗衣机',
      '猫咪打滚',
      '滚边设计',
      '不客气',
      '治愈系小熊',
      '减肥期间能吃吗',
      '本品不能代替药物治疗',
    ],
    ...[
      'V领毛衣',
      '加V领那款',
      'Q弹爽滑',
      '卫星定位',
      '企鹅图案',
      '扫描包装上的二维码查看说明书',
      '加个购物车',
    ],
    ...['感谢您的肯定', '不能保证时间哦', '保证金已退', '请尽量保证电话畅通'],
    ...['没有色差', '有没有收到呢', '没有问题的亲', '这款没有弹力', '最低消费没有要求'],
    ...[
      '感谢您的好评',
      '要是喜欢就帮忙写两句感受',
      '我们不参与好评返现',
      '请勿线下交易',
      '一定要看清尺码',
      '不一定哦',
    ],
    ...[
      '{1}号色',
      '色号NO.12',
      '型号WX-2023',
      '货号VX20',
      '五星红旗图案',
      '妈妈的礼物',
      '里面可以装什么',
      '乞丐裤',
    ],
  ])('%s', (text) => {
    expect(hits(text)).toEqual([]);
  });

  test('a clause that forbids going off the platform still names the word, as information only', () => {
    expect(levels('平台不允许加微信哦')).toEqual(['info']);
    expect(levels('能不能加微信')).toEqual(['stop']);
    expect(levels('要不要加个微信')).toEqual(['stop']);
  });
});

describe('shop words (mission.md A14)', () => {
  test.each([
    ['肯定能到', '争取能到'],
    ['保证今天发货', '尽量今天发货'],
    ['绝对不掉色', '努力不掉色'],
  ])('%s gets a better word that fits its place: %s', (text, better) => {
    const [hit] = checkWording(text);
    expect(hit).toMatchObject({ category: 'shop', level: 'warn' });
    expect(hit && text.slice(0, hit.start) + hit.suggestion + text.slice(hit.end)).toBe(better);
    expect(hit?.source).toContain('本店');
  });

  test.each(['没有', '没有哦亲', '这个颜色没有了', '亲，没有现货', '目前没有优惠'])(
    'a flat no: %s',
    (text) => {
      expect(hits(text)).toEqual(['shop:没有']);
      expect(levels(text)).toEqual(['info']);
    },
  );

  test.each(['不还价哦', '本店不议价', '谢绝还价'])('a fixed price said flatly: %s', (text) => {
    expect(levels(text)).toEqual(['warn']);
  });

  test('the list is the shop’s: another list replaces it, an empty one leaves none', () => {
    expect(hits('肯定可以的', { shopWords: [] })).toEqual([]);
    expect(hits('没有', { shopWords: [] })).toEqual([]);
    expect(hits('肯定亲亲', { shopWords: ['亲亲'] })).toEqual(['shop:亲亲']);
    expect(
      checkWording('便宜点(啦)', { shopWords: [{ word: '(啦)', suggestion: '呢', level: 'stop' }] }),
    ).toMatchObject([{ level: 'stop', suggestion: '呢' }]);
  });
});

describe('channel, marketplace and released words', () => {
  test('medical words stop a public reply and warn in a chat', () => {
    expect(levels('可以消炎')).toEqual(['warn']);
    expect(levels('可以消炎', { channel: 'reply' })).toEqual(['stop']);
  });

  test.each([
    '您的电话13912340000已登记',
    '订单号20260908139123400001已退款',
    '收货人：张小明',
    '浙江省杭州市余杭区文一西路969号3幢',
  ])('personal data stops a public reply: %s', (text) => {
    expect(levels(text, { channel: 'reply' })).toContain('stop');
  });

  test("another marketplace's name stops, one's own does not, and a courier's name is no marketplace", () => {
    expect(levels('淘宝上也有', { platform: 'pdd' })).toEqual(['stop']);
    expect(levels('淘宝上也有', { platform: 'taobao' })).toEqual([]);
    expect(levels('发京东快递哦', { platform: 'taobao' })).toEqual([]);
    expect(levels('去京东下单吧')).toEqual(['stop']);
  });

  test('a link into the marketplace itself is no way out', () => {
    const link = 'https://item.taobao.com/item.htm?id=1';
    expect(hits(link, { platform: 'taobao' })).toEqual([]);
    expect(hits(link, { platform: 'pdd' })).toEqual([`off-platform:${link}`]);
    expect(hits('https://taobao.com.evil.top/x', { platform: 'taobao' })).toHaveLength(1);
  });

  test('宝贝 is a hint on PDD and nothing elsewhere', () => {
    expect(levels('这个宝贝有货', { platform: 'pdd' })).toEqual(['info']);
    expect(levels('这个宝贝有货', { platform: 'taobao' })).toEqual([]);
  });

  test('当面交易 is ordinary on Xianyu', () => {
    expect(levels('支持当面交易', { platform: 'xianyu' })).toEqual([]);
    expect(levels('支持当面交易', { platform: 'taobao' })).toEqual(['stop']);
  });

  test('a released word is no hit, alone or inside a released phrase, and others stay', () => {
    expect(hits('顶级面料', { allowed: ['顶级'] })).toEqual([]);
    expect(hits('新款到货，顶级面料', { allowed: ['顶级面料'] })).toEqual([]);
    expect(hits('顶级面料，极品', { allowed: ['顶级'] })).toEqual(['absolute:极品']);
  });
});

describe('entries of the shop per marketplace and channel', () => {
  test('a word of the shop applies where the shop says', () => {
    const shopWords = [
      { word: '宝宝', platforms: ['pdd' as const], suggestion: '亲' },
      { word: '家人们', channels: ['reply' as const] },
    ];
    expect(hits('宝宝家人们', { shopWords, platform: 'pdd' })).toEqual(['shop:宝宝']);
    expect(hits('宝宝家人们', { shopWords, platform: 'taobao', channel: 'reply' })).toEqual(['shop:家人们']);
    expect(hits('宝宝家人们', { shopWords })).toEqual([]);
  });

  test('a released word is released where the shop says', () => {
    const allowed = [{ word: '顶级', platforms: ['jd' as const], channels: ['chat' as const] }];
    expect(hits('顶级', { allowed, platform: 'jd' })).toEqual([]);
    expect(hits('顶级', { allowed, platform: 'pdd' })).toEqual(['absolute:顶级']);
    expect(hits('顶级', { allowed, platform: 'jd', channel: 'reply' })).toEqual(['absolute:顶级']);
  });

  test('a level of the shop stands in place of the built-in one, and the last that applies wins', () => {
    const choices = [
      { category: 'absolute' as const, level: 'off' as const },
      { category: 'absolute' as const, level: 'stop' as const, platforms: ['pdd' as const] },
    ];
    expect(levels('顶级', { levels: choices })).toEqual([]);
    expect(levels('顶级', { levels: choices, platform: 'pdd' })).toEqual(['stop']);
    expect(levels('加微信', { levels: choices })).toEqual(['stop']);
  });

  test('a level the shop gives one word counts for the built-in rule too; without one the stricter stays', () => {
    expect(levels('顶级', { shopWords: [{ word: '顶级', level: 'info' }] })).toEqual(['info']);
    expect(levels('加微信', { shopWords: ['加微信'] })).toEqual(['stop']);
  });

  test('the shop’s words are found in disguise as well', () => {
    expect(hits('保.证 保\u200b证 保【证】', { shopWords: ['保证'] })).toHaveLength(3);
  });

  test('in the library variables are at home, and slots for the hand are only mentioned', () => {
    expect(hits('{买家}您好，单号{单号}', { channel: 'library' })).toEqual([]);
    expect(levels('单号____', { channel: 'library' })).toEqual(['info']);
    expect(levels('加微信', { channel: 'library' })).toEqual(['stop']);
  });
});

test('what is denied before or afterwards is no claim', () => {
  expect(hits('好评返现是违规的我们不做')).toEqual([]);
  expect(levels('加微信是不允许的哦')).toEqual(['info']);
  expect(levels('特别好用，加微信')).toEqual(['stop']);
});

test('hits come in the order of the text, do not overlap, and carry reason and source in words', () => {
  const text = '保证最好，加微信13912340000，好评返现5元，{姓名}';
  const found = checkWording(text);
  let last = 0;
  for (const hit of found) {
    expect(hit.start).toBeGreaterThanOrEqual(last);
    expect(hit.end).toBeGreaterThan(hit.start);
    expect(hit.reason).not.toBe('');
    expect(hit.says.en).not.toBe('');
    expect(hit.source).not.toBe('');
    last = hit.end;
  }
  expect(new Set(found.map(({ category }) => category))).toEqual(
    new Set(['shop', 'absolute', 'off-platform', 'paid-review', 'variable']),
  );
});

test('an empty draft has no hits, and a long one ends', () => {
  expect(checkWording('')).toEqual([]);
  expect(checkWording('最'.repeat(5000)).length).toBeGreaterThan(0);
  expect(checkWording('好评，'.repeat(3000))).toEqual([]);
  // What took the square of its length once: runs of signs, of letters, of digits.
  for (const sign of ['、', ' ', 'a', '1', '1 ']) expect(checkWording(sign.repeat(20_000))).toEqual([]);
});
