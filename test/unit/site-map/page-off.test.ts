// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it } from 'vitest';
import { mapOf, type WatchedPage, watch } from './page-harness.ts';

const orders = { kind: 'orders', item: '.row', fields: { orderId: '.no' } };
const reviews = { kind: 'reviews', item: '.review', fields: { text: 'p' } };
const elsewhere = { ...reviews, when: { path: '^/elsewhere' } };
const price = { kind: 'price', root: '.dialog', inputs: { price: 'input' } };

let page: WatchedPage;

beforeEach(() => {
  document.body.innerHTML = '<i class="row"><b class="no">1</b></i><i class="review"><p>好</p></i>';
});
afterEach(() => page.stop());

it('a kind of page that is turned off is not read at all, and named; the others are read on', async () => {
  page = watch([mapOf([orders, reviews])], { off: ['orders'] });
  await page.settle();
  expect(page.readings().map(({ kind }) => kind)).toEqual(['reviews']);
  expect(page.rowReads()).toBe(1);
  expect(page.off()).toEqual(['orders']);
});

it('is named only where it would apply, and a dialog only while it is open', async () => {
  page = watch([mapOf([orders, elsewhere, price])], { off: ['reviews', 'price'] });
  await page.settle();
  expect(page.off()).toEqual([]);
  document.body.insertAdjacentHTML('beforeend', '<div class="dialog"><input></div>');
  await page.settle();
  expect(page.off()).toEqual(['price']);
  document.querySelector('.dialog')?.remove();
  await page.settle();
  expect(page.off()).toEqual([]);
});
