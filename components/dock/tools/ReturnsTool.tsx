import { type CompositionEvent, type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { returnIndex } from '../../../rules/returns/match-return.ts';
import { readNumbers, tailOf } from '../../../rules/returns/read-number.ts';
import { returnTexts } from '../../i18n/return-texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { useNow } from '../../ui/clock.tsx';
import { imeOwns } from '../../ui/ime.ts';
import { useGuard } from '../../ui/trust.tsx';
import type { ReturnDesk, ScannedReturn } from '../registers/register-actions.ts';
import { returnRows } from '../registers/return-rows.ts';
import { ScannedCard } from '../registers/ScannedCard.tsx';
import type { ToolProps } from './tool-props.ts';

/** One scan may bring as many numbers as a list that was pasted. */
const mostAtOnce = 50;

/**
 * The return desk (mission.md B8): a scanner types a number and Enter, the order it belongs to stands below, with the
 * reason, the goods to check and the code for the bag. The caret never leaves the box, so parcel follows parcel.
 */
export function ReturnsTool({ model, actions, start }: ToolProps) {
  const t = useTexts(returnTexts, model.language);
  const guard = useGuard();
  const { registers } = actions;
  const box = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState('');
  const [composed, setComposed] = useState(false);
  const [desk, setDesk] = useState<ReturnDesk>();
  const [items, setItems] = useState<readonly ScannedReturn[]>(() => registers.scanned());
  const now = useNow(true);
  const { orders, refunds } = model;
  const index = useMemo(
    () =>
      returnIndex(returnRows({ ...(orders && { orders }), ...(refunds && { refunds }) }, registers.platform)),
    [orders, refunds, registers.platform],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: the desk's actions are the same while the page stands
  useEffect(() => {
    const stop = new AbortController();
    registers.followReturns(setDesk, stop.signal);
    return () => stop.abort();
  }, []);
  const change = (edit: (before: readonly ScannedReturn[]) => readonly ScannedReturn[]): void =>
    setItems((before) => {
      const next = edit(before);
      registers.keepScanned(next);
      return next;
    });

  const scan = async (scanned: string): Promise<void> => {
    const said = scanned.trim();
    if (said === '') return;
    const numbers = readNumbers(said).slice(0, mostAtOnce);
    const texts = numbers.length > 0 ? numbers : [tailOf(said) ?? said.slice(0, 60)];
    const last = registers.scanned()[0]?.id ?? 0;
    const fresh = texts.map(
      (one, at): ScannedReturn => ({
        id: last + 1 + at,
        text: one,
        numbers: readNumbers(one),
        matches: index.find(one),
        entries: [],
        registered: [],
      }),
    );
    // A parcel scanned again moves up; it is not a second parcel.
    change((before) => [...fresh.toReversed(), ...before.filter((item) => !texts.includes(item.text))]);
    for (const item of fresh) {
      if (item.numbers.length === 0) continue;
      const entries = await registers.ofNumber(item.text);
      if (entries.length > 0)
        change((before) => before.map((one) => (one.id === item.id ? { ...one, entries } : one)));
    }
  };
  const submit = (): void => {
    void scan(text);
    setText('');
    setComposed(false);
    box.current?.focus();
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: what it was opened with is looked up once
  useEffect(() => {
    box.current?.focus();
    const order = orders?.list.find((row) => row.order.key === start?.orderKey)?.order;
    const first = start?.text ?? order?.orderId;
    if (first !== undefined) void scan(first);
  }, []);

  return (
    <div className="sb-returns">
      <div className="sb-returns-scan">
        <textarea
          ref={box}
          rows={1}
          aria-label={t.scan}
          placeholder={t.scan}
          data-returns-scan=""
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onCompositionStart={(_: CompositionEvent) => setComposed(true)}
          onKeyDown={guard((event: KeyboardEvent) => {
            if (imeOwns(event) || event.key !== 'Enter' || event.shiftKey) return;
            event.preventDefault();
            submit();
          })}
        />
        <Button kind="primary" keepFocus onPress={submit}>
          {t.find}
        </Button>
      </div>
      <p className="sb-hint">{composed ? t.ime : t.scanHint}</p>
      {items.length > 0 && (
        <div className="sb-returns-head">
          <span className="sb-muted">{t.session(items.length)}</span>
          <span className="sb-spring" />
          <Button kind="quiet" keepFocus onPress={() => change(() => [])}>
            {t.clear}
          </Button>
        </div>
      )}
      <ul className="sb-returns-list" aria-live="polite">
        {items.map((item) => (
          <ScannedCard
            key={item.id}
            item={item}
            rules={desk?.rules ?? { acceptedReasons: [], bagCodes: [] }}
            model={model}
            actions={actions}
            now={now}
            onRegistered={(key) => {
              change((before) =>
                before.map((one) =>
                  one.id === item.id ? { ...one, registered: [...one.registered, key] } : one,
                ),
              );
              box.current?.focus();
            }}
          />
        ))}
      </ul>
    </div>
  );
}
