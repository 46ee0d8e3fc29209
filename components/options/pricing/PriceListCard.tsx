import { useMemo, useRef, useState } from 'react';
import { formatFen } from '../../../rules/money/money.ts';
import { listOldAfterDays } from '../../../rules/price/list-price.ts';
import { foldCode } from '../../../rules/products/card.ts';
import { DAY_MS, shortShanghaiTime } from '../../../rules/time/shanghai.ts';
import { optionsPricingTexts } from '../../i18n/options-pricing-texts.ts';
import { inLanguage, useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { useMinute } from '../../ui/clock.tsx';
import { Field } from '../../ui/Field.tsx';
import { EmptyLine, Line } from '../../ui/Marks.tsx';
import { SearchBox } from '../../ui/SearchBox.tsx';
import { Segments } from '../../ui/Segments.tsx';
import type { SectionProps } from '../model.ts';
import type { ListPreview } from './model.ts';

/** Rows drawn at once. */
const most = { rows: 50, problems: 30, changes: 20 } as const;

/** The live stream's prices: chosen or pasted, looked at, then put in place; searched, dated, cleared. */
export function PriceListCard({ model, actions }: SectionProps) {
  const { language } = model;
  const t = useTexts(optionsPricingTexts, language);
  const now = useMinute();
  const { list, preview } = model.pricing;
  const [text, setText] = useState('');
  const chooser = useRef<HTMLInputElement>(null);
  const days = Math.floor((now - list.at) / DAY_MS);
  const isKept = list.at > 0;
  return (
    <div className="sb-card sb-pricing-card" data-price-list="">
      {isKept ? (
        <p>{t.listIs(list.name, shortShanghaiTime(list.at), list.prices.length)}</p>
      ) : (
        <p className="sb-hint">{t.listNone}</p>
      )}
      {isKept && days >= listOldAfterDays && (
        <Line tone="warn" icon="alert">
          {t.listOld(days)}
        </Line>
      )}
      <div className="sb-pricing-buttons">
        <input
          ref={chooser}
          type="file"
          hidden
          accept=".xlsx,.csv,.tsv,.txt"
          aria-label={t.chooseFile}
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            if (file) actions.pricing.readFile(file);
            event.target.value = '';
          }}
        />
        <Button kind="primary" onPress={() => chooser.current?.click()}>
          {t.chooseFile}
        </Button>
        {isKept && <Button onPress={actions.pricing.clearList}>{t.clear}</Button>}
      </div>
      <Field label={t.paste}>
        {(control) => (
          <textarea
            {...control}
            rows={3}
            spellCheck={false}
            placeholder={t.pastePlaceholder}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <p>
        <Button disabled={text.trim() === ''} onPress={() => actions.pricing.readText(text)}>
          {t.readPasted}
        </Button>
      </p>
      {preview && <Preview preview={preview} model={model} actions={actions} onDone={() => setText('')} />}
      {isKept && <Prices model={model} actions={actions} />}
    </div>
  );
}

function Preview({
  preview,
  model,
  actions,
  onDone,
}: SectionProps & { preview: ListPreview; onDone: () => void }) {
  const { language } = model;
  const t = useTexts(optionsPricingTexts, language);
  const { change, problems } = preview;
  return (
    <section className="sb-pricing-preview" aria-label={t.preview(preview.name || t.pasted)}>
      <strong>{t.preview(preview.name || t.pasted)}</strong>
      {model.pricing.list.at > 0 && (
        <Segments
          label={t.way}
          options={(['replace', 'add'] as const).map((id) => ({ id, label: t.ways[id] }))}
          chosen={preview.way}
          onChoose={actions.pricing.chooseWay}
        />
      )}
      <p>{t.counts(change.added, change.changed.length, change.same, change.removed)}</p>
      {preview.notes.map((note) => (
        <p className="sb-hint" key={note.en}>
          {inLanguage(note, language)}
        </p>
      ))}
      <ul>
        {change.changed.slice(0, most.changes).map(({ code, before, after }) => (
          <li key={code}>{t.changedRow(code, formatFen(before), formatFen(after))}</li>
        ))}
        {change.changed.length > most.changes && <li>{t.more(change.changed.length - most.changes)}</li>}
      </ul>
      {problems.length > 0 && (
        <div className="sb-error" role="alert">
          {problems.slice(0, most.problems).map((problem) => (
            <p key={problem.en}>{inLanguage(problem, language)}</p>
          ))}
          {problems.length > most.problems && <p>{t.more(problems.length - most.problems)}</p>}
        </div>
      )}
      <p className="sb-pricing-buttons">
        <Button
          kind="primary"
          disabled={preview.count === 0}
          onPress={() => {
            actions.pricing.applyList();
            onDone();
          }}
        >
          {problems.length > 0 ? t.applySkipping(preview.count, problems.length) : t.apply(preview.count)}
        </Button>
        <Button onPress={actions.pricing.cancelList}>{t.cancel}</Button>
      </p>
    </section>
  );
}

function Prices({ model }: SectionProps) {
  const t = useTexts(optionsPricingTexts, model.language);
  const { prices } = model.pricing.list;
  const [query, setQuery] = useState('');
  const asked = foldCode(query);
  const found = useMemo(
    () =>
      asked === ''
        ? prices
        : prices.filter(
            ({ code, name = '' }) => foldCode(code).includes(asked) || foldCode(name).includes(asked),
          ),
    [prices, asked],
  );
  return (
    <>
      <SearchBox label={t.search} query={query} onQuery={setQuery} />
      {found.length === 0 ? (
        <EmptyLine>{t.noHit(query.trim())}</EmptyLine>
      ) : (
        <table className="sb-pricing-table">
          <thead>
            <tr>
              <th>{t.code}</th>
              <th>{t.goodsName}</th>
              <th>{t.price}</th>
            </tr>
          </thead>
          <tbody>
            {found.slice(0, most.rows).map(({ code, name, price }) => (
              <tr key={code}>
                <td>{code}</td>
                <td>{name}</td>
                <td className="sb-figures">¥{formatFen(price)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {found.length > most.rows && <p className="sb-hint">{t.more(found.length - most.rows)}</p>}
    </>
  );
}
