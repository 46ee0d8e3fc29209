import type { DecisionTable } from '../decision-table.ts';
import { outcome, question, text } from './rows.ts';

/** B1, B3: the courier that was wished for does not reach the address, or only for a fee. */
export const outOfZoneTable: DecisionTable = {
  id: 'out-of-zone',
  name: text('超区和加邮费', 'Out of zone, extra postage'),
  starts: ['out-of-zone', 'surcharge', 'zone-unknown'],
  words: ['超区', '能发', '到得了', '送得到', '发邮政', '发顺丰', '偏远'],
  first: 'zone',
  asks: ['可发快递', '邮费'],
  questions: [
    question(
      'zone',
      '快递表怎么说这个地址？',
      'What does the courier table say of the address?',
      [
        ['out', '超区，送不到', 'Out of zone', 'other-courier', { is: ['out'] }],
        ['surcharge', '能到，要加邮费', 'Reached for a fee', 'flash', { is: ['surcharge'] }],
        ['unknown', '表里没有写', 'Nothing', 'check', { is: ['unknown'] }],
      ],
      { from: 'zone' },
    ),
    question('other-courier', '有别的快递能到吗？', 'Does another courier reach it?', [
      ['free', '有，不加钱', 'Yes, without a fee', 'change-courier'],
      ['fee', '有，要加邮费', 'Yes, for a fee', 'flash'],
      ['none', '都到不了', 'None does', 'cannot-ship'],
    ]),
    question(
      'flash',
      '是秒杀款吗？',
      'Is it a flash-sale item?',
      [
        ['no', '普通款', 'No', 'buyer-pays', { is: ['no'] }],
        ['yes', '秒杀款', 'Yes', 'amount', { is: ['yes'] }],
      ],
      { from: 'flashSale', hint: text('秒杀款不能选快递', 'Flash-sale items have no courier choice') },
    ),
    question(
      'amount',
      '订单金额是多少？',
      'What is the order total?',
      [
        ['low', '不满 50 元', 'Under ¥50', 'buyer-pays', { under: 5_000 }],
        ['high', '50 元及以上', '¥50 or more', 'ask-manager', { from: 5_000 }],
      ],
      { from: 'amount' },
    ),
  ],
  outcomes: [
    outcome('check', '快递表没有写，先问快递到不到', 'The table does not say: ask the courier first', {
      steps: [['问到以后补进快递表', 'Add the answer to the courier table']],
      buyer: '亲，您的地址我先帮您问一下快递能不能送到，问到马上告诉您，麻烦您稍等哦~',
      courier: '您好，请问这个地址能派送吗，要不要加钱：{收货地址}',
      memo: '地址能否送到待核实',
    }),
    outcome(
      'change-courier',
      '换能到的快递，告诉买家',
      'Change to the courier that reaches it; tell the buyer',
      {
        buyer: '亲，帮您查了，您的地址这家快递送不到，给您换成{可发快递}，一样送过去，您看可以吗？',
        warehouse: '【换快递】订单 {订单号}，金额 {金额} 元：原快递超区，请改发 {可发快递}。',
        memo: '原快递超区，改发 {可发快递}',
      },
    ),
    outcome('buyer-pays', '请买家补邮费，补好再发', 'The buyer adds the postage; ship when it is paid', {
      buyer: '亲，您的地址比较远，快递要加 {邮费} 元邮费，麻烦您补一下，补好这边就给您安排发出，您看可以吗？',
      memo: '需补邮费 {邮费} 元，等买家补',
      register: { kind: 'customer-problem', dueHours: 24 },
    }),
    outcome('ask-manager', '问主管能不能免邮费', 'Ask the manager whether the postage can be free', {
      buyer: '亲，您的地址需要加邮费，我帮您问一下主管能不能给您免掉，马上回复您，稍等哦~',
      memo: '偏远加邮费 {邮费} 元，已问主管能否免',
      register: { kind: 'customer-problem', dueHours: 4 },
      escalate: 'manager',
    }),
    outcome('cannot-ship', '请买家换地址，换不了就退款', 'Ask for another address, else refund', {
      buyer:
        '亲，实在抱歉，您的地址我们合作的快递都还送不到。您看有没有别的地址可以收，有的话发我给您改，不方便的话给您退款，您看哪样合适？',
      memo: '地址超区，等买家换地址或退款',
      register: { kind: 'customer-problem', dueHours: 24 },
    }),
  ],
};
