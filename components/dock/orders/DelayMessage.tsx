import { useState } from 'react';
import {
  type DelayCause,
  delayCauseNames,
  delayCauses,
  delayMessage,
} from '../../../rules/shipping/index.ts';
import { deadlineTexts } from '../../i18n/deadline-texts.ts';
import { inLanguage, useTexts } from '../../i18n/use-texts.ts';
import { Field } from '../../ui/Field.tsx';
import { Draft, DraftButtons } from './DraftText.tsx';
import type { OrderPartProps } from './order-part.ts';

/** The message to the buyer of a late order: a draft by cause; a date stands in it only where the agent wrote one. */
export function DelayMessage({
  orderId,
  language,
  actions,
  hasEditor,
}: Pick<OrderPartProps, 'language' | 'hasEditor'> & {
  orderId: string | undefined;
  actions: Pick<OrderPartProps['actions'], 'insertText' | 'copy'>;
}) {
  const t = useTexts(deadlineTexts, language);
  const [cause, setCause] = useState<DelayCause>('volume');
  const [date, setDate] = useState('');
  const text = delayMessage(cause, { date, ...(orderId !== undefined && { orderId }) });
  return (
    <div className="sb-delay" data-delay={cause}>
      <Field label={t.cause}>
        {(control) => (
          <select {...control} value={cause} onChange={(event) => setCause(event.target.value as DelayCause)}>
            {delayCauses.map((one) => (
              <option key={one} value={one}>
                {inLanguage(delayCauseNames[one], language)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={t.date}>
        {(control) => (
          <input
            {...control}
            type="text"
            maxLength={30}
            placeholder={t.datePlaceholder}
            value={date}
            onChange={(event) => setDate(event.target.value)}
          />
        )}
      </Field>
      <Draft text={text} />
      <div className="sb-buttons">
        <DraftButtons text={text} labels={t} hasEditor={hasEditor} actions={actions} />
      </div>
    </div>
  );
}
