import { useState } from 'react';
import type { Language } from '../../../rules/language/local-text.ts';
import { formatFen } from '../../../rules/money/money.ts';
import { pricingTexts } from '../../i18n/pricing-texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Line } from '../../ui/Marks.tsx';
import type { DockActions } from '../model.ts';

/** One amount with what it is for; fen. */
export interface NamedAmount {
  name: string;
  fen: number;
}

/**
 * Amounts to put into the page one by one: a click puts one into the input the agent was last in (or copies it), and the
 * next one stands out. Nothing is ever confirmed.
 */
export function CopyNumbers({
  amounts,
  way,
  language,
  actions,
}: {
  amounts: readonly NamedAmount[];
  /** Where they come from, for the log. */
  way: string;
  language: Language;
  actions: DockActions;
}) {
  const t = useTexts(pricingTexts, language);
  const key = JSON.stringify(amounts);
  const [state, setState] = useState<{ key: string; done: number[]; copied: boolean }>({
    key,
    done: [],
    copied: false,
  });
  // Other amounts begin anew.
  const isSame = state.key === key;
  const done = isSame ? state.done : [];
  const copied = isSame && state.copied;
  const next = amounts.findIndex((_, at) => !done.includes(at));
  const put = async (at: number, fen: number, name: string): Promise<void> => {
    const came = await actions.putNumber({ text: formatFen(fen), way: `${way} ${name}`.trim() });
    if (came !== 'failed') setState({ key, done: [...done, at], copied: came === 'copied' });
  };
  return (
    <div className="sb-numbers">
      <p className="sb-hint">{t.oneByOne}</p>
      <ol>
        {amounts.map(({ name, fen }, at) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: the same goods may stand there twice
            key={`${at} ${name}`}
            data-next={at === next || undefined}
            data-done={done.includes(at) || undefined}
          >
            <span className="sb-clip" title={name}>
              {name}
            </span>
            <Button
              kind={at === next ? 'primary' : 'plain'}
              {...(done.includes(at) && { icon: 'check' as const })}
              keepFocus
              title={t.put(formatFen(fen))}
              onPress={() => void put(at, fen, name)}
            >
              {formatFen(fen)}
            </Button>
          </li>
        ))}
      </ol>
      {copied && <Line tone="info">{t.copied}</Line>}
    </div>
  );
}
