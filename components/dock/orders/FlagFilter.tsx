import { type KeyboardEvent, useRef, useState } from 'react';
import type { Language } from '../../../rules/language/local-text.ts';
import type { FlagName } from '../../../rules/orders/flag.ts';
import { dockTexts } from '../../i18n/dock-texts.ts';
import { orderTexts } from '../../i18n/order-texts.ts';
import { inLanguage, useTexts } from '../../i18n/use-texts.ts';
import { useGuard } from '../../ui/trust.tsx';
import type { FlagCount } from '../model.ts';

const steps: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/**
 * One chip per flag with how many orders carry it; pressed ones are what the list shows. The last ones bring back what
 * is handled, and all the rest. Arrow keys move along.
 */
export function FlagFilter({
  counts,
  chosen,
  handled,
  handledShown,
  language,
  onChoose,
  onShowHandled,
}: {
  counts: readonly FlagCount[];
  chosen: ReadonlySet<FlagName>;
  /** How many were handled in this shift. */
  handled: number;
  handledShown: boolean;
  language: Language;
  onChoose: (flags: ReadonlySet<FlagName>) => void;
  onShowHandled: (shown: boolean) => void;
}) {
  const t = useTexts(orderTexts, language);
  const dock = useTexts(dockTexts, language);
  const guard = useGuard();
  const bar = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState(0);
  /** Where the button stands that takes every flag out. */
  const rest = counts.length + (handled > 0 ? 1 : 0);
  const reached = Math.min(at, chosen.size > 0 ? rest : rest - 1);

  const onKeyDown = (event: KeyboardEvent): void => {
    const buttons = [...(bar.current?.querySelectorAll<HTMLElement>('button') ?? [])];
    const step = steps[event.key];
    const last = buttons.length - 1;
    const to =
      event.key === 'Home'
        ? 0
        : event.key === 'End'
          ? last
          : step && (reached + step + last + 1) % (last + 1);
    if (to === undefined) return;
    event.preventDefault();
    setAt(to);
    buttons[to]?.focus();
  };
  const toggle = (flag: FlagName): void => {
    const next = new Set(chosen);
    if (!next.delete(flag)) next.add(flag);
    onChoose(next);
  };
  return (
    <div
      className="sb-flags"
      role="toolbar"
      aria-label={t.filters}
      title={t.filterHint}
      ref={bar}
      onKeyDown={guard(onKeyDown)}
    >
      {counts.map((count, index) => {
        const label = inLanguage(count.label, language);
        return (
          <button
            key={count.flag}
            type="button"
            className="sb-flag"
            data-flag={count.flag}
            data-tone={count.level}
            aria-pressed={chosen.has(count.flag)}
            aria-label={dock.ordersWith(label, count.orders.length)}
            tabIndex={index === reached ? 0 : -1}
            onMouseDown={(event) => event.preventDefault()}
            onFocus={() => setAt(index)}
            onClick={guard(() => toggle(count.flag))}
          >
            <i className="sb-dot" />
            <span>{label}</span>
            <b>{count.orders.length}</b>
          </button>
        );
      })}
      {handled > 0 && (
        <button
          type="button"
          className="sb-flag"
          aria-pressed={handledShown}
          tabIndex={reached === counts.length ? 0 : -1}
          title={t.showHandledHint}
          onMouseDown={(event) => event.preventDefault()}
          onFocus={() => setAt(counts.length)}
          onClick={guard(() => onShowHandled(!handledShown))}
        >
          {t.showHandled(handled)}
        </button>
      )}
      {chosen.size > 0 && (
        <button
          type="button"
          className="sb-flag"
          tabIndex={reached === rest ? 0 : -1}
          onMouseDown={(event) => event.preventDefault()}
          onFocus={() => setAt(rest)}
          onClick={guard(() => onChoose(new Set()))}
        >
          {t.clearFilters}
        </button>
      )}
    </div>
  );
}
