import { useId } from 'react';

/** A short either-or choice as one row; native radio buttons, so keys and names come with it. */
export function Segments<Id extends string>({
  label,
  options,
  chosen,
  onChoose,
}: {
  label: string;
  options: readonly { id: Id; label: string }[];
  chosen: Id;
  onChoose: (id: Id) => void;
}) {
  const name = useId();
  return (
    <div className="sb-segments" role="radiogroup" aria-label={label}>
      {options.map((option) => (
        <label key={option.id} data-chosen={option.id === chosen || undefined}>
          <input
            type="radio"
            name={name}
            value={option.id}
            checked={option.id === chosen}
            onChange={() => onChoose(option.id)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </div>
  );
}
