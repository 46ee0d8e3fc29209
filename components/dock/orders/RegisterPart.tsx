import { useState } from 'react';
import { registerTexts } from '../../i18n/register-texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { RegisterForm } from '../../registers/RegisterForm.tsx';
import { Button } from '../../ui/Button.tsx';
import { startOfOrder } from '../registers/entry-start.ts';
import type { OrderPartProps } from './order-part.ts';

/** Writes something about an order into the registers (mission.md D4). */
export function RegisterPart({ row, language, actions, now }: OrderPartProps) {
  const t = useTexts(registerTexts, language);
  const [state, setState] = useState<'closed' | 'open' | 'written' | 'known'>('closed');
  if (state === 'open')
    return (
      <RegisterForm
        language={language}
        start={startOfOrder(row.order)}
        now={now}
        onCancel={() => setState('closed')}
        onSubmit={async (entry) => {
          const written = await actions.registers.write(entry);
          if (written !== 'written' && written !== 'known') return written;
          setState(written);
          return undefined;
        }}
      />
    );
  return (
    <div className="sb-buttons">
      <Button icon="edit" onPress={() => setState('open')}>
        {t.newEntry}
      </Button>
      {state !== 'closed' && <span className="sb-hint">{t[state]}</span>}
    </div>
  );
}
