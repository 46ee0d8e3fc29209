import type { BagCode, ReturnRules } from '../../../rules/returns/return-rules.ts';
import { optionsRegisterTexts } from '../../i18n/options-register-texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Switch } from '../../ui/Switch.tsx';
import { type Reading, TextSetting } from '../../ui/TextSetting.tsx';
import type { SectionProps } from '../model.ts';
import { readClock } from '../read-fields.ts';

const most = { reasons: 100, codes: 2_000, length: 100 } as const;

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** The return desk's habits (mission.md B8), and what the agent is reminded of. */
export function ReturnSettings({ model, actions }: SectionProps) {
  const t = useTexts(optionsRegisterTexts, model.language);
  const { returns } = model.shop;
  const { reminders } = model.settings;
  const save = (patch: Partial<ReturnRules>): void => actions.saveShop({ returns: { ...returns, ...patch } });

  const readTime = (text: string): Reading<string> => {
    if (text.trim() === '') return { value: '' };
    const value = readClock(text);
    return value === undefined ? { error: t.badClock } : { value };
  };
  const readReasons = (text: string): Reading<string[]> => {
    const value = [...new Set(lines(text))];
    const fits = value.length <= most.reasons && value.every((one) => one.length <= most.length);
    return fits ? { value } : { error: t.tooMany(most.reasons) };
  };
  return (
    <div className="sb-card sb-form">
      <TextSetting
        label={t.remindAt}
        hint={t.remindHint}
        value={returns.remindAt ?? ''}
        print={(value) => value}
        read={readTime}
        onSave={(value) => {
          const { remindAt: _, ...rest } = returns;
          actions.saveShop({ returns: value === '' ? rest : { ...rest, remindAt: value } });
        }}
      />
      <div className="sb-registers-reminders">
        {(['returns', 'promises'] as const).map((what) => {
          const label = what === 'returns' ? t.remindReturns : t.remindPromises;
          return (
            <div key={what} className="sb-row">
              <span>{label}</span>
              <Switch
                label={label}
                on={reminders[what]}
                onChange={(on) => actions.saveSettings({ reminders: { ...reminders, [what]: on } })}
              />
            </div>
          );
        })}
      </div>
      <TextSetting
        label={t.reasons}
        hint={t.reasonsHint}
        lines={4}
        value={returns.acceptedReasons}
        print={(value) => value.join('\n')}
        read={readReasons}
        onSave={(acceptedReasons) => save({ acceptedReasons })}
      />
      <TextSetting
        label={t.bagCodes}
        hint={t.bagHint}
        lines={6}
        wide
        value={returns.bagCodes}
        print={(value) => value.map(({ match, code }) => `${match} = ${code}`).join('\n')}
        read={(text) => readBagCodes(text, t)}
        onSave={(bagCodes) => save({ bagCodes })}
      />
    </div>
  );
}

/** `链条包 = 包之恋955` per line; a table pasted from a spreadsheet has tabs between. */
function readBagCodes(
  text: string,
  t: { badBag: (line: number) => string; tooMany: (most: number) => string },
): Reading<BagCode[]> {
  const codes: BagCode[] = [];
  for (const [at, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const [match = '', code = '', ...more] = line.split(/[=＝\t→]/).map((part) => part.trim());
    if (match === '' || code === '' || more.length > 0) return { error: t.badBag(at + 1) };
    if (match.length > most.length || code.length > most.length) return { error: t.tooMany(most.codes) };
    codes.push({ match, code });
  }
  return codes.length <= most.codes ? { value: codes } : { error: t.tooMany(most.codes) };
}
