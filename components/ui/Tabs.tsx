import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import type { WaitStep } from '../../rules/turns/queue.ts';
import { Icon, type IconName } from './Icon.tsx';
import { useGuard } from './trust.tsx';

export interface Tab<Id extends string> {
  id: Id;
  label: string;
  icon?: IconName;
  count?: number;
  step?: WaitStep;
}

/** A tab list with its panel; arrow keys move and choose, as the ARIA pattern asks. */
export function Tabs<Id extends string>({
  tabs,
  chosen,
  onChoose,
  label,
  children,
}: {
  tabs: readonly Tab<Id>[];
  chosen: Id;
  onChoose: (id: Id) => void;
  label: string;
  children: ReactNode;
}) {
  const guard = useGuard();
  const base = useId();
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = tabs.findIndex((tab) => tab.id === chosen);
    const to =
      event.key === 'ArrowRight'
        ? (at + 1) % tabs.length
        : event.key === 'ArrowLeft'
          ? (at - 1 + tabs.length) % tabs.length
          : event.key === 'Home'
            ? 0
            : event.key === 'End'
              ? tabs.length - 1
              : undefined;
    const next = to === undefined ? undefined : tabs[to];
    if (!next) return;
    event.preventDefault();
    onChoose(next.id);
    const button = list.current?.children[to ?? 0];
    if (button instanceof HTMLElement) button.focus();
  };
  return (
    <>
      <div className="sb-tabs" role="tablist" aria-label={label} ref={list} onKeyDown={guard(onKeyDown)}>
        {tabs.map((tab) => (
          <button
            key={tab.id}
            type="button"
            role="tab"
            id={`${base}-${tab.id}`}
            aria-controls={`${base}-panel`}
            aria-selected={tab.id === chosen}
            tabIndex={tab.id === chosen ? 0 : -1}
            className="sb-tab"
            data-tab={tab.id}
            onMouseDown={(event) => event.preventDefault()}
            onClick={guard(() => onChoose(tab.id))}
          >
            {tab.icon && <Icon name={tab.icon} size={14} />}
            <span>{tab.label}</span>
            {tab.count !== undefined && tab.count > 0 && (
              <span className="sb-count" data-step={tab.step}>
                {tab.count}
              </span>
            )}
          </button>
        ))}
      </div>
      <div className="sb-panel" role="tabpanel" id={`${base}-panel`} aria-labelledby={`${base}-${chosen}`}>
        {children}
      </div>
    </>
  );
}
