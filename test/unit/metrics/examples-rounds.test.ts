import type { TurnEvent } from '../../../rules/turns/index.ts';
import { as, at, au, b, chat, h } from '../turns/events.ts';
import { example, type Row } from './figures.ts';

example(
  'E1 a burst is measured from its first message',
  [b('10:00:00'), b('10:00:20'), b('10:01:10'), h('10:01:30')],
  [
    ['taobao', { 'TB-AVG': [90, 1], 'TB-3M': [1, 1], 'answer-ratio': [1, 3] }],
    ['pdd', { 'PDD-3M': [1, 1], 'PDD-30S': [0, 1] }],
    ['doudian', { 'DD-AVG': [90, 1], 'DD-AVG-message': [180, 3] }],
    ['doudian', { 'DD-AVG': [180, 3] }, { avg_basis: 'message' }],
    ['jd', { 'JD-30F': [0, 1] }],
    ['kuaishou', { 'KS-3M': [1, 1] }],
  ],
);

example(
  'E2 a plain auto-reply stops no clock',
  [b('10:00:00'), au('10:00:01'), h('10:04:00')],
  [
    ['taobao', { 'TB-AVG': [240, 1], 'TB-3M': [0, 1] }],
    ['pdd', { 'PDD-3M': [0, 1] }],
    ['doudian', { 'DD-AVG': [240, 1] }],
    ['kuaishou', { 'KS-3M': [0, 1] }],
  ],
);
example(
  'E2 an assist robot answers where assist counts',
  [b('10:00:00'), as('10:00:01'), h('10:04:00')],
  [
    ['taobao', { 'TB-AVG': [1, 1], 'TB-3M': [1, 1] }],
    ['pdd', { 'PDD-3M': [0, 1] }],
    ['pdd', { 'PDD-3M': [1, 1] }, { assist_counts: true }],
    ['doudian', { 'DD-AVG': [1, 1] }],
    ['kuaishou', { 'KS-3M': [0, 1] }],
  ],
);

const e3 = [b('10:10:15'), b('10:15:20'), h('10:18:10')];
example('E3 the published example: 475 s', e3, [
  ['1688', { 'AL-3M': [0, 1] }],
  ['taobao', { 'TB-3M': [0, 1], 'TB-AVG': [475, 1] }],
]);
example(
  'E3 a second round',
  [...e3, b('10:18:30'), h('10:19:00')],
  [
    ['1688', { 'AL-3M': [1, 2] }],
    ['taobao', { 'TB-3M': [1, 2], 'TB-AVG': [505, 2] }],
  ],
);
const tenQuestions = Array.from({ length: 10 }, (_, i) => b('10:00:00', { t: at('10:00:00') + i * 18_000 }));
example('E3 ten questions never answered are one round', tenQuestions, [
  ['1688', { 'AL-3M': [0, 1] }],
  ['taobao', { 'TB-3M': [0, 1], 'TB-AVG': [600, 1], turns: [1, 1] }],
]);

const three = [
  [b('10:00:00'), h('10:00:45')],
  [b('11:00:00'), h('11:02:10')],
  [b('12:00:00'), h('12:11:40')],
];
example('E4 a round is capped at 600 s, one buyer', three.flat(), [
  ['taobao', { 'TB-AVG': [775, 3], 'TB-3M': [2, 3], mean: [875, 3] }],
  ['pdd', { 'PDD-3M': [0, 1], 'PDD-AVG': [875, 3] }],
]);
example(
  'E4 three buyers',
  three.flatMap((events, i) => chat({ buyer: `b${i}` }, events)),
  [['pdd', { 'PDD-3M': [2, 3] }]],
);

