import type { DecisionTable } from '../decision-table.ts';
import { outcome, question, text } from './rows.ts';

/** B8: goods that come back. */
export const returnsTable: DecisionTable = {
  id: 'returns',
  name: text('退货', 'Return'),
  starts: ['returning'],
  words: ['退货', '退回', '运费险', '寄回'],
  first: 'reason',
  asks: ['退货单号', '退货原因', '垫付运费', '验货情况'],
  questions: [
    question(
      'reason',
      '买家选的退货原因是什么？',
      'Which reason did the buyer choose?',
      [
        ['accepted', '可以直接退的原因', 'An accepted one', 'number', { is: ['accepted'] }],
        ['other', '其他原因（质量、少件等）', 'Another one', 'other-reason', { is: ['other'] }],
      ],
      {
        from: 'returnReason',
        hint: text('可以直接退的原因由店铺设置', 'The shop sets which reasons are accepted'),
      },
    ),
    question('other-reason', '商品真的有问题吗？', 'Is something really wrong with the goods?', [
      ['no', '没有问题', 'No', 'change-reason'],
      ['yes', '确实有问题', 'Yes', 'number'],
    ]),
    question(
      'number',
      '有退货单号吗？',
      'Is there a return number?',
      [
        ['no', '没有填', 'No', 'ask-number', { is: ['no'] }],
        ['yes', '有', 'Yes', 'arrived', { is: ['yes'] }],
      ],
      { from: 'returnNumber' },
    ),
    question('arrived', '包裹到仓库了吗？', 'Has it arrived at the warehouse?', [
      ['no', '还没到', 'Not yet', 'wait'],
      ['yes', '到了', 'Yes', 'goods'],
    ]),
    question('goods', '验货怎么样？', 'What do the goods look like?', [
      ['fine', '完好，件数对', 'Fine and complete', 'accept'],
      ['differs', '少件或不是我们的', 'Pieces missing, or not ours', 'differs'],
      ['worn', '用过、弄脏或损坏', 'Used, stained or damaged', 'worn'],
    ]),
  ],
  outcomes: [
    outcome('change-reason', '请买家把退货原因改过来', 'Ask the buyer to change the reason', {
      steps: [['可以直接退的原因：{可退原因}', 'Accepted reasons: {可退原因}']],
      buyer:
        '亲，看到您选的退货原因和实际情况不太一样，如果商品是完好的，麻烦您把原因改成“{可退原因}”，这样审核会快一些，辛苦您啦~',
      memo: '退货原因不符，已请买家改成 {可退原因}',
      register: { kind: 'return', dueHours: 24 },
    }),
    outcome('ask-number', '请买家填退货单号', 'Ask the buyer for the return number', {
      steps: [['没有单号，运费险可能赔不了', 'Without it the freight insurance may not pay']],
      buyer: '亲，麻烦您把退货的快递和单号填到订单里哦，这样运费险能正常理赔，我们收到货也能早点给您退款~',
      memo: '退货无单号，已请买家填写',
      register: { kind: 'return', dueHours: 48 },
    }),
    outcome('wait', '记下退货单号，等包裹到', 'Write the number down and wait for the parcel', {
      buyer: '亲，退货单号收到了，包裹到仓库验好以后就给您退款，请您留意哦~',
      memo: '退货 {退货单号}，原因 {退货原因}，垫付运费{垫付运费|否|是}，等包裹到',
      register: { kind: 'return', dueHours: 72 },
    }),
    outcome('accept', '写编码、登记，同意退款', 'Write the code on the bag, register, refund', {
      steps: [
        ['核对退货单号是这单的', 'Check that the number belongs to this order'],
        ['袋子上写编码：{袋上编码}', 'Write the code on the bag: {袋上编码}'],
        ['同意退款', 'Agree to the refund'],
      ],
      buyer: '亲，您退回的包裹收到啦，商品完好，退款这就给您处理，到账以平台显示为准，谢谢您~',
      warehouse:
        '【退货入库】订单 {订单号}，退货单号 {退货单号}，{货号} {规格}，金额 {金额} 元：验货完好，袋子写好编码后入库。',
      memo: '退货 {退货单号} 已验收，原因 {退货原因}，垫付运费{垫付运费|否|是}，同意退款',
      register: { kind: 'return', dueHours: 24 },
    }),
    outcome('differs', '拍照留证，问买家', 'Take pictures as proof and ask the buyer', {
      steps: [['拍下面单、袋子和里面的东西', 'Photograph the waybill, the bag and what is in it']],
      buyer:
        '亲，您退回的包裹我们收到了，打开看和订单里的商品不太一样（{验货情况}），麻烦您看看是不是寄错了，照片我发您哦~',
      memo: '退货 {退货单号} 与订单不符：{验货情况}，已联系买家',
      register: { kind: 'return', dueHours: 24 },
    }),
    outcome('worn', '拍照留证，转主管决定', 'Take pictures as proof; the manager decides', {
      buyer:
        '亲，您退回的商品收到了，检查时发现{验货情况}，我先和主管核实一下怎么处理，今天给您答复，麻烦您稍等哦~',
      memo: '退货 {退货单号} 影响二次销售：{验货情况}，已转主管',
      register: { kind: 'return', dueHours: 24 },
      escalate: 'manager',
    }),
  ],
};
