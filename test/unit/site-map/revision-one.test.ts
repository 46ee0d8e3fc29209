// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import type { ChatFact, OrdersFact } from '../../../content/site-map/facts.ts';
import { readSiteMap } from '../../../storage/schemas/site-map.ts';
import { mapOf, type WatchedPage, watch } from './page-harness.ts';

/** Keys that came with revision 1: `all` of a locator and `waiting` of a conversation row. */
let page: WatchedPage | undefined;
afterEach(() => page?.stop());

const orders = (sku: unknown) => ({
  kind: 'orders',
  item: '.order',
  fields: { orderId: '.no' },
  lines: { item: '.line', fields: { sku } },
});

describe('all', () => {
  const card = `<div class="order"><span class="no">10000001</span><div class="line">
    <p class="spec">颜色：米白</p><p class="spec">尺码：均码</p><p class="spec">货号：MT-1</p></div>
    <div class="line"><p>没有规格</p></div></div>`;

  it('joins the texts of every match, and the pattern says which of them count', async () => {
    document.body.innerHTML = card;
    page = watch([
      mapOf([orders({ css: '.spec', all: true, pattern: '^(?!货号)(.+)$' })], 'other', { revision: 1 }),
    ]);
    await page.settle();
    const fact = page.readings()[0]?.fact as OrdersFact;
    expect(fact.rows[0]?.order.lines).toEqual([{ sku: '颜色：米白 尺码：均码' }, {}]);
  });

  it('needs the document to name revision 1', () => {
    const document = (revision: number) => ({
      format: 'shoubian.site-map',
      version: 1,
      revision,
      id: 'example',
      name: { 'zh-CN': '示例', en: 'Example' },
      platform: 'other',
      hosts: ['https://seller.example.test/*'],
      evidence: { level: 'user', seen: '2026-09-08' },
      pages: [orders({ css: '.spec', all: true })],
    });
    expect(readSiteMap(document(1)).ok).toBe(true);
    const refused = readSiteMap(document(0));
    expect(refused.ok ? '' : refused.errors[0]?.en).toContain('pages[0].lines.fields.sku.all');
  });
});

describe('waiting', () => {
  it('is true on the rows that carry the mark and absent on the others', async () => {
    document.body.innerHTML = `<ul><li class="c" id="a">甲<i class="late">已超时3分钟</i></li><li class="c" id="b">乙</li></ul>
      <div class="m"></div><textarea></textarea>`;
    const item = { attr: 'id' };
    page = watch([
      mapOf(
        [
          {
            kind: 'chat',
            conversations: { item: '.c', id: item, waiting: '.late' },
            messages: { item: '.m' },
            editor: 'textarea',
          },
        ],
        'other',
        { revision: 1 },
      ),
    ]);
    await page.settle();
    const fact = page.readings()[0]?.fact as ChatFact;
    expect(fact.conversations.map(({ key, waiting, unread }) => [key, waiting, unread])).toEqual([
      ['a', true, undefined],
      ['b', undefined, undefined],
    ]);
  });
});
