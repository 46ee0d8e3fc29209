import { useEffect, useRef } from 'react';
import { yearlessTime } from '../../generator/shown-time.ts';
import { goodPicture } from '../../page/picture.ts';
import type { ChatRow } from './rows.ts';

interface Props {
  rows: readonly ChatRow[];
  cls(name: string): string;
  /** A class the evidence names, with the tail another build would put behind it. */
  named(name: string): string;
}

/** Rows are told apart by their place only, so that the nodes of one conversation are filled with the next one's. */
export function Messages({ rows, cls, named }: Props) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (box.current && rows.length > 0) box.current.scrollTop = box.current.scrollHeight;
  }, [rows.length]);
  return (
    <div className={cls('list')} ref={box}>
      {rows.map((row, n) =>
        row.kind === 'middle' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: nodes are meant to be used again
          <div key={n} className={cls('middle')}>
            <div className={named('kwaishop-cs-LayoutMiddleWrapper_msgBody')}>
              {row.lines.map((line) => (
                <div key={line}>{line}</div>
              ))}
            </div>
          </div>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: nodes are meant to be used again
          <div key={n} className={cls('row')} style={{ textAlign: row.own ? 'right' : 'left' }}>
            <div className={named('kwaishop-cs-LayoutDefaultWrapper_msgMain')}>
              <div className={named('kwaishop-cs-LayoutDefaultWrapper_beforeMsgBody')}>
                {`${row.nick}${yearlessTime(row.at)}`}
              </div>
              <div
                className={named('kwaishop-cs-LayoutDefaultWrapper_msgBody')}
                style={{ background: row.own ? '#ffe0d1' : '#fff' }}
              >
                {row.hue === undefined ? row.text : <img src={goodPicture(row.hue)} alt="" />}
              </div>
            </div>
          </div>
        ),
      )}
    </div>
  );
}
