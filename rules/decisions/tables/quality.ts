import type { DecisionTable } from '../decision-table.ts';
import { outcome, question, text } from './rows.ts';

/** B13: the goods are not as they should be. What may be offered comes from the shop's compensation table. */
export const qualityTable: DecisionTable = {
  id: 'quality',
  name: text('质量问题', 'Quality complaint'),
  starts: ['received', 'refunding'],
  words: ['质量', '坏了', '破了', '开线', '掉色', '瑕疵', '划痕', '脱线', '有味道', '断了'],
  first: 'picture',
  asks: ['补偿金额', '什么问题'],
  questions: [
    question('picture', '买家发图片了吗？', 'Did the buyer send a picture?', [
      ['no', '还没有', 'Not yet', 'ask-picture'],
      ['yes', '发了', 'Yes', 'usable'],
    ]),
    question('usable', '还能用吗？', 'Can it be used?', [
      ['yes', '能用', 'Yes', 'flash'],
      ['no', '不能用', 'No', 'refund'],
    ]),
    question(
      'flash',
      '是秒杀款吗？',
      'Is it a flash-sale item?',
      [
        ['no', '普通款', 'No', 'content', { is: ['no'] }],
        ['yes', '秒杀款', 'Yes', 'amount', { is: ['yes'] }],
      ],
      { from: 'flashSale' },
    ),
    question(
      'amount',
      '订单金额是多少？',
      'What is the order total?',
      [
        ['low', '不满 18.90 元', 'Under ¥18.90', 'content', { under: 1_890 }],
        ['high', '18.90 元及以上', '¥18.90 or more', 'content', { from: 1_890 }],
      ],
      { from: 'amount' },
    ),
    question('content', '买家接受补偿吗？', 'Is the buyer content with a compensation?', [
      ['not-asked', '还没提', 'Not offered yet', 'offer'],
      ['yes', '接受', 'Yes', 'agreed'],
      ['no', '不接受', 'No', 'manager'],
    ]),
  ],
  outcomes: [
    outcome('ask-picture', '致歉，请买家发图片', 'Apologise and ask for a picture', {
      buyer:
        '亲，实在抱歉给您添麻烦了。麻烦您拍一张问题处的照片发我，我核实后马上给您一个满意的处理方案，好吗？',
    }),
    outcome('offer', '在本店范围内提补偿：{补偿范围} 元', 'Offer a compensation of ¥{补偿范围}', {
      steps: [
        ['从低往高谈，不超过这个范围', 'Begin low and stay inside the band'],
        ['买家答复后回到这里继续', 'Come back with the buyer’s answer'],
      ],
      buyer:
        '亲，照片看到了，确实是我们没有检查好，实在抱歉。这边给您补偿 {补偿金额} 元，您先留着用，您看可以吗？',
      memo: '质量问题（{什么问题}），补偿 {补偿金额} 元，等买家答复',
      register: { kind: 'quality', dueHours: 24 },
    }),
    outcome('agreed', '给买家补偿，写备注并登记', 'Pay the compensation, write the memo, register', {
      steps: [['本店范围：{补偿范围} 元', 'The shop’s band: ¥{补偿范围}']],
      buyer: '亲，谢谢您的体谅，补偿 {补偿金额} 元马上给您处理，以后我们会检查得更仔细的，有问题随时找我哦~',
      memo: '质量问题（{什么问题}），买家接受补偿 {补偿金额} 元',
      register: { kind: 'quality', dueHours: 24 },
    }),
    outcome('refund', '不能用，走退款', 'It cannot be used: refund', {
      buyer: '亲，实在抱歉，让您收到不能用的商品了。您这边申请一下退款，我马上帮您处理，您看可以吗？',
      memo: '质量问题（{什么问题}），不能用，退款',
      register: { kind: 'quality', dueHours: 24 },
    }),
    outcome('manager', '买家不接受，转主管', 'Not content: hand it to the manager', {
      buyer: '亲，您的情况我已经记下来了，马上请主管来跟进，麻烦您稍等一下，好吗？',
      memo: '质量问题（{什么问题}），不接受补偿，已转主管',
      register: { kind: 'quality', dueHours: 24 },
      escalate: 'manager',
    }),
  ],
};
