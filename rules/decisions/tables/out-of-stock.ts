import type { DecisionTable } from '../decision-table.ts';
import { outcome, question, text } from './rows.ts';

/** A13: what was asked for is not there. Never a bare no: what there is, as a choice of two. */
export const outOfStockTable: DecisionTable = {
  id: 'out-of-stock',
  name: text('缺货', 'Out of stock'),
  starts: [],
  words: ['没货', '缺货', '断货', '还有货', '有货吗', '补货'],
  first: 'paid',
  asks: ['可选一', '可选二', '相似款', '到货时间'],
  questions: [
    question(
      'paid',
      '买家付款了吗？',
      'Has the buyer paid?',
      [
        ['no', '还没付款', 'Not yet', 'other-colours', { is: ['no'] }],
        ['yes', '已经付款', 'Yes', 'paid-colours', { is: ['yes'] }],
      ],
      { from: 'paid' },
    ),
    question('other-colours', '这个款还有别的颜色或尺码吗？', 'Are there other colours or sizes?', [
      ['yes', '有', 'Yes', 'choose'],
      ['no', '都没有了', 'None', 'similar'],
    ]),
    question('similar', '有相似的款，或者会再到货吗？', 'Is there a similar one, or a new delivery?', [
      ['similar', '有相似款', 'A similar one', 'offer-similar'],
      ['restock', '会再到货', 'A new delivery', 'restock'],
      ['none', '都没有', 'Neither', 'look-around'],
    ]),
    question('paid-colours', '买家愿意换颜色、尺码吗？', 'Would the buyer take another colour or size?', [
      ['not-asked', '还没问', 'Not asked yet', 'ask-change'],
      ['change', '愿意换', 'Yes', 'change'],
      ['wait', '愿意等到货', 'They wait', 'wait'],
      ['no', '不换也不等', 'No', 'refund'],
    ]),
  ],
  outcomes: [
    outcome('choose', '给买家两个可选的，让买家二选一', 'Offer the two there are as a choice', {
      buyer: '亲，您看的这个颜色卖得太快啦，现在{可选一}和{可选二}是现货，都很好搭，您更喜欢哪一个呢？',
    }),
    outcome('offer-similar', '推荐相似款，搭配一起看', 'Offer the similar one', {
      buyer:
        '亲，这款刚刚卖完，同风格的{相似款}现在有现货，大小和用途差不多，您看是要这款，还是我再给您挑两款看看呢？',
    }),
    outcome('restock', '告诉到货时间，二选一', 'Tell when it comes, as a choice', {
      buyer: '亲，这款预计{到货时间}到货，您是先拍下给您留着，还是我到货时告诉您呢？',
      register: { kind: 'customer-problem', dueHours: 24 },
    }),
    outcome('look-around', '请买家看看别的款', 'Ask the buyer to look at others', {
      buyer: '亲，这款太受欢迎暂时断货了，您平时喜欢大一点还是小一点的款呢？我给您挑几款合适的看看~',
    }),
    outcome('ask-change', '致歉，问换颜色还是等到货', 'Apologise; ask whether to change or wait', {
      buyer:
        '亲，实在抱歉，您拍的这款仓库核对时发现库存不够了。您看是给您换成{可选一}马上发出，还是等{到货时间}到货再发呢？',
      memo: '缺货，等买家选换款或等货',
      register: { kind: 'wrong-stock', dueHours: 24 },
    }),
    outcome('change', '写备注、通知仓库换款', 'Write the memo and tell the warehouse', {
      buyer: '亲，好的，给您换成{可选一}，备注好了，尽量早点给您发出，谢谢您的理解~',
      warehouse:
        '【换款】订单 {订单号}，{商品名} {规格} 缺货，金额 {金额} 元：买家同意换成 {可选一}，请按这个发。',
      memo: '缺货，买家同意换 {可选一}',
      register: { kind: 'wrong-stock', dueHours: 24 },
    }),
    outcome('wait', '写备注，到货先发', 'Write the memo; it ships first', {
      buyer: '亲，谢谢您愿意等，到货先给您发，预计{到货时间}，有变化我提前告诉您哦~',
      warehouse:
        '【等货】订单 {订单号}，{商品名} {规格}，金额 {金额} 元：买家愿意等，预计 {到货时间} 到货，到了先发这单。',
      memo: '缺货，买家等货到 {到货时间}',
      register: { kind: 'wrong-stock', dueHours: 72 },
    }),
    outcome('refund', '致歉退款，报给主管', 'Apologise, refund, tell the manager', {
      buyer: '亲，真的抱歉让您白等了，您申请一下退款，我马上给您处理，下次有货了给您留一个优惠，欢迎您再来~',
      memo: '缺货，买家不换不等，退款',
      register: { kind: 'wrong-stock', dueHours: 24 },
      escalate: 'manager',
    }),
  ],
};
