import type { Language } from '../../../rules/language/local-text.ts';
import { formatFen, readMoney } from '../../../rules/money/money.ts';
import { workFormula } from '../../../rules/price/index.ts';
import { listOldAfterDays } from '../../../rules/price/list-price.ts';
import { DAY_MS, shanghaiDay } from '../../../rules/time/shanghai.ts';
import type { PriceFacts } from '../../../storage/contracts/pricing.ts';
import { pricingTexts } from '../../i18n/pricing-texts.ts';
import { inLanguage, useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { Line } from '../../ui/Marks.tsx';
import type { PricingView } from '../price-model.ts';

/** A price the agent may take over, with where it comes from. */
export type TakePrice = (fen: number, source: string) => void;

/** When the list was put in place; an old one is warned about. */
export function ListDate({
  list,
  language,
  now,
}: {
  list: PriceFacts['list'];
  language: Language;
  now: number;
}) {
  const t = useTexts(pricingTexts, language);
  if (!list) return null;
  const days = Math.floor((now - list.at) / DAY_MS);
  return days >= listOldAfterDays ? (
    <Line tone="warn" icon="alert">
      {t.listOf(list.name, shanghaiDay(list.at))} · {t.listOld(days)}
    </Line>
  ) : (
    <p className="sb-hint">{t.listOf(list.name, shanghaiDay(list.at))}</p>
  );
}

/** What the list says of the goods in hand: one price, several to choose from, or none. */
export function ListPrices({
  facts,
  sum,
  language,
  now,
  onTake,
}: {
  facts: PriceFacts | undefined;
  /** Of all pieces, where every line has exactly one price. */
  sum: number | undefined;
  language: Language;
  now: number;
  onTake: TakePrice;
}) {
  const t = useTexts(pricingTexts, language);
  if (!facts?.list) return null;
  const found = facts.items.flatMap(({ list }) => list);
  const [only] = found;
  const whole = sum !== undefined && facts.items.length >= 1;
  const codes = found.map(({ code }) => code).join('、');
  return (
    <div className="sb-price-source">
      <p className="sb-price-source-head">
        <span>{t.livePrice}</span>
        {whole && only ? (
          <>
            <b>¥{formatFen(sum)}</b>
            <span className="sb-muted sb-clip">{codes}</span>
            <Button keepFocus onPress={() => onTake(sum, `${t.livePrice} ${codes}`)}>
              {t.use}
            </Button>
          </>
        ) : (
          <span className="sb-muted">{found.length === 0 ? t.noListPrice : t.severalPrices}</span>
        )}
      </p>
      {!whole && found.length > 0 && (
        <div className="sb-price-choices">
          {found.map(({ code, price, name }) => (
            <Button
              key={code}
              keepFocus
              title={t.takePrice(name ?? code, formatFen(price))}
              onPress={() => onTake(price, `${t.livePrice} ${code}`)}
            >
              {code} ¥{formatFen(price)}
            </Button>
          ))}
        </div>
      )}
      <ListDate list={facts.list} language={language} now={now} />
    </div>
  );
}

/** Every formula with its price and arithmetic; a formula that gives none says why. */
export function FormulaPrices({
  pricing,
  values,
  language,
  onTake,
  takeLabel,
}: {
  pricing: Pick<PricingView, 'formulas'>;
  /** Fen. */
  values: { cost?: number; freight?: number; price?: number };
  language: Language;
  onTake: TakePrice;
  takeLabel: string;
}) {
  const t = useTexts(pricingTexts, language);
  if (pricing.formulas.length === 0) return <p className="sb-hint">{t.noFormula}</p>;
  return (
    <ul className="sb-formulas">
      {pricing.formulas.map((formula) => {
        const worked = workFormula(formula, values);
        return (
          <li key={formula.id}>
            <p>
              <strong className="sb-clip">{formula.name}</strong>
              {worked.ok && <b>¥{formatFen(worked.price)}</b>}
              {worked.ok && (
                <Button
                  keepFocus
                  onPress={() => onTake(worked.price, `${t.formula} ${formula.name} ${worked.arithmetic}`)}
                >
                  {takeLabel}
                </Button>
              )}
            </p>
            {worked.ok ? (
              <p className="sb-muted sb-figures">
                {worked.arithmetic}
                {worked.rounded && ` · ${t.rounded}`}
              </p>
            ) : (
              <p className="sb-muted">{inLanguage(worked.says, language)}</p>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** An amount an agent types: what is no amount is said, what is empty is no fault. */
export function AmountField({
  label,
  hint,
  value,
  language,
  onChange,
}: {
  label: string;
  hint?: string | undefined;
  value: string;
  language: Language;
  onChange: (value: string) => void;
}) {
  const t = useTexts(pricingTexts, language);
  const fen = readMoney(value);
  const bad = value.trim() !== '' && (fen === undefined || fen < 0);
  return (
    <Field label={label} hint={hint} errors={bad ? [t.badAmount] : []}>
      {(control) => (
        <input
          {...control}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

/** Fen of a typed amount; undefined for an empty field and for what is none. */
export function typedFen(value: string): number | undefined {
  const fen = value.trim() === '' ? undefined : readMoney(value);
  return fen !== undefined && fen >= 0 ? fen : undefined;
}
