import { formatFen } from '../../../rules/money/money.ts';
import type { Conversation } from '../../generator/conversations.ts';
import { goods } from '../../generator/goods.ts';
import { maskedName } from '../../generator/people.ts';
import { goodPicture } from '../../page/picture.ts';

const statusWords = { unpaid: '等待付款', unshipped: '等待出库', shipped: '等待确认收货' } as const;
const phrases = [
  '您好，很高兴为您服务',
  '请稍等，正在为您查询',
  '您的订单正在打包',
  '已为您备注',
  '请您核对一下收货地址',
  '麻烦您提供一下图片',
  '感谢您的支持',
];

/** The two right columns of the workbench; only their outer classes are evidenced. */
export function SideColumns({ open }: { open: Conversation | undefined }) {
  return (
    <>
      <aside className="phrase-wrap">
        <h4>快捷短语</h4>
        {phrases.map((phrase) => (
          <p key={phrase}>{phrase}</p>
        ))}
      </aside>
      <aside className="plugin-wrap">
        <h4>顾客订单</h4>
        {open?.order ? (
          <div className="plugin-order">
            <p>订单号 {open.order.orderId}</p>
            <p>{open.order.good.title}</p>
            <p>
              ¥{formatFen(open.order.amount)} · {statusWords[open.order.status]}
            </p>
            <p>收货人 {maskedName(open.buyer)}</p>
          </div>
        ) : (
          <p>暂无订单</p>
        )}
        <h4>店内商品</h4>
        {goods.slice(0, 7).map((good) => (
          <div key={good.id} className="plugin-good">
            <img src={goodPicture(good.hue)} alt="" />
            <span>
              {good.title}
              <br />¥{formatFen(good.price)}
            </span>
          </div>
        ))}
      </aside>
    </>
  );
}
