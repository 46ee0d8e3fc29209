import type { Order } from './order.ts';

/**
 * The text that asks a buyer to look over an order (A9: size, colour, address, phone, courier), from what the page
 * shows of it. What is absent is asked for instead of named; what the page masks goes in as shown.
 * @param courier the courier the shop would send it with; absent where its table does not tell
 */
export function confirmText(order: Order, courier: string | undefined): string {
  const lines = ['亲，您好，跟您核对一下订单：'];
  const goods = order.lines.flatMap(({ title, sku, quantity }) => {
    const named = [title, sku].filter((part) => part !== undefined && part !== '').join('，');
    return named === '' ? [] : [`${named}${quantity === undefined ? '' : ` ×${quantity}`}`];
  });
  if (goods.length > 0) lines.push(`宝贝：${goods.join('；')}`);
  const who = [order.receiver, order.phone].filter((part) => part !== undefined).join(' ');
  if (who !== '') lines.push(`收货人：${who}`);
  if (order.address !== undefined) lines.push(`地址：${order.address}`);
  if (courier !== undefined) lines.push(`默认发${courier}`);
  const open = [
    ...(goods.length > 0 ? [] : ['尺码颜色']),
    ...(order.address === undefined ? ['收货地址'] : []),
    ...(order.phone === undefined ? ['电话'] : []),
  ];
  lines.push(
    open.length > 0
      ? `${open.join('、')}也请您在订单里看一眼，都对的话回复我“对的”，有要改的告诉我就可以~`
      : '请您看一眼，都对的话回复我“对的”，有要改的告诉我就可以~',
  );
  return lines.join('\n');
}
