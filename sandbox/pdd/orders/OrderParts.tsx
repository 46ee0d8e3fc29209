import { formatFen } from '../../../rules/money/money.ts';
import { pddSku } from '../../generator/pdd-orders.ts';
import { goodPicture } from '../../page/picture.ts';
import type { OrderActions, ShownOrder } from './shown-order.ts';

/** A link that does something in the page and goes nowhere, as the originals' are. */
export function PageLink({ word, onPress }: { word: string; onPress?: () => void }) {
  return (
    // biome-ignore lint/a11y/useValidAnchor: the originals' links are anchors that only run a script
    <a
      href="#none"
      onClick={(event) => {
        event.preventDefault();
        onPress?.();
      }}
    >
      {word}
    </a>
  );
}

/** Picture, name, id and spec, in the container recorded in 2021. */
export function Goods({ shown: { order } }: { shown: ShownOrder }) {
  const [line] = order.lines;
  if (!line) return null;
  return (
    <div className="goods-record-container">
      <img src={goodPicture(line.hue)} alt="" />
      <div className="goods-words">
        <p>{line.title}</p>
        <p className="muted">ID: {line.id.slice(-12)}</p>
        <p className="muted">{pddSku(line)}</p>
      </div>
    </div>
  );
}

/** Receiver, masked until 查看 is pressed (markets.md §1: a limited number of times). */
export function Receiver({
  shown: { order, receiver, phone, isRevealed },
  actions,
}: {
  shown: ShownOrder;
  actions: OrderActions;
}) {
  return (
    <>
      <p>{receiver.name}</p>
      {phone !== undefined && <p>{phone}</p>}
      <p>{receiver.address}</p>
      <p className="order-links">
        {!isRevealed && <PageLink word="查看" onPress={() => actions.onReveal(order.orderId)} />}
        {!isRevealed && <PageLink word="查看手机号" onPress={() => actions.onReveal(order.orderId)} />}
        <PageLink word="复制完整信息" />
      </p>
    </>
  );
}

export const goodsAmount = ({ order }: ShownOrder): string =>
  formatFen(order.lines.reduce((sum, line) => sum + line.price * line.quantity, 0));

export const receivedAmount = ({ order }: ShownOrder): string => formatFen(order.amount);
