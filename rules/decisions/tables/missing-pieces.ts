import type { DecisionTable } from '../decision-table.ts';
import { outcome, question, text } from './rows.ts';

/** B14: something is missing from the parcel, or the wrong thing is in it. */
export const missingPiecesTable: DecisionTable = {
  id: 'missing-pieces',
  name: text('少件错发', 'Missing or wrong pieces'),
  starts: ['received'],
  words: ['少发', '少了', '漏发', '少件', '发错', '错发', '不是我拍的'],
  first: 'pictures',
  asks: ['少发还是错发', '少了什么'],
  questions: [
    question(
      'pictures',
      '三张照片齐了吗？',
      'Are the three pictures there?',
      [
        ['no', '没有齐', 'No', 'ask-pictures'],
        ['yes', '齐了', 'Yes', 'true'],
      ],
      { hint: text('面单、全部商品、箱号', 'Waybill, all goods, box number') },
    ),
    question('true', '仓库核对过了吗？', 'Has the warehouse checked?', [
      ['not-asked', '还没查', 'Not yet', 'ask-warehouse'],
      ['ours', '是我们发错、少发', 'Our mistake', 'stock'],
      ['not-ours', '仓库称重、监控都没问题', 'Weight and video are in order', 'not-ours'],
    ]),
    question('stock', '还有货吗？', 'Is it in stock?', [
      ['yes', '有货', 'Yes', 'wish'],
      ['no', '没货', 'No', 'refund'],
    ]),
    question('wish', '买家要补发还是退款？', 'Does the buyer want a reship or a refund?', [
      ['not-asked', '还没问', 'Not asked yet', 'ask-wish'],
      ['reship', '补发', 'Reship', 'reship'],
      ['refund', '退款', 'Refund', 'refund'],
    ]),
  ],
  outcomes: [
    outcome('ask-pictures', '致歉，请买家发三张照片', 'Apologise and ask for three pictures', {
      buyer:
        '亲，实在抱歉给您添麻烦了。麻烦您拍三张照片发我：快递面单、收到的全部商品、箱子上的编号，我马上请仓库核对，好吗？',
    }),
    outcome('ask-warehouse', '请仓库核对，先查库存', 'Have the warehouse check, the stock first', {
      buyer: '亲，照片收到了，我已经请仓库核对，今天给您答复，麻烦您稍等哦~',
      warehouse:
        '【{少发还是错发|少发|错发}】订单 {订单号}，{快递} {单号}，金额 {金额} 元：买家说{少了什么}，请核对称重和监控，并看还有没有货。',
      memo: '买家反映{少发还是错发|少发|错发}：{少了什么}，已请仓库核对',
      register: { kind: 'customer-problem', dueHours: 24 },
    }),
    outcome('not-ours', '仓库没有差错，转主管决定', 'The warehouse made no mistake: the manager decides', {
      buyer: '亲，仓库这边核对了称重和打包记录，我把情况报给主管看怎么给您处理，今天给您答复，麻烦您稍等哦~',
      memo: '买家反映{少发还是错发|少发|错发}：{少了什么}，仓库核对无误，已转主管',
      register: { kind: 'customer-problem', dueHours: 24 },
      escalate: 'manager',
    }),
    outcome('ask-wish', '问买家要补发还是退款', 'Ask the buyer: reship or refund', {
      buyer: '亲，核对好了，是我们这边出的错，真的抱歉。您看是给您补发过去，还是把这部分的钱退给您呢？',
    }),
    outcome('reship', '请仓库补发，登记', 'Have it reshipped and register it', {
      steps: [
        ['补发后把新单号告诉买家', 'Tell the buyer the new number'],
        ['发错的请买家退回，运费我们出', 'What was wrong comes back at our cost'],
      ],
      buyer: '亲，已经请仓库给您补发了，单号出来马上告诉您，给您添麻烦了，谢谢您的理解~',
      warehouse:
        '【补发】订单 {订单号}，金额 {金额} 元，{少发还是错发|少发|错发}：请补发 {少了什么}，新单号回给我。',
      memo: '{少发还是错发|少发|错发}：{少了什么}，补发',
      register: { kind: 'reship', dueHours: 48 },
    }),
    outcome('refund', '退这部分的钱，登记', 'Refund that part and register it', {
      buyer: '亲，实在抱歉，这边把这部分的钱退给您，您申请一下退款就可以，我看到马上处理~',
      memo: '{少发还是错发|少发|错发}：{少了什么}，退款',
      register: { kind: 'refund', dueHours: 24 },
    }),
  ],
};