const e5: Record<string, TurnEvent[]> = {
  A: [b('22:59:50'), h('23:00:10')],
  B: [b('23:00:00'), h('23:00:05')],
  C: [b('07:59:50'), h('08:00:20')],
  D: [b('07:59:50'), b('08:00:05'), h('08:00:20')],
};
const buyerOf = (name: string): TurnEvent[] => chat({ buyer: name }, e5[name] ?? []);
example('E5 A: asked in the window, answered after it', buyerOf('A'), [
  ['taobao', { 'TB-AVG': [20, 1], 'TB-RR': [1, 1] }],
  ['pdd', { 'PDD-3M': [1, 1], 'PDD-AVG': [20, 1], 'PDD-3M-ALL': [1, 1] }],
  ['doudian', { 'DD-AVG': [20, 1] }],
  ['jd', { 'JD-30F': [1, 1], 'JD-AVG': [20, 1] }],
  ['kuaishou', { 'KS-3M': [1, 1] }],
  ['taobao', { 'TB-AVG': [10, 1] }, { reply_after_window: 'clip' }],
  ['taobao', { 'TB-AVG': [600, 1], 'TB-3M': [0, 1] }, { reply_after_window: 'void' }],
  ['pdd', { 'PDD-3M': [0, 1] }, { reply_after_window: 'void' }],
]);
const outOfWindow: Row[] = [
  ['taobao', { 'TB-AVG': '—', 'TB-3M': '—', 'TB-RR': [1, 1] }],
  ['pdd', { 'PDD-3M': '—', 'PDD-3M-ALL': [1, 1] }],
  ['doudian', { 'DD-AVG': '—' }],
  ['jd', { 'JD-30F': '—' }],
  ['kuaishou', { 'KS-3M': '—' }],
];
example('E5 B: 23:00:00 is out', buyerOf('B'), outOfWindow);
example('E5 C: asked before 8', buyerOf('C'), outOfWindow);
example('E5 D: a later message inside the window', buyerOf('D'), [
  ['taobao', { 'TB-AVG': '—', 'TB-RR': [1, 1] }],
  ['pdd', { 'PDD-3M': [1, 1], 'PDD-AVG': [15, 1], 'PDD-AVG-ALL': [30, 1] }],
  ['doudian', { 'DD-AVG': [15, 1] }],
  ['jd', { 'JD-30F': '—' }],
  ['kuaishou', { 'KS-3M': [1, 1] }],
]);
example('E5 all four buyers', Object.keys(e5).flatMap(buyerOf), [
  ['taobao', { 'TB-AVG': [20, 1], 'TB-RR': [4, 4] }],
  ['pdd', { 'PDD-3M': [2, 2], 'PDD-3M-ALL': [4, 4] }],
  ['doudian', { 'DD-AVG': [35, 2] }],
  ['jd', { 'JD-30F': [1, 1] }],
  ['kuaishou', { 'KS-3M': [2, 2] }],
  ['taobao', { 'TB-3M': [3, 3], 'TB-3M-AVG': [80, 3] }, { offhours_answered_inhours: 'include' }],
]);

const e6 = [
  ...chat({ buyer: 'X' }, [b('21:00:00'), h('08:05:00', { day: 1 })]),
  ...chat({ buyer: 'Y' }, [b('21:30:00'), h('21:30:40')]),
];
example('E6 unanswered at the end of the day', e6, [
  ['taobao', { 'TB-AVG': [640, 2], 'TB-3M': [1, 2], 'TB-RR': [1, 2] }],
  ['pdd', { 'PDD-3M': [1, 2] }],
  ['doudian', { 'DD-AVG': [40, 1] }],
  ['jd', { 'JD-30F': [0, 2] }],
]);
example('E6 X on the generic profile, both clocks', e6.slice(0, 2), [
  [
    'other',
    { longest: [39_900, 1], 'longest-window': [7_500, 1], late: [1, 1] },
    { window: { from: '08:00', to: '23:00' } },
  ],
]);

const e7 = [
  ...chat({ buyer: 'P' }, [
    b('09:00:00'),
    h('09:00:20'),
    b('09:30:00'),
    h('09:34:01'),
    b('10:00:00'),
    h('10:00:05'),
  ]),
  ...chat({ buyer: 'Q' }, [b('11:00:00'), h('11:03:00')]),
  ...chat({ buyer: 'R' }, [b('14:00:00'), h('14:03:01')]),
  ...chat({ buyer: 'S' }, [b('23:30:00'), h('23:30:10')]),
];
example('E7 拼多多 judges a buyer by the worst message', e7, [
  ['pdd', { 'PDD-3M': [1, 3], 'PDD-3M-ALL': [2, 4] }],
  ['pdd', { 'PDD-30S': [2, 5], 'PDD-30S-ALL': [3, 6] }],
  ['pdd', { 'PDD-AVG': [627, 5], 'PDD-AVG-ALL': [637, 6] }],
]);

const e8 = [
  ...[0, 1, 2].flatMap((i) => chat({ buyer: `robot${i}` }, [b('10:00:00'), au('10:00:01')])),
  ...[0, 1, 2, 3, 4, 5].flatMap((i) => chat({ buyer: `good${i}` }, [b('11:00:00'), h('11:00:30')])),
  ...chat({ buyer: 'slow' }, [b('12:00:00'), h('12:05:00')]),
];
example('E8 both denominators of 拼多多', e8, [
  ['pdd', { 'PDD-3M': [9, 10], 'PDD-3M-consult': [9, 10], 'PDD-3M-need_human': [6, 7], 'bot-only': [3, 1] }],
  ['pdd', { 'PDD-3M': [6, 7] }, { den: 'need_human' }],
  ['pdd', { 'PDD-3M': [6, 10] }, { bot_only: 'fail' }],
]);
