import type { Language } from '../../../rules/language/local-text.ts';
import { formatFen } from '../../../rules/money/money.ts';
import { dueStep } from '../../../rules/registers/due.ts';
import { entryKindNames, type RegisterEntry } from '../../../rules/registers/entry.ts';
import { goodsText, warehouseText } from '../../../rules/registers/entry-text.ts';
import { shortShanghaiTime } from '../../../rules/time/shanghai.ts';
import { optionsRegisterTexts } from '../../i18n/options-register-texts.ts';
import { platformName } from '../../i18n/platform-names.ts';
import { registerTexts } from '../../i18n/register-texts.ts';
import { inLanguage, useTexts } from '../../i18n/use-texts.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Marks.tsx';
import type { RegistersActions } from './model.ts';

/** One entry in the table: what, who, until when, and what is done with it by one press. */
export function EntryRow({
  entry,
  language,
  now,
  actions,
  onEdit,
}: {
  entry: RegisterEntry;
  language: Language;
  /** Epoch ms. */
  now: number;
  actions: RegistersActions;
  onEdit: () => void;
}) {
  const t = useTexts(optionsRegisterTexts, language);
  const words = useTexts(registerTexts, language);
  const { id, kind, platform, buyer, orderId, trackingNo, goods, amount, issue, promisedAt, status } = entry;
  const { createdAt, doneAt, solution, owner, note } = entry;
  const step = dueStep(entry, now);
  const about = [
    platform === 'other' ? undefined : platformName(platform, language),
    buyer,
    orderId,
    trackingNo,
    ...goods.map(goodsText),
    amount === undefined ? undefined : `¥${formatFen(amount)}`,
    solution,
    note,
  ].filter((part) => part !== undefined);
  return (
    <div className="sb-registers-row" data-entry={id} data-due={step} data-status={status}>
      <div className="sb-cards-text">
        <p>
          <Chip tone={status === 'done' ? 'accent' : 'plain'}>
            {inLanguage(entryKindNames[kind], language)}
          </Chip>
          <strong className="sb-clip" title={issue}>
            {issue}
          </strong>
        </p>
        <p className="sb-muted sb-clip" title={about.join(' · ')}>
          {about.join(' · ')}
        </p>
      </div>
      <div className="sb-registers-when">
        {status === 'done' ? (
          <p>{doneAt === undefined ? words.done : `${words.done} ${shortShanghaiTime(doneAt)}`}</p>
        ) : (
          <p className="sb-register-due">
            {promisedAt !== undefined &&
              `${step === 'late' ? `${words.late} ` : ''}${words.dueAt(shortShanghaiTime(promisedAt))}`}
          </p>
        )}
        <p className="sb-muted">
          {shortShanghaiTime(createdAt)}
          {owner !== undefined && ` · ${owner}`}
        </p>
      </div>
      <Button
        icon={status === 'open' ? 'check' : 'undo'}
        kind="quiet"
        onPress={() => actions.setStatus(id, status === 'open' ? 'done' : 'open')}
      >
        {status === 'open' ? words.solve : words.reopen}
      </Button>
      <IconButton icon="copy" label={t.copyWarehouse} onPress={() => actions.copy(warehouseText(entry))} />
      <IconButton icon="list" label={t.copyMemo} onPress={() => actions.copy(actions.memo(entry))} />
      <IconButton icon="edit" label={t.edit(issue)} onPress={onEdit} />
      <IconButton icon="trash" label={t.remove(issue)} onPress={() => actions.remove([id])} />
    </div>
  );
}
