import { Fragment } from 'react';
import { formatFen } from '../../../rules/money/money.ts';
import {
  afterSaleText,
  doudianAddress,
  doudianSku,
  doudianStatusText,
} from '../../generator/doudian-orders.ts';
import type { PracticeOrder } from '../../generator/order-shape.ts';
import { maskedName, maskedPhone } from '../../generator/people.ts';
import { goodPicture } from '../../page/picture.ts';
import type { Look } from './look.ts';

const columns = ['', '商品', '单价/数量', '售后', '订单状态', '实收款', '收货信息', '操作'];

interface Props {
  orders: readonly PracticeOrder[];
  placedAt(order: PracticeOrder): string;
  look: Look;
}

/**
 * The list of 2026: a parent row per order, then a row `child<itemOrderId>` per line. Of the cells only 1, 3 and 4 are
 * evidenced; what stands in the others is ours, and the map reads none of it.
 */
export function OrderTable({ orders, placedAt, look: { ui, mod } }: Props) {
  const cell = ui('table-cell');
  return (
    <div className={ui('table')}>
      <table>
        <thead className={ui('table-thead')}>
          <tr>
            {columns.map((title) => (
              <th key={title} className={cell}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className={ui('table-tbody')}>
          {orders.length === 0 && (
            <tr className={ui('table-placeholder')}>
              <td colSpan={columns.length}>暂无数据</td>
            </tr>
          )}
          {orders.map((order) => (
            <Fragment key={order.orderId}>
              <tr data-row-key={order.orderId} className={`${ui('table-row')} ${ui('table-row-level-0')}`}>
                <td className={cell} colSpan={columns.length}>
                  <div className={mod('style_rowHead')}>
                    <input type="checkbox" aria-label="选择订单" />
                    <span>订单编号 {order.orderId}</span>
                    <span>下单时间 {placedAt(order)}</span>
                    <span className={mod('style_nick')}>{order.buyer.nick}</span>
                    {order.tags.includes('秒杀') && <span className={ui('tag')}>秒杀</span>}
                    <a href="#memo">备注</a>
                  </div>
                </td>
              </tr>
              {order.lines.map((line, n) => (
                <tr
                  key={line.id}
                  data-row-key={`child${line.id}`}
                  className={`${ui('table-row')} ${ui('table-row-level-1')}`}
                >
                  <td className={cell} />
                  <td className={cell}>
                    <div className={mod('style_product')}>
                      <img src={goodPicture(line.hue)} alt="" />
                      <div>
                        <div className={mod('style_name')}>{line.title}</div>
                        <div className={mod('style_property')}>
                          {doudianSku(line).map(([name, value]) => (
                            <span key={name} className={mod('style_desc')}>
                              {name}：{value}{' '}
                            </span>
                          ))}
                        </div>
                        <div>商家编码：{line.code}</div>
                      </div>
                    </div>
                  </td>
                  <td className={cell}>
                    <div>¥{formatFen(line.price)}</div>
                    <div>x{line.quantity}</div>
                  </td>
                  <td className={cell}>{afterSaleText(order, line) ?? '-'}</td>
                  <td className={cell}>{doudianStatusText(order)}</td>
                  {n === 0 && (
                    <>
                      <td className={cell} rowSpan={order.lines.length}>
                        <b>¥{formatFen(order.amount)}</b>
                        <div>含运费 ¥{formatFen(order.freight)}</div>
                      </td>
                      <td className={cell} rowSpan={order.lines.length}>
                        <div>
                          {maskedName(order.buyer)} {maskedPhone(order.buyer)}
                        </div>
                        <div>{doudianAddress(order)}</div>
                      </td>
                      <td className={cell} rowSpan={order.lines.length}>
                        <a href="#detail">详情</a>
                      </td>
                    </>
                  )}
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  );
}
