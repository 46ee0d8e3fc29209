import { useState } from 'react';
import { formatFen, readMoney } from '../../../rules/money/money.ts';
import { type CompensationRow, compensationFaults } from '../../../rules/price/index.ts';
import { optionsPricingTexts } from '../../i18n/options-pricing-texts.ts';
import { inLanguage, useTexts } from '../../i18n/use-texts.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Line } from '../../ui/Marks.tsx';
import { type Reading, TextSetting } from '../../ui/TextSetting.tsx';
import type { SectionProps } from '../model.ts';
import { freeId } from './Formulas.tsx';

const printed = (fen: number | undefined): string => (fen === undefined ? '' : formatFen(fen));

/** What may be offered for a complaint (mission.md B13). Bands that contradict each other are said and not kept. */
export function Bands({ model, actions }: SectionProps) {
  const { language, shop } = model;
  const t = useTexts(optionsPricingTexts, language);
  const kept = shop.pricing.compensation;
  /** Rows that cannot be kept as they are. */
  const [draft, setDraft] = useState<CompensationRow[]>();
  const rows = draft ?? kept;
  const faults = compensationFaults(rows);
  const change = (next: CompensationRow[]): void => {
    if (compensationFaults(next).length > 0) {
      setDraft(next);
      return;
    }
    setDraft(undefined);
    actions.saveShop({ pricing: { ...shop.pricing, compensation: next } });
  };
  const put = (row: CompensationRow): void => change(rows.map((one) => (one.id === row.id ? row : one)));
  const needed = (text: string): Reading<number> => {
    const fen = readMoney(text);
    return fen === undefined || fen < 0 ? { error: t.badMoney } : { value: fen };
  };
  const optional = (text: string): Reading<number | undefined> =>
    text.trim() === '' ? { value: undefined } : needed(text);
  return (
    <div className="sb-card sb-pricing-card">
      <p className="sb-hint">{t.bandsHint}</p>
      {rows.map((row, at) => (
        <div className="sb-band-row" key={row.id} data-band={row.id}>
          <div className="sb-field">
            <label htmlFor={`band-${row.id}`}>{t.goods}</label>
            <select
              id={`band-${row.id}`}
              value={row.goods}
              onChange={(event) =>
                put({ ...row, goods: event.target.value === 'flash' ? 'flash' : 'normal' })
              }
            >
              <option value="normal">{t.kinds.normal}</option>
              <option value="flash">{t.kinds.flash}</option>
            </select>
          </div>
          <TextSetting
            label={t.from}
            value={row.from}
            print={printed}
            read={optional}
            onSave={(from) => {
              const { from: _, ...rest } = row;
              put(from === undefined ? rest : { ...rest, from });
            }}
          />
          <TextSetting
            label={t.under}
            value={row.under}
            print={printed}
            read={optional}
            onSave={(under) => {
              const { under: _, ...rest } = row;
              put(under === undefined ? rest : { ...rest, under });
            }}
          />
          <TextSetting
            label={t.least}
            value={row.least}
            print={printed}
            read={needed}
            onSave={(least) => put({ ...row, least })}
          />
          <TextSetting
            label={t.most}
            value={row.most}
            print={printed}
            read={needed}
            onSave={(most) => put({ ...row, most })}
          />
          <IconButton
            icon="trash"
            label={t.removeBand(at + 1)}
            onPress={() => change(rows.filter(({ id }) => id !== row.id))}
          />
        </div>
      ))}
      {draft && (
        <Line tone="stop" icon="alert">
          {t.notSaved}：{faults.map((fault) => inLanguage(fault, language)).join('；')}
        </Line>
      )}
      <p>
        <Button
          icon="plus"
          onPress={() => change([...rows, { id: freeId('band', rows), goods: 'normal', least: 0, most: 0 }])}
        >
          {t.addBand}
        </Button>
      </p>
    </div>
  );
}
