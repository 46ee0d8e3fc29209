import type { Language } from '../../../rules/language/local-text.ts';
import type { TileReach } from '../../../rules/zones/province-outlook.ts';
import { regionStem } from '../../../rules/zones/region-name.ts';
import { conditionTexts, daysText, feeBasis, yuan } from '../../../rules/zones/rule-text.ts';
import type { CourierRule } from '../../../rules/zones/table.ts';
import type { OptionsTexts } from '../../i18n/options-texts.ts';
import type { Tone } from '../../ui/Marks.tsx';

/** One colour per verdict, everywhere in the section; a word always stands with it. */
export const reachTones: Record<TileReach, Tone> = {
  reaches: 'accent',
  surcharge: 'warn',
  slow: 'info',
  no: 'stop',
  unknown: 'plain',
  unwritten: 'plain',
};

/** A region as agents say it: 四川·甘孜 for 四川省/甘孜藏族自治州. */
const shortRegion = (region: string): string =>
  region
    .split('/')
    .filter((part) => part !== '')
    .map(regionStem)
    .join('·');

/** Where a rule holds, as one line; a long list is cut. */
export function ruleWhere(rule: CourierRule, t: OptionsTexts, most = 6): string {
  const { regions, keywords = [], corps } = rule;
  const shown = regions.slice(0, most).map(shortRegion).join('、');
  const named = regions.length > most ? t.andMore(shown, regions.length) : shown;
  const where = regions.length > 0 ? named : keywords.length > 0 || corps ? '' : t.everywhere;
  return [where, corps ? t.corps : '', keywords.length > 0 ? t.withWords(keywords) : '']
    .filter((part) => part !== '')
    .join(' · ');
}

/** What a rule says beside its verdict: fee, conditions, days and note. */
export function ruleDetails(rule: CourierRule, language: Language): string[] {
  const fee = rule.reach === 'surcharge' ? rule.surcharge : undefined;
  const basis = fee && feeBasis(fee);
  return [
    fee && (basis ? basis[language] : `¥${yuan(fee.first)}`),
    ...conditionTexts(rule).map((text) => text[language]),
    daysText(rule)?.[language],
    rule.note,
  ]
    .filter((part) => part !== undefined)
    .filter((part) => part !== '');
}

/** Which rule it is and what it says, as one line: 按“河北、河南 等 10 处”的规则 · 加 ¥18. */
export const ruleLine = (rule: CourierRule, t: OptionsTexts, language: Language): string =>
  [t.byRule(ruleWhere(rule, t, 3)), ...ruleDetails(rule, language)].join(' · ');
