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
  return (
    <section>
      <h3>{t.couriers}</h3>
      <ul className="sb-address-couriers">
        {couriers.map(({ courier, reach, rule, region, surcharge }) => {
          const fee = surcharge && feeText(surcharge, grams)[language];
          const days = rule && daysText(rule)?.[language];
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
                {rule
                  ? [t.rule(rule.id, placeText(rule, region)[language]), rule.note]
                      .filter((part) => part !== undefined)
                      .join(' · ')
                  : t.noRule}
              </small>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
