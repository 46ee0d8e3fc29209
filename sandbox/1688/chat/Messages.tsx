import { useEffect, useRef } from 'react';
import { avatarPicture, goodPicture } from '../../page/picture.ts';
import type { ChatRow } from './rows.ts';

interface Props {
  rows: readonly ChatRow[];
  hue: number;
  cls(name: string): string;
}

function Content({ row }: { row: ChatRow }) {
  switch (row.kind) {
    case 'words':
      return (
        <div className="text">
          <pre>{row.text}</pre>
        </div>
      );
    case 'picture':
      return <img src={goodPicture(row.hue)} alt="" />;
    case 'offer':
      return (
        <div className="offer-card-wrap">
          <img src={goodPicture(row.hue)} alt="" />
          <div>
            <div>{row.title}</div>
            <b>{row.price}</b>
          </div>
        </div>
      );
    case 'order':
      return (
        <div className="od-wrap">
          <div>订单号：{row.orderId}</div>
          <div>{row.words}</div>
        </div>
      );
  }
}

/** Rows are told apart by their place only, so that the nodes of one conversation are filled with the next one's. */
export function Messages({ rows, hue, cls }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (box.current && rows.length > 0) box.current.scrollTop = box.current.scrollHeight;
  }, [rows.length]);
  return (
    <div className="ww_message" ref={box}>
      {rows.map((row, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: nodes are meant to be used again
        <div key={n} className={`message-item${row.own ? ' self' : ''}`}>
          <img className={cls('avatar')} src={avatarPicture(row.own ? 18 : hue)} alt="" />
          <div className="content">
            <Content row={row} />
          </div>
        </div>
      ))}
    </div>
  );
}
