import { useState } from 'react';
import { formatFen } from '../../../rules/money/money.ts';
import { tagText } from '../../../rules/packs/row-tag.ts';
import { countdown, type OrderTimer, orderTimers, penaltyEstimates } from '../../../rules/shipping/index.ts';
import { shortShanghaiTime } from '../../../rules/time/shanghai.ts';
import { deadlineTexts } from '../../i18n/deadline-texts.ts';
import { inLanguage, useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Marks.tsx';
import { DelayMessage } from './DelayMessage.tsx';
import type { OrderPartProps } from './order-part.ts';

/** Every deadline that runs for an order (B15), what being late may cost on request, and the message to the buyer. */
export function DeadlinePart({
  row,
  language,
  actions,
  now,
  hasEditor,
}: Omit<OrderPartProps, 'actions'> & { actions: Pick<OrderPartProps['actions'], 'insertText' | 'copy'> }) {
  const t = useTexts(deadlineTexts, language);
  const [open, setOpen] = useState<'penalty' | 'delay'>();
  const { order, timing } = row;
  if (!timing || order.status === 'closed' || order.status === 'done') return null;
  const timers = orderTimers(order, timing, now);
  if (timers.length === 0 && order.status !== 'unshipped') return null;
  const toggle = (part: 'penalty' | 'delay'): void => setOpen(open === part ? undefined : part);
  return (
    <section className="sb-order-part sb-deadlines" aria-label={t.title} data-deadlines="">
      <p className="sb-part-head">
        <strong>{t.title}</strong>
      </p>
      {timers.length === 0 && <p className="sb-muted">{t.none}</p>}
      <ul>
        {timers.map((timer) => (
          <Timer key={timer.id} timer={timer} language={language} now={now} />
        ))}
      </ul>
      <div className="sb-buttons">
        <Button kind="quiet" keepFocus expanded={open === 'penalty'} onPress={() => toggle('penalty')}>
          {t.penalty}
        </Button>
        <Button kind="quiet" keepFocus expanded={open === 'delay'} onPress={() => toggle('delay')}>
          {t.delay}
        </Button>
      </div>
      {open === 'penalty' && <Penalties row={row} language={language} />}
      {open === 'delay' && (
        <DelayMessage orderId={order.orderId} language={language} actions={actions} hasEditor={hasEditor} />
      )}
    </section>
  );
}

const inWords = (tag: string | undefined, language: OrderPartProps['language']): string | undefined =>
  tag === undefined ? undefined : tagText(tag)?.[language];

const tones = { open: 'plain', warn: 'warn', late: 'stop', unknown: 'info' } as const;

function Timer({
  timer,
  language,
  now,
}: {
  timer: OrderTimer;
  language: OrderPartProps['language'];
  now: number;
}) {
  const t = useTexts(deadlineTexts, language);
  const { id, what, at, source, state, reason, rule, tag, source_date, from } = timer;
  // What the page itself says needs no founding; a row of the pack has a source, the shop's own hours have none.
  const founding = from === undefined ? tag && t.ownRule : t.rule(rule, inWords(tag, language), source_date);
  return (
    <li data-timer={id} data-state={state}>
      <p>
        <strong>{inLanguage(what, language)}</strong>
        {at !== undefined && <span className="sb-number">{shortShanghaiTime(at)}</span>}
        <Chip tone={tones[state]}>
          {at === undefined ? t.unknown : inLanguage(countdown(at, now).label, language)}
        </Chip>
        <span className="sb-spring" />
        <Chip>{source === 'page' ? t.page : t.inferred}</Chip>
      </p>
      <p className="sb-muted">{[inLanguage(reason, language), founding].filter(Boolean).join(' · ')}</p>
    </li>
  );
}

/** Only ever shown on request: numbers nobody has checked frighten for nothing (rules.md §1). */
function Penalties({ row, language }: Pick<OrderPartProps, 'row' | 'language'>) {
  const t = useTexts(deadlineTexts, language);
  const { platform, amount } = row.order;
  const estimates = penaltyEstimates(platform, amount, row.timing?.rows);
  if (estimates.length === 0) return <p className="sb-hint">{t.penaltyNone}</p>;
  return (
    <div className="sb-penalties" data-penalties="">
      <p className="sb-hint">{t.penaltyLabel}</p>
      <ul>
        {estimates.map(
          ({ rule, what, fen, known, own, tag, source, source_date, effective_from, others, note }) => (
            <li key={rule} data-rule={rule}>
              <p>
                <span>{inLanguage(what, language)}</span>
                <span className="sb-spring" />
                {fen === undefined ? (
                  <span className="sb-muted">{known ? t.needAmount : t.amountUnknown}</span>
                ) : (
                  <b>¥{formatFen(fen)}</b>
                )}
              </p>
              <p className="sb-muted">
                {[
                  note && inLanguage(note, language),
                  own ? t.ownValue : t.rule(rule, inWords(tag, language), undefined),
                  !own && t.source(source, source_date),
                  !own && effective_from && t.since(effective_from),
                  others.length > 0 && t.others(others.map(({ says }) => says).join('；')),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </li>
          ),
        )}
      </ul>
    </div>
  );
}
