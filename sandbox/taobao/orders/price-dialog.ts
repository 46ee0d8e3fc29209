import { h, type VNode } from 'vue';
import { formatFen, readMoney } from '../../../rules/money/money.ts';
import type { PracticeOrder } from '../../generator/order-shape.ts';

/** Where the dialog's labels stand: over the columns or before each input; no source says (?dialog=). */
export const dialogForms = ['columns', 'inline'] as const;
export type DialogForm = (typeof dialogForms)[number];

/** What the dialog holds now. `deltas` is one text per sub order, as typed. */
export interface PriceDraft {
  order: PracticeOrder;
  deltas: string[];
  freight: string;
  free: boolean;
}

export const openDraft = (order: PracticeOrder): PriceDraft => ({
  order,
  deltas: order.lines.map(() => ''),
  freight: formatFen(order.freight),
  free: false,
});

/** What the buyer would pay; undefined while something that is no amount stands in a field. Fen. */
export function payableOf({ order, deltas, freight, free }: PriceDraft): number | undefined {
  const changes = deltas.map((text) => (text.trim() === '' ? 0 : readMoney(text)));
  const post = free ? 0 : readMoney(freight);
  if (post === undefined || changes.includes(undefined)) return undefined;
  const goods = order.amount - order.freight;
  return changes.reduce<number>((sum, change) => sum + (change ?? 0), goods) + post;
}

interface Props {
  draft: PriceDraft;
  form: DialogForm;
  onConfirm(): void;
  onClose(): void;
}

const typedIn = (event: Event): string => (event.target as HTMLInputElement).value;

/**
 * 涨价或折扣, 邮费 and 免运费 are all that is known of this dialog, and that a discount is negative (rules.md §4);
 * everything else about it is our assumption.
 */
export function priceDialog({ draft, form, onConfirm, onClose }: Props): VNode {
  const { order } = draft;
  const delta = (index: number): VNode =>
    h('span', { class: 'next-input next-medium' }, [
      h('input', {
        value: draft.deltas[index],
        autocomplete: 'off',
        onInput: (event: Event) => {
          draft.deltas[index] = typedIn(event);
        },
      }),
    ]);
  const freight = h('span', { class: 'next-input next-medium' }, [
    h('input', {
      value: draft.freight,
      autocomplete: 'off',
      onInput: (event: Event) => {
        draft.freight = typedIn(event);
      },
    }),
  ]);
  const free = h('label', { class: 'next-checkbox-wrapper' }, [
    h('input', {
      type: 'checkbox',
      checked: draft.free,
      onChange: (event: Event) => {
        draft.free = (event.target as HTMLInputElement).checked;
      },
    }),
    ' 免运费',
  ]);
  const columns = (): VNode =>
    h('table', { class: 'price-table' }, [
      h('thead', [
        h(
          'tr',
          ['宝贝', '单价（元）', '数量', '涨价或折扣（元）', '邮费（元）'].map((word) => h('th', word)),
        ),
      ]),
      h(
        'tbody',
        order.lines.map((line, index) =>
          h('tr', { key: line.id }, [
            h('td', line.title),
            h('td', formatFen(line.price)),
            h('td', String(line.quantity)),
            h('td', [delta(index)]),
            index === 0 ? h('td', { rowspan: order.lines.length }, [freight, free]) : null,
          ]),
        ),
      ),
    ]);
  const inline = (): VNode =>
    h('div', { class: 'price-form' }, [
      ...order.lines.map((line, index) =>
        h('div', { key: line.id }, [
          h('p', `${line.title} ￥${formatFen(line.price)} × ${line.quantity}`),
          h('p', [h('span', '涨价或折扣：'), delta(index), ' 元']),
        ]),
      ),
      h('p', [h('span', '邮费：'), freight, ' 元 ', free]),
    ]);
  const payable = payableOf(draft);
  return h('div', { class: 'next-overlay-wrapper opened' }, [
    h('div', { class: 'next-overlay-backdrop' }),
    h('div', { class: 'next-dialog', role: 'dialog', 'aria-label': '修改价格' }, [
      h('div', { class: 'next-dialog-header' }, '修改价格'),
      h('div', { class: 'next-dialog-body' }, [
        form === 'columns' ? columns() : inline(),
        h('p', { class: 'price-hint' }, '正数为涨价，负数为折扣；改好后请买家刷新页面再付款。'),
        h('p', `买家实付：${payable === undefined ? '—' : `￥${formatFen(payable)}`}`),
      ]),
      h('div', { class: 'next-dialog-footer' }, [
        h('button', { type: 'button', class: 'next-btn next-btn-primary', onClick: onConfirm }, '确定'),
        h('button', { type: 'button', class: 'next-btn', onClick: onClose }, '取消'),
      ]),
    ]),
  ]);
}
