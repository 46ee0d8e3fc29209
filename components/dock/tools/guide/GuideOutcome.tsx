import { useId } from 'react';
import type { OutcomeMaterial } from '../../../../rules/decisions/fill-outcome.ts';
import {
  type DecisionOutcome,
  type DecisionTable,
  entryOf,
  type FilledText,
  fillOutcome,
} from '../../../../rules/decisions/index.ts';
import type { Order } from '../../../../rules/orders/order.ts';
import type { ShopPack } from '../../../../rules/packs/shop.ts';
import type { FormField } from '../../../../rules/phrases/template.ts';
import type { Platform } from '../../../../rules/platform.ts';
import { guideTexts } from '../../../i18n/guide-texts.ts';
import { inLanguage, useTexts } from '../../../i18n/use-texts.ts';
import { Button } from '../../../ui/Button.tsx';
import { Chip } from '../../../ui/Marks.tsx';
import { useGuard } from '../../../ui/trust.tsx';
import type { DockActions, DockModel } from '../../model.ts';
import { GuideRegister } from './GuideRegister.tsx';

/** What to do now: the next step, the texts filled, and the register entry. Nothing is sent. */
export function GuideOutcome({
  table,
  outcome,
  material,
  order,
  platform,
  shop,
  isChat,
  model,
  actions,
  onSay,
}: {
  table: DecisionTable;
  outcome: DecisionOutcome;
  material: OutcomeMaterial;
  order: Order | undefined;
  platform: Platform;
  shop: Pick<ShopPack, 'returns'>;
  /** No order of the page was chosen: it is the open chat's. */
  isChat: boolean;
  model: DockModel;
  actions: DockActions;
  onSay: (field: string, value: string) => void;
}) {
  const { language } = model;
  const t = useTexts(guideTexts, language);
  const filled = fillOutcome(outcome, material, language);
  const { register } = outcome;
  return (
    <section className="sb-guide-outcome" data-outcome={outcome.id}>
      <p className="sb-guide-next">
        <Chip tone="accent">{t.nextStep}</Chip>
        <strong>{filled.nextStep}</strong>
        {outcome.escalate && <Chip tone="warn">{t.manager}</Chip>}
      </p>
      {filled.steps.length > 0 && (
        <ol className="sb-guide-steps">
          {filled.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      )}
      {filled.fields.length > 0 && (
        <fieldset className="sb-guide-fields">
          <legend className="sb-muted">{t.fields}</legend>
          {filled.fields.map((field) => (
            <FieldRow
              key={field.name}
              field={field}
              value={material.answers[field.name] ?? ''}
              language={language}
              onSay={onSay}
            />
          ))}
        </fieldset>
      )}
      {filled.texts.map((text) => (
        <TextRow key={text.reader} text={text} order={order} model={model} actions={actions} />
      ))}
      {register && (
        <GuideRegister
          kind={register.kind}
          hours={register.dueHours}
          now={material.now}
          language={language}
          onWrite={(hours) => {
            const chinese = fillOutcome(outcome, material, 'zh-CN');
            const entry = entryOf(
              table,
              outcome,
              chinese,
              {
                order,
                platform,
                buyer: material.values.买家,
                ...(isChat && { conversation: model.openConversation }),
                answers: material.answers,
                bagCodes: shop.returns.bagCodes,
                now: material.now,
              },
              hours,
            );
            return entry ? actions.guide.write(entry) : undefined;
          }}
        />
      )}
    </section>
  );
}

function FieldRow({
  field,
  value,
  language,
  onSay,
}: {
  field: FormField;
  value: string;
  language: DockModel['language'];
  onSay: (field: string, value: string) => void;
}) {
  const t = useTexts(guideTexts, language);
  const guard = useGuard();
  const id = useId();
  const { name, options, page, fallback } = field;
  return (
    <div className="sb-guide-field">
      <label htmlFor={id}>
        {name}
        {page && <span className="sb-muted"> {page === 'masked' ? t.masked : t.notRead}</span>}
      </label>
      <div>
        {options && (
          <div className="sb-guide-options">
            {options.map((option) => (
              <button
                key={option}
                type="button"
                aria-pressed={option === value}
                aria-label={t.chooseFor(name, option)}
                onClick={guard(() => onSay(name, option))}
              >
                {option}
              </button>
            ))}
          </div>
        )}
        <input
          id={id}
          type="text"
          autoComplete="off"
          value={value}
          data-field={name}
          {...(fallback !== undefined && !options && { placeholder: fallback })}
          onChange={(event) => onSay(name, event.target.value)}
        />
      </div>
    </div>
  );
}

function TextRow({
  text: { reader, text, preview, missing },
  order,
  model,
  actions,
}: {
  text: FilledText;
  order: Order | undefined;
  model: DockModel;
  actions: DockActions;
}) {
  const t = useTexts(guideTexts, model.language);
  const name = t.readers[reader];
  const memo = reader === 'memo' ? order?.memo?.trim() : undefined;
  return (
    <div className="sb-guide-text" data-reader={reader}>
      <p className="sb-guide-text-head">
        <strong>{name}</strong>
        <span className="sb-spring" />
        {reader === 'buyer' && model.hasEditor && (
          <Button
            icon="fill"
            kind="quiet"
            keepFocus
            disabled={text === undefined}
            title={t.insertFor(name)}
            onPress={() => text !== undefined && actions.insertText(text)}
          >
            {t.insert}
          </Button>
        )}
        <Button
          icon="copy"
          kind="quiet"
          keepFocus
          disabled={text === undefined}
          title={t.copyFor(name)}
          onPress={() => text !== undefined && actions.copy(text)}
        >
          {t.copy}
        </Button>
      </p>
      <blockquote data-selectable="">{preview}</blockquote>
      {missing && <p className="sb-hint">{t.missing(inLanguage(missing, model.language))}</p>}
      {memo !== undefined && memo !== '' && <p className="sb-hint">{t.memoThere(memo)}</p>}
    </div>
  );
}
