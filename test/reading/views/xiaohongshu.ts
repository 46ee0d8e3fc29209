import { address, type ReadingView } from '../view.ts';

const cards = 'https://walle.xiaohongshu.com/cstools/chat';

const whole = (layout: string): ReadingView => ({
  name: 'xiaohongshu-chat, order cards',
  layout,
  url: address(cards, { rows: 66, ...(layout !== 'default' && { layout }) }),
  steps: [
    { name: 'the cards of another buyer', act: (page) => page.evaluate('practice.show(3, 6)') },
    { name: 'a buyer without orders', act: (page) => page.evaluate('practice.show(0, 0)') },
  ],
});

export const xiaohongshuViews: readonly ReadingView[] = [
  whole('default'),
  whole('rotated'),
  { name: 'xiaohongshu-chat, cards arriving late', layout: 'default', url: address(cards, { late: 400 }) },
  { name: 'xiaohongshu-chat, none', layout: 'default', url: address(cards, { rows: 0 }) },
  {
    name: 'xiaohongshu-chat, the chat never comes',
    layout: 'default',
    url: address(cards, { chat: 'none' }),
  },
];
