/**
 * What buyers come for, in their own words. `{货}` is the good, `{地址}` a typed address. One scene is one visit:
 * opening lines, what is written when nobody answers, what follows an answer, and the agent's lines used only for
 * conversations that are already over when the page opens.
 */
export interface Scene {
  id:
    | 'dispatch'
    | 'size'
    | 'bargain'
    | 'courier'
    | 'stock'
    | 'quality'
    | 'urge'
    | 'missing'
    | 'gift'
    | 'invoice';
  opening: readonly string[];
  nudges: readonly string[];
  after: readonly string[];
  agent: readonly string[];
  thanks: readonly string[];
  /** The opening comes with a picture. */
  picture?: true;
}

const waiting = ['在吗', '人呢', '？？', '亲在不在呀', '等好一会儿了', '有人吗'];
const bye = ['好的谢谢', '谢谢啦', '嗯嗯辛苦了', '好嘞', 'ok', '知道了，麻烦你了'];

export const scenes: readonly Scene[] = [
  {
    id: 'dispatch',
    opening: ['现在拍什么时候能发货', '刚付的款，今天能发走吗？', '下单两天了怎么还没发'],
    nudges: waiting,
    after: ['那大概几天能到', '周末之前能到吗，有点急'],
    agent: ['亲，您好，16点前付款的今天下午就给您安排发出~', '物流一般3天左右到您那边，请您放心'],
    thanks: bye,
  },
  {
    id: 'size',
    opening: ['{货}实物有多大呀', '这款{货}偏大还是偏小', '{货}尺寸标准吗，第一次买'],
    nudges: waiting,
    after: ['那我拍小一号可以吗', '买错了能换吧'],
    agent: ['亲，这款是标准尺寸，按平时用的拍就可以哦', '拿不准的话建议您参考详情页的尺寸图'],
    thanks: bye,
  },
  {
    id: 'bargain',
    opening: ['能便宜点吗', '老板最低多少', '买两个有优惠不', '{货}少10块我马上拍'],
    nudges: ['行不行给个话', ...waiting],
    after: ['那包邮总可以吧', '送个小礼物也行啊', '别家都便宜，我再看看'],
    agent: ['亲，这款已经是活动价了呢，质量您放心', '您喜欢的话给您申请一个小礼品随单发出'],
    thanks: ['行吧那我拍了', '好吧，谢谢', '那算了谢谢'],
  },
  {
    id: 'courier',
    opening: ['可以发顺丰吗', '你们发什么快递', '我这边只有邮政能到，能发邮政吗'],
    nudges: waiting,
    after: ['地址：{地址}', '{地址}，这里能到吗'],
    agent: ['亲，默认按您的地址安排能到的快递，麻烦把地址发我看一下', '帮您看过了，可以送到的哦'],
    thanks: bye,
  },
  {
    id: 'stock',
    opening: ['{货}黑色还有吗', '怎么显示没货了', '想要的颜色什么时候补'],
    nudges: waiting,
    after: ['那还有什么颜色', '先给我留一个行吗'],
    agent: ['亲，黑色正在补货，其他颜色目前都有现货，也很好搭哦', '给您登记上了，到货第一时间通知您'],
    thanks: bye,
  },
  {
    id: 'quality',
    opening: ['收到货了，{货}有个地方开线了', '{货}上有污渍，你们怎么质检的', '用了两天就坏了'],
    nudges: ['怎么处理', '说话呀', ...waiting],
    after: ['图片发你了', '不想退，能补偿一点吗'],
    agent: ['亲，非常抱歉给您带来不好的体验，麻烦拍张图片给我们看看', '给您申请了补偿，请您留意'],
    thanks: ['行', '好吧', '那就这样吧谢谢'],
    picture: true,
  },
  {
    id: 'urge',
    opening: ['物流三天没动了', '怎么一直停在转运中心', '显示签收了但我没收到'],
    nudges: ['帮忙催一下啊', ...waiting],
    after: ['什么时候能有消息', '联系快递了吗'],
    agent: ['亲，已经帮您联系快递核实，今天18点前给您回复', '查到了，明天会给您派送，抱歉久等了'],
    thanks: bye,
  },
  {
    id: 'missing',
    opening: ['少发了一件', '我买的两个怎么只收到一个', '颜色发错了'],
    nudges: waiting,
    after: ['面单照片给你', '补发要多久'],
    agent: ['亲，非常抱歉，麻烦您拍一下面单和收到的全部商品', '已经登记补发，单号出来马上发您'],
    thanks: bye,
    picture: true,
  },
  {
    id: 'gift',
    opening: ['可以帮忙写张贺卡吗', '送人的，能不放小票吗', '有礼盒吗'],
    nudges: waiting,
    after: ['卡片写：生日快乐，天天开心', '那麻烦包好看一点'],
    agent: ['亲，可以的，已经给您备注好了', '好的呢，仓库会按备注处理'],
    thanks: bye,
  },
  {
    id: 'invoice',
    opening: ['能开发票吗', '发票抬头可以改吗'],
    nudges: waiting,
    after: ['电子的就行', '抬头写个人'],
    agent: ['亲，可以的，确认收货后在订单页申请就可以', '已经帮您登记了'],
    thanks: bye,
  },
];

export const robotLines: readonly string[] = [
  '亲，您好，欢迎光临，请问有什么可以帮您？（自动回复）',
  '您好，发货时间、尺码、物流问题可以直接点下方按钮查看哦',
];

export const farewell = '不客气，感谢您的支持，有问题随时找我们，祝您生活愉快~';
