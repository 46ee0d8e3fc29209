import { useState } from 'react';
import type { Language, LocalText } from '../../../rules/language/local-text.ts';
import { dueStep } from '../../../rules/registers/due.ts';
import { entryKindNames, type RegisterEntry } from '../../../rules/registers/entry.ts';
import { goodsText, warehouseText } from '../../../rules/registers/entry-text.ts';
import { shortShanghaiTime } from '../../../rules/time/shanghai.ts';
import { registerTexts } from '../../i18n/register-texts.ts';
import { inLanguage, useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Marks.tsx';
import type { DockActions } from '../model.ts';

/** One entry of a register in the dock: what it is about, when it is due, and one press to mark it as solved. */
export function EntryLine({
  entry,
  language,
  now,
  actions,
}: {
  entry: RegisterEntry;
  language: Language;
  now: number;
  actions: Pick<DockActions, 'copy' | 'registers'>;
}) {
  const t = useTexts(registerTexts, language);
  const [fault, setFault] = useState<LocalText>();
  const { id, kind, issue, promisedAt, orderId, buyer, trackingNo, goods, status } = entry;
  const step = dueStep(entry, now);
  const about = [buyer, orderId, trackingNo, ...goods.map(goodsText)].filter(Boolean).join(' · ');
  const set = (next: 'open' | 'done'): void =>
    void actions.registers.setStatus(id, next).then((why) => setFault(why));
  return (
    <li className="sb-register-entry" data-entry={id} data-due={step}>
      <p>
        <Chip tone={status === 'done' ? 'accent' : 'plain'}>
          {inLanguage(entryKindNames[kind], language)}
        </Chip>
        <span className="sb-clip" title={issue}>
          {issue}
        </span>
        <span className="sb-spring" />
        {promisedAt !== undefined && step !== undefined && (
          <span className="sb-register-due">
            {step === 'late' && `${t.late} `}
            {shortShanghaiTime(promisedAt)}
          </span>
        )}
        {status === 'done' && <span className="sb-muted">{t.done}</span>}
      </p>
      {about !== '' && (
        <p className="sb-muted sb-clip" title={about}>
          {about}
        </p>
      )}
      <div className="sb-register-acts">
        <Button
          kind="quiet"
          keepFocus
          icon={status === 'open' ? 'check' : 'undo'}
          onPress={() => set(status === 'open' ? 'done' : 'open')}
        >
          {status === 'open' ? t.solve : t.reopen}
        </Button>
        <Button kind="quiet" keepFocus icon="copy" onPress={() => actions.copy(warehouseText(entry))}>
          {t.copyWarehouse}
        </Button>
        <Button kind="quiet" keepFocus onPress={() => actions.copy(actions.registers.memo(entry))}>
          {t.copyMemo}
        </Button>
      </div>
      {fault && (
        <p className="sb-error" role="alert">
          {inLanguage(fault, language)}
        </p>
      )}
    </li>
  );
}
