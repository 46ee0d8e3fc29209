import type { Page } from '@playwright/test';
import { address, type ReadingView } from '../view.ts';

const chat = 'https://www.goofish.com/im';
const openRow = (n: number) => (page: Page) => page.locator('[class*="conversation-item--"]').nth(n).click();

/** Opens the conversation of an order that can still be changed, and its price dialog. */
async function openPrice(page: Page): Promise<void> {
  const [order] = await page.evaluate<{ buyerId: string }[]>(
    'practice.orders().filter((order) => order.status === "unpaid")',
  );
  if (!order) throw new Error('no unpaid order in this seed');
  await page.evaluate(`practice.switchTo(${JSON.stringify(order.buyerId)})`);
  await page.locator('[data-spm="head"]').getByText('修改价格').click();
  await page.getByRole('dialog').waitFor();
}

const generations = [1, 2, 3].map(
  (generation): ReadingView => ({
    name: 'xianyu-chat',
    layout: `generation ${generation}`,
    url: address(chat, { generation }),
    prepare: openRow(0),
    steps: [
      { name: 'another conversation', act: openRow(3) },
      { name: 'buyers write', act: (page) => page.evaluate('void [practice.step(), practice.step()]') },
    ],
  }),
);

const rotated = [1, 2, 3].map((generation): ReadingView => {
  const layout = `generation-${generation}-rotated`;
  return { name: 'xianyu-chat', layout, url: address(chat, { layout }), prepare: openRow(1) };
});

export const xianyuViews: readonly ReadingView[] = [
  ...generations,
  ...rotated,
  ...[1, 2].map(
    (inputs): ReadingView => ({
      name: `xianyu-price, ${inputs} input${inputs > 1 ? 's' : ''}`,
      layout: 'default',
      url: address(chat, { inputs }),
      prepare: openPrice,
    }),
  ),
  {
    name: 'xianyu-price, price only in the placeholder',
    layout: 'default',
    url: address(chat, { price: 'placeholder' }),
    prepare: openPrice,
  },
  { name: 'xianyu-chat, logged out', layout: 'default', url: address(chat, { login: 0 }) },
];
