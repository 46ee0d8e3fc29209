import type { Language } from '../../../../rules/language/local-text.ts';
import type { Reach, ZoneAnswer } from '../../../../rules/zones/index.ts';
import { daysText, feeText, placeText } from '../../../../rules/zones/rule-text.ts';
import { addressTexts } from '../../../i18n/address-texts.ts';
import { useTexts } from '../../../i18n/use-texts.ts';
import { Chip, type Tone } from '../../../ui/Marks.tsx';

const tones: Record<Reach, Tone> = {
  reaches: 'accent',
  surcharge: 'warn',
  slow: 'info',
  no: 'stop',
  unknown: 'plain',
};

/** Every courier of the shop's table, the best first: verdict, fee, days, and the rule that decided. */
export function CourierLines({
  answer,
  grams,
  language,
}: {
  answer: ZoneAnswer;
  grams: number | undefined;
  language: Language;
}) {
  const t = useTexts(addressTexts, language);
  const { couriers } = answer.verdict;
  if (couriers.length === 0) return null;
  const silent = couriers.filter(({ rule }) => !rule).map(({ courier }) => courier);
  return (
    <section>
      <h3>{t.couriers}</h3>
      <ul className="sb-address-couriers">
        {couriers.map(({ courier, reach, rule, region, surcharge }) => {
          if (!rule) return null;
          const fee = surcharge && feeText(surcharge, grams)[language];
          const days = daysText(rule)?.[language];
          return (
            <li key={courier} data-reach={reach}>
              <strong>{courier}</strong>
              <Chip tone={tones[reach]}>
                {t.reach[reach]}
                {fee && ` ${fee}`}
              </Chip>
              {courier === answer.verdict.best?.courier && <span className="sb-muted">{t.best}</span>}
              {days && <span>{days}</span>}
              <small>
                {[t.rule(rule.id, placeText(rule, region)[language]), rule.note]
                  .filter((part) => part !== undefined)
                  .join(' · ')}
              </small>
            </li>
          );
        })}
        {silent.length > 0 && (
          <li data-reach="unknown">
            <span className="sb-muted">{t.noRule(silent)}</span>
          </li>
        )}
      </ul>
    </section>
  );
}
