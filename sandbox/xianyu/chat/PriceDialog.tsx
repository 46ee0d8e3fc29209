import { InputNumber, Modal } from 'antd';
import { useState } from 'react';
import { formatFen, readMoney } from '../../../rules/money/money.ts';
import type { ChatOrder } from '../../generator/conversations.ts';

/** What the page itself holds of the form: the figures that a confirmation would send. Fen. */
export interface PriceForm {
  price?: number;
  freight?: number;
}

interface Props {
  order: ChatOrder;
  inputs: 1 | 2;
  /** The current price stands only in the placeholder, and the value is empty. */
  inPlaceholder: boolean;
  form: PriceForm;
  onPressed(): void;
  onConfirmed(): void;
  onClose(): void;
}

const fen = (value: string | number | null): number | undefined =>
  value === null ? undefined : readMoney(String(value));

/** 修改宝贝价格: an antd dialog with one or two inputs and a second confirmation (markets.md §5). */
export function PriceDialog({ order, inputs, inPlaceholder, form, onPressed, onConfirmed, onClose }: Props) {
  const [asking, setAsking] = useState(false);
  const [refused, setRefused] = useState(false);
  const [price, setPrice] = useState<string | null>(inPlaceholder ? null : formatFen(order.amount));
  const [freight, setFreight] = useState<string | null>(inPlaceholder ? null : formatFen(order.freight));
  const total =
    (fen(price) ?? order.amount) + (inputs === 2 ? (fen(freight) ?? order.freight) : order.freight);

  const set =
    (field: keyof PriceForm, show: (value: string | null) => void) =>
    (value: string | null): void => {
      show(value);
      const read = fen(value);
      if (read === undefined) delete form[field];
      else form[field] = read;
    };

  const press = (): void => {
    onPressed();
    // After payment the change is refused; the evidence has the rule, the wording is ours.
    if (order.status === 'unpaid') setAsking(true);
    else setRefused(true);
  };

  return (
    <>
      <Modal
        open
        title="修改宝贝价格"
        okText="确定修改"
        cancelText="取消"
        width={420}
        onOk={press}
        onCancel={onClose}
        transitionName=""
        maskTransitionName=""
      >
        <p className="price-good">{order.good.title}</p>
        <div className="price-line">
          <span>宝贝价格</span>
          <InputNumber<string>
            stringMode
            prefix="￥"
            value={price}
            min="0"
            precision={2}
            {...(inPlaceholder && { placeholder: formatFen(order.amount) })}
            onChange={set('price', setPrice)}
          />
        </div>
        {inputs === 2 && (
          <div className="price-line">
            <span>运费</span>
            <InputNumber<string>
              stringMode
              prefix="￥"
              value={freight}
              min="0"
              precision={2}
              {...(inPlaceholder && { placeholder: formatFen(order.freight) })}
              onChange={set('freight', setFreight)}
            />
          </div>
        )}
        <p className="price-total">买家实付：￥{formatFen(total)}</p>
        {refused && <p className="price-refused">买家已付款，不能修改价格</p>}
      </Modal>
      <Modal
        open={asking}
        title="提示"
        okText="确定"
        cancelText="取消"
        width={320}
        okButtonProps={{ autoInsertSpace: false }}
        onOk={onConfirmed}
        onCancel={() => setAsking(false)}
        transitionName=""
        maskTransitionName=""
      >
        您确定要修改价格吗？
      </Modal>
    </>
  );
}
