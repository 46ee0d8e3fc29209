import { formatFen } from '../../../rules/money/money.ts';
import type { Conversation } from '../../generator/conversations.ts';
import { goods } from '../../generator/goods.ts';
import { goodPicture } from '../../page/picture.ts';
import type { ClassNames } from '../class-names.ts';

const statusWords = { unpaid: '待支付', unshipped: '待发货', shipped: '已发货' } as const;

/** Right panel: only its `section[role=tabpanel]` and the 邀请下单 buttons are evidenced. */
export function SidePanel({ open, cls }: { open: Conversation | undefined; cls: ClassNames }) {
  return (
    <aside className={cls('side')}>
      <div className={cls('sideTabs')}>
        <b>订单</b>
        <span>商品</span>
        <span>快捷短语</span>
      </div>
      <section role="tabpanel" className={cls('panel')}>
        {open?.order ? (
          <div className={cls('sideOrder')}>
            <div>订单 {open.order.orderId}</div>
            <div>{open.order.good.title}</div>
            <div>
              ¥{formatFen(open.order.amount)} · {statusWords[open.order.status]}
            </div>
          </div>
        ) : (
          <p className={cls('sideEmpty')}>暂无订单</p>
        )}
        {goods.slice(0, 6).map((good) => (
          <div key={good.id} className={cls('sideGood')}>
            <img src={goodPicture(good.hue)} alt="" />
            <span className={cls('sideGoodName')}>{good.title}</span>
            <button type="button" className={cls('invite')}>
              邀请下单
            </button>
          </div>
        ))}
      </section>
    </aside>
  );
}
