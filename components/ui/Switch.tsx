import { useGuard } from './trust.tsx';

/** On or off, at once. `onChange` runs inside the click's own task, as a permission request needs. */
export function Switch({
  label,
  on,
  onChange,
  title,
}: {
  label: string;
  on: boolean;
  onChange: (on: boolean) => void;
  title?: string | undefined;
}) {
  const guard = useGuard();
  return (
    <button
      type="button"
      role="switch"
      className="sb-switch"
      aria-checked={on}
      aria-label={label}
      title={title}
      onClick={guard(() => onChange(!on))}
    >
      <i />
    </button>
  );
}
