import { pddMaskedNick, pddStatusText } from '../../generator/pdd-orders.ts';
import { Goods, goodsAmount, PageLink, Receiver, receivedAmount } from './OrderParts.tsx';
import type { OrderActions, ShownOrder } from './shown-order.ts';

/** An order of 2022: one tbody in `#order-content`; the copy link carries the order number. */
export function Order2022({ shown, actions }: { shown: ShownOrder; actions: OrderActions }) {
  const { order, placedAt, shipBy } = shown;
  return (
    <tbody>
      <tr className="order-head">
        <td colSpan={7}>
          <span>订单编号：{order.orderId}</span>
          {/** biome-ignore lint/a11y/useValidAnchor: the recorded copy link is an anchor that only runs a script */}
          <a href="#copy" data-clipboard-text={order.orderId} onClick={(event) => event.preventDefault()}>
            复制
          </a>
          <span>订单成交时间：{placedAt.text}</span>
          {shipBy && <span>承诺发货时间：{shipBy.text}</span>}
          <PageLink word="添加备注" onPress={() => actions.onNote(order.orderId)} />
        </td>
      </tr>
      <tr>
        <td>
          <Goods shown={shown} />
        </td>
        <td>{pddStatusText(order)}</td>
        <td>{order.lines[0]?.quantity}</td>
        <td>{goodsAmount(shown)}</td>
        <td>{receivedAmount(shown)}</td>
        <td>
          <Receiver shown={shown} actions={actions} />
        </td>
        <td>{pddMaskedNick(order.buyer)}</td>
      </tr>
    </tbody>
  );
}
