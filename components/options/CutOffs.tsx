import type { DispatchCutOff } from '../../rules/packs/shop.ts';
import { optionsTexts } from '../i18n/options-texts.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { type Reading, TextSetting } from '../ui/TextSetting.tsx';
import type { SectionProps } from './model.ts';
import { readClock, readWhole } from './read-fields.ts';

/** Where a new cut-off starts; a shop without any begins with the rest of the day. */
const noon = '12:00';

/** Paid before → dispatched when (A10). The last row is "later" and has no time of its own. */
export function CutOffs({ model, actions }: SectionProps) {
  const t = useTexts(optionsTexts, model.language);
  const rows = model.shop.dispatch;

  // Kept in the order of the day, the open-ended row last, because the first row that fits decides.
  const save = (dispatch: DispatchCutOff[]): void =>
    actions.saveShop({
      dispatch: dispatch.toSorted((a, b) => (a.before ?? '24:00').localeCompare(b.before ?? '24:00')),
    });
  const change = (at: number, patch: Partial<DispatchCutOff>): void =>
    save(rows.map((row, index) => (index === at ? { ...row, ...patch } : row)));
  const readTime = (text: string): Reading<string> => {
    const value = readClock(text);
    return value === undefined ? { error: t.badClock } : { value };
  };
  const same = (text: string): string => text;
  const add = (): void => {
    const row = { says: '', plusDays: 0, leavesBy: '18:00' };
    const hasRest = rows.some((other) => other.before === undefined);
    save([...rows, hasRest ? { ...row, before: noon, says: t.afterwards } : { ...row, says: t.afterwards }]);
  };

  return (
    <div className="sb-card">
      <p className="sb-hint">{t.cutOffsHint}</p>
      <table className="sb-table">
        <thead>
          <tr>
            <th scope="col">{t.before}</th>
            <th scope="col">{t.says}</th>
            <th scope="col">{t.plusDays}</th>
            <th scope="col">{t.leavesBy}</th>
            <th />
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            <tr key={row.before ?? 'rest'}>
              <td>
                {row.before === undefined ? (
                  <span className="sb-muted">{t.afterwards}</span>
                ) : (
                  <TextSetting
                    label={t.before}
                    hideLabel
                    value={row.before}
                    print={same}
                    read={readTime}
                    onSave={(before) => change(at, { before })}
                  />
                )}
              </td>
              <td>
                <TextSetting
                  label={t.says}
                  hideLabel
                  value={row.says}
                  print={same}
                  read={(text) => (text.trim() === '' ? { error: t.saysMissing } : { value: text.trim() })}
                  onSave={(says) => change(at, { says })}
                />
              </td>
              <td className="sb-narrow">
                <TextSetting
                  label={t.plusDays}
                  hideLabel
                  value={row.plusDays}
                  print={String}
                  read={(text) => {
                    const value = readWhole(text, 0, 30);
                    return value === undefined ? { error: t.badNumber } : { value };
                  }}
                  onSave={(plusDays) => change(at, { plusDays })}
                />
              </td>
              <td>
                <TextSetting
                  label={t.leavesBy}
                  hideLabel
                  value={row.leavesBy}
                  print={same}
                  read={readTime}
                  onSave={(leavesBy) => change(at, { leavesBy })}
                />
              </td>
              <td>
                <IconButton
                  icon="trash"
                  label={t.removeCutOff(row.before ?? t.afterwards)}
                  onPress={() => save(rows.filter((_, index) => index !== at))}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Button kind="quiet" icon="plus" onPress={add}>
        {t.addCutOff}
      </Button>
    </div>
  );
}
