import type { PddOrdersForm } from '../../generator/pdd-orders.ts';
import { Order2021 } from './Order2021.tsx';
import { Order2022 } from './Order2022.tsx';
import { OrderTestid } from './OrderTestid.tsx';
import type { OrderActions, ShownOrder } from './shown-order.ts';

const columns = ['商品', '订单状态', '商品数量', '商品总价', '实收金额', '收货信息', '昵称'];

interface Props {
  form: PddOrdersForm;
  /** testid only: all rows in one tbody instead of one tbody per order (?form=flat). */
  isFlat: boolean;
  orders: readonly ShownOrder[];
  actions: OrderActions;
}

const Empty = () => <p className="order-empty">暂无数据</p>;

const Head = () => (
  <thead>
    <tr>
      {columns.map((word) => (
        <th key={word}>{word}</th>
      ))}
    </tr>
  </thead>
);

/** The three recorded forms of the list; which of them is today's nobody knows (markets.md §1). */
export function OrderList({ form, isFlat, orders, actions }: Props) {
  if (form === '2021') {
    return (
      <>
        <div className="package-body package-columns">
          {columns.map((word) => (
            <div key={word}>{word}</div>
          ))}
        </div>
        <div className="package-center-table">
          {orders.map((shown) => (
            <Order2021 key={shown.order.orderId} shown={shown} actions={actions} />
          ))}
          {orders.length === 0 && <Empty />}
        </div>
      </>
    );
  }
  if (form === '2022') {
    return (
      <div id="order-content">
        <table className="order-table">
          <Head />
          {orders.map((shown) => (
            <Order2022 key={shown.order.orderId} shown={shown} actions={actions} />
          ))}
        </table>
        {orders.length === 0 && <Empty />}
      </div>
    );
  }
  const rows = orders.map((shown) => (
    <OrderTestid key={shown.order.orderId} shown={shown} actions={actions} />
  ));
  return (
    <>
      <table data-testid="beast-core-table" className={`order-table ${actions.beast('TB_inner')}`}>
        <Head />
        {isFlat ? (
          <tbody data-testid="beast-core-table-middle-tbody">{rows}</tbody>
        ) : (
          rows.map((row) => (
            <tbody data-testid="beast-core-table-middle-tbody" key={row.key}>
              {row}
            </tbody>
          ))
        )}
      </table>
      {orders.length === 0 && <Empty />}
    </>
  );
}
