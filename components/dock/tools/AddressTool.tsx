import { useEffect, useState } from 'react';
import { zoneQuestion } from '../../../rules/orders/zone-question.ts';
import { addressTexts } from '../../i18n/address-texts.ts';
import { inLanguage, useTexts } from '../../i18n/use-texts.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Chip, EmptyLine } from '../../ui/Marks.tsx';
import type { AddressReading } from '../model.ts';
import { CourierLines } from './address/CourierLines.tsx';
import { draftOf, noFacts, readFacts } from './address/facts.ts';
import { OrderFactFields } from './address/OrderFactFields.tsx';
import { ReadParts } from './address/ReadParts.tsx';
import type { ToolProps } from './tool-props.ts';

/** Typing pauses so long before what was typed is read. */
const PAUSE_MS = 180;

/** Where does this address lie, who goes there, for how much, and what to tell the buyer (B1–B3, A9). */
export function AddressTool({ model, actions, start }: ToolProps) {
  const { language } = model;
  const t = useTexts(addressTexts, language);
  const order = model.orders?.list.find((row) => row.order.key === start?.orderKey)?.order;
  const [text, setText] = useState(start?.text ?? order?.address ?? '');
  const words = [...(model.pricing?.flashWords ?? [])];
  const [draft, setDraft] = useState(() =>
    order ? draftOf(zoneQuestion(order, { flashSale: { words, askManagerFrom: 0 } })) : noFacts,
  );
  const [reading, setReading] = useState<AddressReading>();
  const [isFirst, setFirst] = useState(true);
  const { facts, bad } = readFacts(draft);
  const asked = JSON.stringify(facts);

  // What was opened with is read at once, what is typed when typing pauses.
  useEffect(() => {
    let isLate = false;
    const timer = setTimeout(
      () => {
        setFirst(false);
        void actions.readAddress(text, JSON.parse(asked)).then((next) => {
          if (!isLate) setReading(next);
        });
      },
      isFirst ? 0 : PAUSE_MS,
    );
    return () => {
      isLate = true;
      clearTimeout(timer);
    };
  }, [actions, text, asked, isFirst]);

  const { problem, parsed, answer } = reading ?? {};
  const { phrase } = answer ?? {};
  return (
    <div className="sb-address">
      <div className="sb-address-input">
        <Field label={t.input} hideLabel>
          {(control) => (
            <textarea
              {...control}
              rows={3}
              placeholder={t.placeholder}
              autoComplete="off"
              spellCheck={false}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
          )}
        </Field>
        {text !== '' && <IconButton icon="close" label={t.clear} onPress={() => setText('')} />}
      </div>
      <OrderFactFields draft={draft} bad={bad} onChange={setDraft} language={language} />
      {order?.orderId !== undefined && <p className="sb-hint">{t.order(order.orderId)}</p>}
      <div className="sb-address-answer" aria-live="polite" data-problem={problem}>
        {!reading && text !== '' && <EmptyLine>{t.reading}</EmptyLine>}
        {problem && <EmptyLine>{t.hints[problem]}</EmptyLine>}
        {answer && problem === undefined && !parsed?.candidates && (
          <p className="sb-address-verdict">
            <Chip tone={answer.level}>{inLanguage(answer.label, language)}</Chip>
          </p>
        )}
        {parsed?.candidates && (
          <section>
            <h3>{t.candidates(parsed.district ?? '')}</h3>
            <div className="sb-buttons">
              {parsed.candidates.map((path) => (
                <Button key={path} onPress={() => setText(chosenPlace(path, parsed.district ?? '', text))}>
                  {path.replaceAll('/', ' ')}
                </Button>
              ))}
            </div>
          </section>
        )}
        {phrase !== undefined && (
          <section>
            <h3>{t.phrase}</h3>
            <blockquote className="sb-draft">{phrase}</blockquote>
            <div className="sb-buttons">
              {model.hasEditor && (
                <Button icon="fill" kind="primary" keepFocus onPress={() => actions.insertText(phrase)}>
                  {t.insert}
                </Button>
              )}
              <Button icon="copy" keepFocus onPress={() => actions.copy(phrase)}>
                {t.copy}
              </Button>
            </div>
          </section>
        )}
        {answer && problem === undefined && (
          <CourierLines answer={answer} grams={facts.grams} language={language} />
        )}
        {parsed && problem !== 'abroad' && <ReadParts parsed={parsed} language={language} />}
        {answer && problem === undefined && (
          <section>
            <h3>{t.why}</h3>
            <ul className="sb-address-why">
              {answer.reasons.map((reason) => (
                <li key={reason['zh-CN']}>{inLanguage(reason, language)}</li>
              ))}
            </ul>
          </section>
        )}
      </div>
    </div>
  );
}

/** The text with the place the agent chose written out in front of the district that was open. */
function chosenPlace(path: string, district: string, text: string): string {
  const whole = path.replaceAll('/', '');
  return district !== '' && text.includes(district) ? text.replace(district, whole) : `${whole} ${text}`;
}
