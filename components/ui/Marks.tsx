import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon.tsx';

export type Tone = 'plain' | 'accent' | 'info' | 'warn' | 'stop';

/** A few words with a colour; the colour never stands alone. */
export function Chip({
  tone = 'plain',
  title,
  children,
}: {
  tone?: Tone;
  title?: string | undefined;
  children: ReactNode;
}) {
  return (
    <span className="sb-chip" data-tone={tone} title={title}>
      {children}
    </span>
  );
}

/** A bar for a share of 0…1. The figure beside it is the value; the bar only helps the eye. */
export function Meter({
  share,
  target,
  label,
  tone = 'accent',
}: {
  share: number;
  /** Where the goal stands, 0…1. */
  target?: number | undefined;
  label: string;
  tone?: Tone;
}) {
  const percent = Math.max(0, Math.min(100, share * 100));
  return (
    <span className="sb-meter" data-tone={tone} role="img" aria-label={label}>
      <span style={{ width: `${percent}%` }} />
      {target !== undefined && <i style={{ left: `${Math.max(0, Math.min(100, target * 100))}%` }} />}
    </span>
  );
}

/** One calm line where a list has nothing to show. */
export function EmptyLine({ children }: { children: ReactNode }) {
  return <p className="sb-empty">{children}</p>;
}

/**
 * A line that tells the agent something, with actions at its end, or below it where there are several (`stacked`).
 * `stop` and `warn` are announced at once.
 */
export function Line({
  tone,
  icon,
  children,
  actions,
  stacked = false,
}: {
  tone: Exclude<Tone, 'plain'>;
  icon?: IconName;
  children: ReactNode;
  actions?: ReactNode;
  stacked?: boolean;
}) {
  return (
    <div
      className="sb-line"
      data-tone={tone}
      data-stacked={stacked || undefined}
      role={tone === 'stop' || tone === 'warn' ? 'alert' : 'status'}
    >
      {icon && <Icon name={icon} size={14} />}
      <span className="sb-line-text">{children}</span>
      {actions && <span className="sb-line-actions">{actions}</span>}
    </div>
  );
}
