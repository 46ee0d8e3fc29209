import { formatFen } from '../../../rules/money/money.ts';
import { doudianAddress, doudianSku, doudianStatusText } from '../../generator/doudian-orders.ts';
import type { PracticeOrder } from '../../generator/order-shape.ts';
import { maskedName, maskedPhone } from '../../generator/people.ts';
import { goodPicture } from '../../page/picture.ts';
import type { Look } from './look.ts';

interface Props {
  orders: readonly PracticeOrder[];
  placedAt(order: PracticeOrder): string;
  look: Look;
}

/** The list of 2021: one `div[data-kora_order_status]` per order, everything named by prefixes (markets.md §2). */
export function OldOrderList({ orders, placedAt, look: { ui, mod } }: Props) {
  return (
    <>
      <div className={mod('index_middle-bar-wrapper')}>
        <div className={mod('index_buttonGroup')}>
          {['批量发货', '批量备注', '导出订单'].map((word) => (
            <button key={word} type="button" className={ui('btn')}>
              {word}
            </button>
          ))}
        </div>
      </div>
      {orders.length === 0 && <div className={ui('empty')}>暂无数据</div>}
      {orders.map((order) => (
        <div
          key={order.orderId}
          data-kora_order_status={doudianStatusText(order)}
          className={mod('index_orderItem')}
        >
          <div className={mod('index_rowHeader')}>
            <span>订单编号：{order.orderId}</span>
            <span>下单时间：{placedAt(order)}</span>
          </div>
          <div className={mod('index_rowBody')}>
            <div className={mod('index_products')}>
              {order.lines.map((line) => (
                <div key={line.id} className={mod('style_productItem')}>
                  <img src={goodPicture(line.hue)} alt="" />
                  <div className={mod('style_productInfo')}>
                    <div className={mod('style_name')}>{line.title}</div>
                    <div className={mod('style_property')}>
                      {doudianSku(line).map(([name, value]) => (
                        <div key={name} className={mod('style_desc')}>
                          {name}：{value}
                        </div>
                      ))}
                    </div>
                  </div>
                  <div>
                    <div className={mod('table_comboAmount')}>¥{formatFen(line.price)}</div>
                    <div className={mod('table_comboNum')}>x{line.quantity}</div>
                  </div>
                </div>
              ))}
            </div>
            <div className={mod('index_payAmount')}>¥{formatFen(order.amount)}</div>
            <div>
              <a href="#buyer" className={mod('table_nickname')}>
                {order.buyer.nick}
              </a>
            </div>
            <div className={mod('index_locationDetail')}>
              {maskedName(order.buyer)}，{maskedPhone(order.buyer)}，{doudianAddress(order)}
            </div>
          </div>
        </div>
      ))}
    </>
  );
}
