import { type KeyboardEvent, useState } from 'react';
import type { Language } from '../../rules/language/local-text.ts';
import { formatFen } from '../../rules/money/money.ts';
import { dockTexts } from '../i18n/dock-texts.ts';
import { inLanguage, useTexts } from '../i18n/use-texts.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { imeOwns } from '../ui/ime.ts';
import { Line } from '../ui/Marks.tsx';
import { Segments } from '../ui/Segments.tsx';
import { useGuard } from '../ui/trust.tsx';
import type { DockActions, PricePreview, PriceRequest, PriceView } from './model.ts';

const ways = ['target', 'minus', 'percent'] as const;

const sameRequest = (a: PriceRequest, b: PriceRequest): boolean =>
  a.way === b.way && a.value === b.value && (a.freight ?? '') === (b.freight ?? '');

/**
 * The price card (B10): says what will be typed into the dialog before it is typed. It fills the inputs and never
 * presses 确定修改, and says so.
 */
export function PriceSection({
  price,
  language,
  actions,
}: {
  price: PriceView;
  language: Language;
  actions: DockActions;
}) {
  const t = useTexts(dockTexts, language);
  const guard = useGuard();
  const [typedRequest, setRequest] = useState<PriceRequest>(
    price.preview?.request ?? { way: 'target', value: '' },
  );
  // Another dialog may take less than the one before it.
  const offered = price.ways ?? ways;
  const [fallback = 'target'] = offered;
  const request = offered.includes(typedRequest.way) ? typedRequest : { ...typedRequest, way: fallback };
  const typed = request.value.trim() !== '';
  const preview =
    typed && price.preview && sameRequest(price.preview.request, request) ? price.preview : undefined;
  const ready =
    preview !== undefined && (preview.newPrice ?? preview.delta) !== undefined && preview.blocks.length === 0;

  const change = (next: PriceRequest): void => {
    setRequest(next);
    if (next.value.trim() !== '') actions.previewPrice(next);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || imeOwns(event) || !ready) return;
    event.preventDefault();
    actions.fillPrice(request);
  };

  return (
    <div className="sb-price sb-scroll">
      <p className="sb-price-now">
        <span>{t.current}</span>
        <b>{price.current === undefined ? t.unread : `¥${formatFen(price.current)}`}</b>
      </p>
      <Segments
        label={t.way}
        options={offered.map((way) => ({ id: way, label: t.ways[way] }))}
        chosen={request.way}
        onChoose={(way) => change({ ...request, way })}
      />
      <div className="sb-price-inputs">
        <Field label={t.value[request.way]} hint={request.way === 'percent' ? t.percentHint : undefined}>
          {(control) => (
            <input
              {...control}
              type="text"
              inputMode="decimal"
              autoComplete="off"
              value={request.value}
              onChange={(event) => change({ ...request, value: event.target.value })}
              onKeyDown={guard(onKeyDown)}
            />
          )}
        </Field>
        {price.hasFreight && (
          <Field label={t.freight} hint={t.freightHint}>
            {(control) => (
              <input
                {...control}
                type="text"
                inputMode="decimal"
                autoComplete="off"
                value={request.freight ?? ''}
                onChange={(event) => {
                  const { freight: _, ...rest } = request;
                  const freight = event.target.value;
                  change(freight === '' ? rest : { ...rest, freight });
                }}
                onKeyDown={guard(onKeyDown)}
              />
            )}
          </Field>
        )}
      </div>
      {preview ? <Preview preview={preview} language={language} /> : <p className="sb-hint">{t.typeValue}</p>}
      <Button kind="primary" icon="fill" disabled={!ready} onPress={() => actions.fillPrice(request)}>
        {t.fillPrice}
      </Button>
      <p className="sb-hint">{t.neverConfirms}</p>
    </div>
  );
}

function Preview({ preview, language }: { preview: PricePreview; language: Language }) {
  const t = useTexts(dockTexts, language);
  const { newPrice, delta, freight, payable } = preview;
  const rows: [string, string][] = [];
  if (newPrice !== undefined) rows.push([t.newPrice, `¥${formatFen(newPrice)}`]);
  if (delta !== undefined)
    rows.push([t.delta, `${delta > 0 ? '+' : ''}${formatFen(delta).replace('-', '−')}`]);
  if (freight !== undefined) rows.push([t.freight, `¥${formatFen(freight)}`]);
  if (payable !== undefined) rows.push([t.payable, `¥${formatFen(payable)}`]);
  return (
    <div aria-live="polite" className="sb-preview">
      {rows.length > 0 && (
        <dl className="sb-sums">
          {rows.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {preview.blocks.map((block) => (
        <Line key={block.en} tone="stop" icon="alert">
          {inLanguage(block, language)}
        </Line>
      ))}
      {preview.warnings.map((warning) => (
        <Line key={warning.en} tone="warn" icon="alert">
          {inLanguage(warning, language)}
        </Line>
      ))}
      {preview.filled && (
        <Line tone="accent" icon="check">
          {t.filled}
        </Line>
      )}
    </div>
  );
}
