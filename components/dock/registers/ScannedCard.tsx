import { useState } from 'react';
import type { LocalText } from '../../../rules/language/local-text.ts';
import { formatFen } from '../../../rules/money/money.ts';
import type { EntryFacts, EntryStatus } from '../../../rules/registers/entry.ts';
import { goodsText, warehouseText } from '../../../rules/registers/entry-text.ts';
import { bagCodeOf } from '../../../rules/returns/bag-code.ts';
import type { ReturnMatch } from '../../../rules/returns/match-return.ts';
import { askNumberText, askReasonText, reasonVerdict } from '../../../rules/returns/return-reason.ts';
import type { ReturnRules } from '../../../rules/returns/return-rules.ts';
import { registerTexts } from '../../i18n/register-texts.ts';
import { returnTexts } from '../../i18n/return-texts.ts';
import { inLanguage, useTexts } from '../../i18n/use-texts.ts';
import { RegisterForm } from '../../registers/RegisterForm.tsx';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Chip, Line } from '../../ui/Marks.tsx';
import type { DockActions, DockModel } from '../model.ts';
import { EntryLine } from './EntryLine.tsx';
import { goodsOfLines } from './entry-start.ts';
import type { ScannedReturn } from './register-actions.ts';
import { entryOfReturn } from './return-rows.ts';

interface Shared {
  item: ScannedReturn;
  rules: ReturnRules;
  model: DockModel;
  actions: DockActions;
  /** Epoch ms. */
  now: number;
  onRegistered: (key: string) => void;
}

/** One scan with everything it was found to be: every order of that parcel, and what the register knows of it. */
export function ScannedCard(props: Shared) {
  const { item, model, actions, now, onRegistered } = props;
  const t = useTexts(returnTexts, model.language);
  const texts = useTexts(registerTexts, model.language);
  const [writing, setWriting] = useState(false);
  const { text, numbers, matches, entries, registered } = item;
  const isTail = matches.length > 0 && matches.every((match) => match.tail);
  const isNothing = matches.length === 0 && entries.length === 0;
  return (
    <li className="sb-scanned" data-scanned={text}>
      <p className="sb-scanned-head">
        <strong className="sb-number sb-clip" title={text}>
          {text}
        </strong>
        <span className="sb-spring" />
        {matches.length > 1 && <Chip tone="warn">{isTail ? t.tail : t.matches(matches.length)}</Chip>}
        {matches.length === 1 && isTail && <Chip tone="warn">{t.tail}</Chip>}
      </p>
      {isNothing && !writing && (
        <Line
          tone="warn"
          icon="alert"
          actions={
            numbers.length > 0 && (
              <Button keepFocus onPress={() => setWriting(true)}>
                {t.register}
              </Button>
            )
          }
        >
          {numbers.length === 0 && matches.length === 0 && !/^\d{4,7}$/.test(text) ? (
            t.noNumber(text)
          ) : registered.length > 0 ? (
            texts.written
          ) : (
            <>
              {t.unknown}
              <br />
              <span className="sb-muted">{t.unknownHint}</span>
            </>
          )}
        </Line>
      )}
      {writing && (
        <RegisterForm
          language={model.language}
          now={now}
          start={{
            platform: actions.registers.platform,
            kind: 'return',
            issue: '退货，没找到订单',
            trackingNo: numbers[0] ?? text,
          }}
          onCancel={() => setWriting(false)}
          onSubmit={async (entry) => {
            const written = await actions.registers.write(entry);
            if (written !== 'written' && written !== 'known') return written;
            setWriting(false);
            onRegistered(text);
            return undefined;
          }}
        />
      )}
      {matches.map((match) => (
        <MatchPart key={match.row.key} match={match} {...props} />
      ))}
      {entries.length > 0 && (
        <>
          <p className="sb-hint">{t.entries}</p>
          <ul className="sb-register-list">
            {entries.map((entry) => (
              <EntryLine key={entry.id} entry={entry} language={model.language} now={now} actions={actions} />
            ))}
          </ul>
        </>
      )}
    </li>
  );
}

function MatchPart({ match, item, rules, model, actions, onRegistered }: Shared & { match: ReturnMatch }) {
  const { language } = model;
  const t = useTexts(returnTexts, language);
  const [fault, setFault] = useState<LocalText>();
  const { row, by } = match;
  const verdict = reasonVerdict(row.reason, rules.acceptedReasons);
  const isBooked = item.registered.includes(row.key);
  const give = (text: string): void => (model.hasEditor ? actions.insertText(text) : actions.copy(text));
  const book = async (status: EntryStatus): Promise<void> => {
    const entry: EntryFacts = entryOfReturn(match, rules);
    const written = await actions.registers.write(entry, status);
    if (written !== 'written' && written !== 'known') {
      setFault(written);
      return;
    }
    setFault(undefined);
    actions.copy(warehouseText(entry));
    onRegistered(row.key);
  };
  return (
    <article className="sb-scanned-order" data-order={row.orderId ?? row.key}>
      <p>
        <Chip>{t.by[by]}</Chip>
        <span className="sb-number sb-clip" title={row.orderId}>
          {row.orderId ?? t.noOrderId}
        </span>
        <span className="sb-spring" />
        <IconButton icon="jump" keepFocus label={t.jump} onPress={() => actions.jumpToOrder(row.key)} />
      </p>
      <p className="sb-muted">
        {[row.buyer, row.amount !== undefined && `¥${formatFen(row.amount)}`, row.statusText]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {goodsOfLines(row.lines).map((line) => {
        const bag = bagCodeOf(line, rules.bagCodes);
        const said = goodsText(line);
        return (
          <p key={said} className="sb-scanned-goods">
            <span className="sb-clip" title={said}>
              {said}
            </span>
            <span className="sb-spring" />
            {bag ? (
              <Button
                kind="quiet"
                keepFocus
                title={t.copyBag(bag.code)}
                onPress={() => actions.copy(bag.code)}
              >
                {t.bag} <b>{bag.code}</b>
              </Button>
            ) : (
              <span className="sb-hint">{t.noBag}</span>
            )}
          </p>
        );
      })}
      <p>
        {row.reason === undefined ? (
          <span className="sb-muted">{t.noReason}</span>
        ) : (
          <>
            <span className="sb-clip">
              {t.reason}：{row.reason}
            </span>
            {verdict === 'stands' && <Chip tone="accent">{t.stands}</Chip>}
          </>
        )}
        <span className="sb-spring" />
        {verdict === 'ask' && (
          <Button
            kind="quiet"
            keepFocus
            onPress={() => give(askReasonText(row.reason ?? '', rules.acceptedReasons))}
          >
            {t.askReason}
          </Button>
        )}
        {by === 'order' && row.returnNo === undefined && (
          <Button kind="quiet" keepFocus onPress={() => give(askNumberText())}>
            {t.askNumber}
          </Button>
        )}
      </p>
      <div className="sb-register-acts">
        {isBooked ? (
          <Chip tone="accent">{t.booked}</Chip>
        ) : (
          <>
            <Button icon="check" keepFocus onPress={() => void book('open')}>
              {t.book}
            </Button>
            <Button kind="quiet" keepFocus onPress={() => void book('done')}>
              {t.bookDone}
            </Button>
          </>
        )}
      </div>
      {fault && (
        <p className="sb-error" role="alert">
          {inLanguage(fault, language)}
        </p>
      )}
    </article>
  );
}
