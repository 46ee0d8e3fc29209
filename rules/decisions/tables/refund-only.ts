import type { DecisionTable } from '../decision-table.ts';
import { outcome, question, text } from './rows.ts';

/** B7: the buyer wants the money back without sending anything. The memo is read first, then the tracking. */
export const refundOnlyTable: DecisionTable = {
  id: 'refund-only',
  name: text('仅退款', 'Refund only'),
  starts: ['refund-only', 'refunding'],
  words: ['仅退款', '不想要了', '不要了', '取消订单', '退款'],
  first: 'memo',
  asks: [],
  questions: [
    question(
      'memo',
      '备注里有没有谈好的处理？',
      'Does the memo say what was agreed?',
      [
        ['none', '没有', 'No', 'shipped'],
        ['agreed', '有', 'Yes', 'as-agreed'],
      ],
      {
        hint: text(
          '先看备注，再看物流；补发、部分退款、已拦截都算',
          'Memo first, then tracking: a reship, a part refund, a parcel already held back',
        ),
      },
    ),
    question(
      'shipped',
      '发货了吗？',
      'Was it shipped?',
      [
        ['no', '没发货', 'Not yet', 'pulled', { is: ['no'] }],
        ['yes', '已发货', 'Yes', 'where', { is: ['yes'] }],
      ],
      { from: 'shipped' },
    ),
    question('pulled', '仓库拦下来了吗？', 'Did the warehouse pull the parcel?', [
      ['not-asked', '还没问仓库', 'Not asked yet', 'pull'],
      ['pulled', '拦下了', 'Pulled', 'refund'],
      ['handed', '没拦住，已交给快递', 'Too late, the courier has it', 'refuse'],
    ]),
    question(
      'where',
      '包裹现在到哪了？',
      'Where is the parcel now?',
      [
        ['not-picked', '只有单号，没揽收', 'Numbered, not picked up', 'pulled', { is: ['none', 'printed'] }],
        [
          'way',
          '已交给快递，在路上',
          'With the courier, on its way',
          'refuse',
          { is: ['picked-up', 'moving', 'delivering', 'at-station'] },
        ],
        ['delivered', '已签收', 'Delivered', 'return-it', { is: ['delivered'] }],
        ['back', '已经在退回', 'Going back already', 'comes-back', { is: ['returned'] }],
        ['unknown', '看不到物流', 'No tracking to be seen', 'return-it'],
      ],
      { from: 'tracking' },
    ),
  ],
  outcomes: [
    outcome('as-agreed', '按备注里谈好的办', 'Do what the memo says', {
      steps: [
        ['备注：{备注}', 'Memo: {备注}'],
        ['和谈好的不一样，先问写备注的同事', 'If it differs, ask the colleague who wrote it'],
      ],
    }),
    outcome('pull', '请仓库把包裹拦下来，拦到再退款', 'Have the warehouse pull the parcel, then refund', {
      steps: [
        ['把下面的文字发给仓库', 'Send the text below to the warehouse'],
        [
          '仓库答复后回到这里继续，没答复前不要同意退款',
          'Come back with the answer; agree to nothing before',
        ],
      ],
      buyer: '亲，您的申请看到了，这边先请仓库把包裹拉下来，确认拦到以后就给您退款，请您稍等哦~',
      warehouse:
        '【拦件】订单 {订单号}，{商品名} {规格}，金额 {金额} 元：买家申请退款，请把包裹拉下来不要发，拦到或没拦住都回我一声。',
      memo: '买家申请仅退款，未发货，已请仓库拦件',
      register: { kind: 'refund', dueHours: 24 },
    }),
    outcome('refund', '包裹已拦下，同意退款', 'The parcel was pulled: agree to the refund', {
      buyer: '亲，包裹已经给您拦下来了，退款这就给您处理，到账以平台显示为准，欢迎您下次再来哦~',
      memo: '包裹已拦下，同意退款',
      register: { kind: 'refund', dueHours: 24 },
    }),
    outcome('refuse', '包裹已交给快递，请买家拒收', 'The courier has it: the buyer refuses the parcel', {
      steps: [['拒收退回、仓库收到以后再退款', 'Refund when the refused parcel is back']],
      buyer: '亲，包裹已经交给快递了，派送时您直接拒收就可以，退回仓库后我们给您办理退款，您看可以吗？',
      courier: '您好，{单号} 的收件人不要了，麻烦联系拦截退回，拦不下的请按拒收退回，谢谢。',
      memo: '仅退款，包裹已交快递，请买家拒收，退回后退款',
      register: { kind: 'refund', dueHours: 72 },
    }),
    outcome('return-it', '已发货，请买家收到后退货退款', 'Shipped: the buyer returns it for a refund', {
      steps: [['请买家改成退货退款', 'Ask the buyer to change it to a return']],
      buyer:
        '亲，您的包裹已经发出了，暂时办不了仅退款哦。麻烦您改成退货退款，把商品退回来，我们收到就给您退款，还没收到的话派送时直接拒收也可以~',
      memo: '仅退款，已发货，请买家退货退款',
      register: { kind: 'refund', dueHours: 72 },
    }),
    outcome(
      'comes-back',
      '包裹在退回，仓库收到再退款',
      'It is going back: refund when the warehouse has it',
      {
        buyer: '亲，看到您的包裹正在退回，仓库收到以后就给您退款，请您稍等几天哦~',
        warehouse:
          '【退件】订单 {订单号}，{快递} {单号}，金额 {金额} 元：买家已申请退款，包裹在退回，收到请告诉我。',
        memo: '仅退款，包裹退回中，收到后退款',
        register: { kind: 'refund', dueHours: 72 },
      },
    ),
  ],
};
