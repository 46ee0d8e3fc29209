import type { MouseEvent, ReactNode } from 'react';
import { Icon, type IconName } from './Icon.tsx';
import { useGuard } from './trust.tsx';

interface Common {
  onPress: () => void;
  disabled?: boolean | undefined;
  /** Keeps the caret in the page's editor: the button does not take the focus when pressed with the mouse. */
  keepFocus?: boolean | undefined;
  title?: string | undefined;
}

const hold = (event: MouseEvent): void => event.preventDefault();

/** A button with words. `kind` is its weight: one `primary` per view at most. */
export function Button({
  children,
  icon,
  kind = 'plain',
  onPress,
  disabled = false,
  keepFocus = false,
  title,
  expanded,
  data,
}: Common & {
  children: ReactNode;
  icon?: IconName;
  kind?: 'primary' | 'plain' | 'quiet' | 'danger';
  /** Of a button that opens something below it. */
  expanded?: boolean;
  /** Extra `data-*` attributes, e.g. the automation contract's. */
  data?: Record<`data-${string}`, string>;
}) {
  const guard = useGuard();
  return (
    <button
      type="button"
      className={`sb-button sb-button-${kind}`}
      disabled={disabled}
      title={title}
      aria-expanded={expanded}
      onMouseDown={keepFocus ? hold : undefined}
      onClick={guard(onPress)}
      {...data}
    >
      {icon && <Icon name={icon} size={14} />}
      <span>{children}</span>
    </button>
  );
}

/** A button that shows only an icon; `label` is its accessible name and its hint. */
export function IconButton({
  icon,
  label,
  onPress,
  disabled = false,
  keepFocus = false,
  title,
  expanded,
}: Common & { icon: IconName; label: string; expanded?: boolean }) {
  const guard = useGuard();
  return (
    <button
      type="button"
      className="sb-icon-button"
      aria-label={label}
      aria-expanded={expanded}
      title={title ?? label}
      disabled={disabled}
      onMouseDown={keepFocus ? hold : undefined}
      onClick={guard(onPress)}
    >
      <Icon name={icon} size={15} />
    </button>
  );
}
