import type { DecisionTable } from '../decision-table.ts';
import { outcome, question, text } from './rows.ts';

/** B6: a parcel that is not where it should be. */
export const courierTable: DecisionTable = {
  id: 'courier',
  name: text('快递问题', 'Courier problem'),
  starts: ['delivered-dispute', 'stuck', 'pickup-late'],
  words: [
    '没收到',
    '没有收到',
    '物流',
    '没动',
    '不动了',
    '没更新',
    '快递',
    '到哪了',
    '丢件',
    '签收',
    '催一下',
  ],
  first: 'tracking',
  asks: ['快递答复', '补发单号'],
  questions: [
    question(
      'tracking',
      '物流最新一条是什么？',
      'What does the newest tracking line say?',
      [
        ['none', '什么都查不到', 'Nothing at all', 'no-information', { is: ['none'] }],
        ['printed', '只打了单，没揽收', 'Label made, not picked up', 'not-scanned', { is: ['printed'] }],
        ['picked-up', '已揽收', 'Picked up', 'picked-idle', { is: ['picked-up'] }],
        ['moving', '在路上', 'On the way', 'moving-idle', { is: ['moving', 'delivering'] }],
        ['station', '到驿站或快递柜', 'At a station or locker', 'at-station', { is: ['at-station'] }],
        ['delivered', '显示已签收', 'Shown as delivered', 'received', { is: ['delivered'] }],
        ['returned', '正在退回', 'Going back', 'going-back', { is: ['returned'] }],
      ],
      { from: 'tracking' },
    ),
    question(
      'picked-idle',
      '揽收后多久没有更新？',
      'How long since the pickup without an update?',
      [
        ['fresh', '不到 1 天', 'Less than a day', 'on-its-way', { under: 1 }],
        ['some', '1 到 3 天', '1 to 3 days', 'no-movement', { from: 1, under: 3 }],
        ['long', '3 天以上', '3 days or more', 'courier-says', { from: 3 }],
      ],
      { from: 'idleDays' },
    ),
    question(
      'moving-idle',
      '多久没有更新？',
      'How long without an update?',
      [
        ['fresh', '不到 1 天', 'Less than a day', 'on-its-way', { under: 1 }],
        ['slow', '1 到 3 天', '1 to 3 days', 'slow', { from: 1, under: 3 }],
        ['stuck', '3 天以上', '3 days or more', 'courier-says', { from: 3 }],
      ],
      { from: 'idleDays' },
    ),
    question('courier-says', '快递怎么答复？', 'What did the courier say?', [
      ['not-asked', '还没问', 'Not asked yet', 'stuck'],
      ['found', '找到了，会继续送', 'Found, it goes on', 'found'],
      ['lost', '确认丢件', 'Lost', 'lost-wish'],
    ]),
    question('received', '买家收到了吗？', 'Does the buyer have it?', [
      ['no', '没收到', 'No', 'dispute-asked'],
      ['yes', '收到了', 'Yes', 'arrived'],
    ]),
    question('dispute-asked', '快递怎么答复？', 'What did the courier say?', [
      ['not-asked', '还没问', 'Not asked yet', 'delivered-dispute'],
      ['placed', '放在别处或别人代收', 'Left elsewhere or with someone', 'placed'],
      ['lost', '确认丢件', 'Lost', 'lost-wish'],
    ]),
    question('lost-wish', '买家要补发还是退款？', 'Does the buyer want a reship or a refund?', [
      ['not-asked', '还没问买家', 'Not asked yet', 'lost-ask'],
      ['reship', '补发', 'Reship', 'lost-reship'],
      ['refund', '退款', 'Refund', 'lost-refund'],
    ]),
  ],
  outcomes: [
    outcome('no-information', '问仓库这单有没有出库', 'Ask the warehouse whether the parcel has left', {
      steps: [
        ['把下面的文字发给仓库', 'Send the text below to the warehouse'],
        ['先安抚买家，有结果再回复', 'Calm the buyer; answer when the warehouse has'],
      ],
      buyer: '亲，实在抱歉让您久等了，您的包裹暂时还查不到物流，我已经请仓库核实，有结果马上告诉您，好吗？',
      warehouse:
        '【查物流】订单 {订单号}，{快递} {单号}，金额 {金额} 元：查不到任何物流，请核实有没有出库、单号对不对。',
      memo: '查不到物流，已请仓库核实',
      register: { kind: 'courier', dueHours: 24 },
    }),
    outcome(
      'not-scanned',
      '问仓库有没有扫描出库、交给快递',
      'Ask the warehouse whether it was scanned out and handed over',
      {
        steps: [
          ['把下面的文字发给仓库', 'Send the text below to the warehouse'],
          ['还在仓库的，请仓库今天交出去', 'If it is still there, have it handed over today'],
        ],
        buyer: '亲，您的包裹已经打包好在等快递揽收，我已经请仓库跟进了，尽量早点给您发走，麻烦您再等等哦~',
        warehouse:
          '【未揽收】订单 {订单号}，{快递} {单号}，金额 {金额} 元：还没有揽收记录，请看有没有扫描出库、交给快递。',
        memo: '未揽收，已请仓库核实出库',
        register: { kind: 'courier', dueHours: 24 },
      },
    ),
    outcome(
      'no-movement',
      '揽收后没有动，先问仓库是否真的交出',
      'Picked up but not moving: ask the warehouse whether it really left',
      {
        steps: [
          ['请仓库核对交接扫描', 'Have the warehouse check the hand-over scan'],
          ['仓库确认交出的，再问快递', 'If it left, ask the courier next'],
        ],
        buyer:
          '亲，您的包裹已经揽收，中转有点慢，我正在请仓库和快递核实，有更新第一时间告诉您，辛苦您等等哦~',
        warehouse:
          '【揽收后不动】订单 {订单号}，{快递} {单号}，金额 {金额} 元：揽收后没有下一条物流，请核对交接时有没有扫描、包裹是不是真的交出去了。',
        courier: '您好，{单号} 揽收后一直没有更新，麻烦查一下现在在哪里，尽快安排中转，谢谢。',
        memo: '揽收后不动，已问仓库',
        register: { kind: 'courier', dueHours: 24 },
      },
    ),
    outcome('on-its-way', '物流正常，告诉买家进度', 'It moves: tell the buyer where it is', {
      buyer: '亲，帮您查了，您的包裹 {快递} {单号} 还在路上，物流有正常更新，到了会有派件电话，请您留意哦~',
    }),
    outcome('slow', '催快递，并告诉买家', 'Press the courier and tell the buyer', {
      steps: [['把下面的文字发给快递', 'Send the text below to the courier']],
      buyer:
        '亲，您的包裹路上走得有点慢，我已经联系快递帮您催了，有更新马上告诉您，耽误您时间了，实在抱歉哦~',
      courier: '您好，{单号} 在路上走得慢，买家在催，麻烦帮忙加快派送，谢谢。',
      memo: '物流慢，已催快递',
    }),
    outcome(
      'stuck',
      '联系快递查件，告知买家并致歉',
      'Have the courier trace it; tell the buyer and apologise',
      {
        steps: [
          ['把下面的文字发给快递，请对方给出答复时间', 'Send the text to the courier and ask for a time'],
          ['主动告诉买家并致歉，说好什么时候回复', 'Tell the buyer, apologise, and say when you will answer'],
          ['到时间回到这里，选快递的答复', 'Come back then and choose what the courier said'],
        ],
        buyer:
          '亲，实在抱歉，您的包裹在路上停了几天，我已经请快递查件了，明天这个时候之前给您答复，给您添麻烦了，请您多多包涵。',
        courier:
          '您好，{单号} 已经 {停滞天数|3|4|5} 天没有更新，请查件并告诉我现在在哪里、什么时候能派送，谢谢。',
        memo: '物流停滞，已请快递查件，已告知买家',
        register: { kind: 'courier', dueHours: 24 },
      },
    ),
    outcome('found', '告诉买家快递的答复，继续盯着', 'Tell the buyer what the courier said; keep watching', {
      buyer:
        '亲，快递那边查到您的包裹了，会继续给您派送，这两天请您留意电话，我也会帮您盯着的，谢谢您的耐心等待~',
      memo: '快递已查到，继续派送',
    }),
    outcome('at-station', '请买家去取件', 'Ask the buyer to pick it up', {
      buyer:
        '亲，您的包裹已经到代收点了，物流里有取件地址和取件码，麻烦您有空去取一下，取不到的话告诉我，我来联系快递哦~',
    }),
    outcome('arrived', '买家已收到，不用处理', 'The buyer has it: nothing to do', {
      buyer: '亲，收到就好，喜欢的话欢迎常来看看，有问题随时找我哦~',
    }),
    outcome(
      'delivered-dispute',
      '先问快递是谁签收、放在哪里，再回复买家',
      'Ask the courier who signed and where it is, then answer the buyer',
      {
        steps: [
          ['把下面的文字发给快递', 'Send the text below to the courier'],
          ['请买家问问家人、门卫、驿站', 'Ask the buyer to check family, guard and station'],
          ['快递答复后回到这里继续', 'Come back when the courier has answered'],
        ],
        buyer:
          '亲，物流显示已经签收了，您先看看是不是家人、门卫或者驿站代收了，我这边马上联系快递核实是谁签收的，问到就告诉您，抱歉让您担心了。',
        courier:
          '您好，{单号} 显示已签收，但收件人说没有收到，请核实是谁签收、放在哪里，并联系收件人，谢谢。',
        memo: '显示签收买家未收到，已问快递',
        register: { kind: 'courier', dueHours: 24 },
      },
    ),
    outcome('placed', '告诉买家包裹在哪里', 'Tell the buyer where the parcel is', {
      buyer: '亲，帮您问到了，快递说包裹{快递答复}，麻烦您去看一下，没有的话马上告诉我，我再请快递处理哦~',
      memo: '快递答复：{快递答复}',
    }),
    outcome('lost-ask', '致歉，问买家要补发还是退款', 'Apologise; ask whether to reship or refund', {
      steps: [['同时向快递申请理赔', 'Claim from the courier at the same time']],
      buyer:
        '亲，实在对不起，快递确认您的包裹遗失了。您看是给您重新发一件，还是给您办理退款呢？您选哪个我马上去办。',
      courier: '您好，{单号} 已确认遗失，订单金额 {金额} 元，请按遗失理赔，需要什么材料请告诉我，谢谢。',
      memo: '快递丢件，等买家选补发或退款，理赔中',
      register: { kind: 'courier', dueHours: 24 },
    }),
    outcome('lost-reship', '查库存，补发，向快递理赔', 'Check the stock, reship, claim from the courier', {
      steps: [
        ['先请仓库确认有货', 'Have the warehouse confirm the stock first'],
        ['补发后把新单号告诉买家', 'Tell the buyer the new number'],
        ['向快递申请理赔', 'Claim from the courier'],
      ],
      buyer: '亲，已经请仓库给您重新发一件了，新的单号出来马上告诉您，这次让您久等了，真的抱歉。',
      warehouse:
        '【补发】订单 {订单号}，原 {快递} {单号} 丢件，金额 {金额} 元：请确认库存后补发一件 {商品名} {规格}，新单号回给我。',
      courier: '您好，{单号} 已确认遗失，订单金额 {金额} 元，请按遗失理赔，谢谢。',
      memo: '快递丢件，补发，理赔中',
      register: { kind: 'reship', dueHours: 48 },
    }),
    outcome('lost-refund', '办理退款，向快递理赔', 'Refund and claim from the courier', {
      buyer: '亲，您这边申请一下退款，原因选快递问题就可以，我看到马上给您办理，给您添麻烦了，真的抱歉。',
      courier: '您好，{单号} 已确认遗失，订单金额 {金额} 元，请按遗失理赔，谢谢。',
      memo: '快递丢件，退款，理赔中',
      register: { kind: 'refund', dueHours: 24 },
    }),
    outcome(
      'going-back',
      '问买家要补发还是退款，请仓库留意退件',
      'Ask the buyer; have the warehouse watch for it',
      {
        buyer:
          '亲，您的包裹正在退回，可能是没有派送成功。您看是给您重新发，还是给您退款呢？您定了我马上处理，抱歉耽误您时间了。',
        warehouse:
          '【退件】订单 {订单号}，{快递} {单号}，金额 {金额} 元：包裹正在退回，收到请告诉我，先别重新发。',
        memo: '包裹退回中，等买家选补发或退款',
        register: { kind: 'courier', dueHours: 48 },
      },
    ),
  ],
};
