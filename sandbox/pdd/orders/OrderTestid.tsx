import { pddMaskedNick, pddStatusText } from '../../generator/pdd-orders.ts';
import { Goods, goodsAmount, PageLink, Receiver, receivedAmount } from './OrderParts.tsx';
import type { OrderActions, ShownOrder } from './shown-order.ts';

/**
 * An order in Beast's table: a row that names it and a row of cells. The testids are those of 2024 to 2026; that the
 * order list uses them, and how its rows and columns are laid out, is our assumption (markets.md §1).
 */
export function OrderTestid({ shown, actions }: { shown: ShownOrder; actions: OrderActions }) {
  const { order, placedAt, shipBy } = shown;
  const row = { 'data-testid': 'beast-core-table-body-tr', className: actions.beast('TB_tr') };
  const cell = { 'data-testid': 'beast-core-table-td', className: actions.beast('TB_td') };
  return (
    <>
      <tr {...row}>
        <td {...cell} colSpan={7}>
          <div className="order-head">
            <span>订单编号：{order.orderId}</span>
            <span>订单成交时间：{placedAt.text}</span>
            {shipBy && <span>承诺发货时间：{shipBy.text}</span>}
            <PageLink word="添加备注" onPress={() => actions.onNote(order.orderId)} />
          </div>
        </td>
      </tr>
      <tr {...row}>
        <td {...cell}>
          <Goods shown={shown} />
        </td>
        <td {...cell}>{pddStatusText(order)}</td>
        <td {...cell}>{order.lines[0]?.quantity}</td>
        <td {...cell}>{goodsAmount(shown)}</td>
        <td {...cell}>{receivedAmount(shown)}</td>
        <td {...cell}>
          <Receiver shown={shown} actions={actions} />
        </td>
        <td {...cell}>{pddMaskedNick(order.buyer)}</td>
      </tr>
    </>
  );
}
