import { pddMaskedNick, pddStatusText } from '../../generator/pdd-orders.ts';
import { Goods, goodsAmount, PageLink, Receiver, receivedAmount } from './OrderParts.tsx';
import type { OrderActions, ShownOrder } from './shown-order.ts';

/** An order of 2021: one div in `.package-center-table`, three labelled facts above, seven cells below. */
export function Order2021({ shown, actions }: { shown: ShownOrder; actions: OrderActions }) {
  const { order, placedAt, shipBy } = shown;
  return (
    <div className="package-order">
      <div className="package-head">
        <span>订单编号： {order.orderId}</span>
        <span>订单成交时间：{placedAt.text}</span>
        {shipBy && <span>承诺发货时间：{shipBy.text}</span>}
        <PageLink word="添加备注" onPress={() => actions.onNote(order.orderId)} />
      </div>
      <div className="package-body">
        <div>
          <Goods shown={shown} />
        </div>
        <div>{pddStatusText(order)}</div>
        <div>{order.lines[0]?.quantity}</div>
        <div>{goodsAmount(shown)}</div>
        <div>{receivedAmount(shown)}</div>
        <div>
          <Receiver shown={shown} actions={actions} />
        </div>
        <div>{pddMaskedNick(order.buyer)}</div>
      </div>
    </div>
  );
}
