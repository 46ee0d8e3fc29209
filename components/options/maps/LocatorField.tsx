import { useId } from 'react';
import { Button, IconButton } from '../../ui/Button.tsx';
import { faultsAt, withoutPlace } from './check-draft.ts';
import type { Editing } from './editing.ts';
import { type Json, type JsonObject, type JsonPath, placeText, valueAt } from './json-value.ts';
import {
  alternativesOf,
  type LocatorKey,
  locatorKeys,
  readAs,
  withAlternative,
  withAlternativeMoved,
  withKey,
  withoutAlternative,
} from './locator-rows.ts';
import { AddBox } from './TextBox.tsx';

/** What a key is when it is added. */
const firstValue: Record<LocatorKey, Json> = {
  css: '',
  label: '',
  attr: '',
  own: true,
  pattern: '',
  index: 0,
  all: true,
  count: '',
  as: 'text',
};

/** Where to find one thing: its ways in the order they are tried, each as a row of conditions. */
export function LocatorField({
  edit,
  path,
  name,
  required = false,
  onRemove,
}: {
  edit: Editing;
  path: JsonPath;
  name: string;
  required?: boolean;
  /** Absent where the contract demands it. */
  onRemove?: () => void;
}) {
  const { t } = edit;
  const labelId = useId();
  const locator = valueAt(edit.doc, path);
  const alternatives = alternativesOf(locator);
  const faults = faultsAt(edit.faults, path);
  const put = (next: Json): void => edit.set(path, next);
  return (
    <fieldset
      className="sb-locator"
      aria-labelledby={labelId}
      aria-describedby={faults.length > 0 ? `${labelId}-error` : undefined}
      data-place={placeText(path)}
      data-bad={faults.length > 0 || undefined}
    >
      <div className="sb-locator-head">
        <span id={labelId}>{name}</span>
        <code>{String(path.at(-1))}</code>
        {required && <span className="sb-hint">{t.required}</span>}
        <span className="sb-spring" />
        <IconButton
          icon="plus"
          label={t.addAlternativeFor(name)}
          onPress={() => put(withAlternative(locator))}
        />
        {onRemove && <IconButton icon="trash" label={t.removeField(name)} onPress={onRemove} />}
      </div>
      <ol>
        {alternatives.map((alternative, index) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: ways have no identity but their place
            key={index}
          >
            <Alternative
              edit={edit}
              alternative={alternative}
              index={index}
              count={alternatives.length}
              owner={name}
              change={(key, value) => put(withKey(locator, index, key, value))}
              move={(by) => put(withAlternativeMoved(locator, index, by))}
              remove={() => {
                const rest = withoutAlternative(locator, index);
                if (rest === undefined) onRemove?.();
                else put(rest);
              }}
              removable={alternatives.length > 1}
            />
          </li>
        ))}
      </ol>
      {alternatives.length === 0 && (
        <Button icon="plus" onPress={() => put(withAlternative(undefined))}>
          {t.addAlternative}
        </Button>
      )}
      {faults.length > 0 && (
        <div id={`${labelId}-error`} className="sb-error" role="alert">
          {faults.map((fault) => (
            <p key={fault.text.en}>
              {innerPlace(fault.place.slice(placeText(path).length), t)}
              {withoutPlace(fault, edit.language)}
            </p>
          ))}
        </div>
      )}
    </fieldset>
  );
}

/** `[0].css` in the rows' own words: 第 1 种找法 选择器. */
function innerPlace(place: string, t: Editing['t']): string {
  const [, index, key = ''] = /^(?:\[(\d+)\])?(?:\.(\w+))?/.exec(place) ?? [];
  const name = locatorKeys.find((one) => one === key);
  const words = [index === undefined ? '' : t.alternative(Number(index) + 1), name ? t.keys[name] : key];
  const said = words.filter(Boolean).join(' ');
  return said === '' ? '' : t.inside(said);
}

function Alternative({
  edit,
  alternative,
  index,
  count,
  owner,
  change,
  move,
  remove,
  removable,
}: {
  edit: Editing;
  alternative: JsonObject;
  index: number;
  count: number;
  owner: string;
  change: (key: LocatorKey, value: Json | undefined) => void;
  move: (by: -1 | 1) => void;
  remove: () => void;
  removable: boolean;
}) {
  const { t } = edit;
  const present = locatorKeys.filter((key) => Object.hasOwn(alternative, key));
  const absent = locatorKeys.filter((key) => !Object.hasOwn(alternative, key));
  return (
    <div className="sb-way">
      <span className="sb-way-number" title={t.alternative(index + 1)}>
        {index + 1}
      </span>
      <div className="sb-way-keys">
        {present.map((key) => (
          <KeyBox
            key={key}
            edit={edit}
            name={key}
            label={`${owner} ${t.alternative(index + 1)} ${t.keys[key]}`}
            value={alternative[key]}
            change={(value) => change(key, value)}
            remove={present.length > 1 ? () => change(key, undefined) : undefined}
          />
        ))}
        <AddBox
          label={t.addKey}
          options={absent.map((key) => ({ value: key, name: t.keys[key] }))}
          onAdd={(key) => {
            const known = locatorKeys.find((one) => one === key);
            if (known) change(known, firstValue[known]);
          }}
        />
      </div>
      {count > 1 && (
        <>
          <IconButton
            icon="up"
            label={t.earlier(index + 1)}
            disabled={index === 0}
            onPress={() => move(-1)}
          />
          <IconButton
            icon="down"
            label={t.later(index + 1)}
            disabled={index === count - 1}
            onPress={() => move(1)}
          />
        </>
      )}
      {removable && <IconButton icon="close" label={t.removeAlternative(index + 1)} onPress={remove} />}
    </div>
  );
}

const monoKeys: ReadonlySet<LocatorKey> = new Set(['css', 'attr', 'pattern', 'count']);

/** One condition: its name, its value, and a way to take it away. */
function KeyBox({
  edit,
  name,
  label,
  value,
  change,
  remove,
}: {
  edit: Editing;
  name: LocatorKey;
  label: string;
  value: Json | undefined;
  change: (value: Json) => void;
  remove: (() => void) | undefined;
}) {
  const { t } = edit;
  return (
    <span className="sb-key-box" data-key={name}>
      <span className="sb-key-name" title={t.keyHints[name]}>
        {t.keys[name]}
      </span>
      <KeyValue edit={edit} name={name} label={label} value={value} change={change} />
      {remove && <IconButton icon="close" label={t.removeKey(t.keys[name])} onPress={remove} />}
    </span>
  );
}

function KeyValue({
  edit,
  name,
  label,
  value,
  change,
}: {
  edit: Editing;
  name: LocatorKey;
  label: string;
  value: Json | undefined;
  change: (value: Json) => void;
}) {
  const { t } = edit;
  if (name === 'own' || name === 'all') {
    return (
      <select
        aria-label={label}
        value={value === false ? 'no' : 'yes'}
        onChange={(event) => change(event.target.value === 'yes')}
      >
        <option value="yes">{t.yesWord}</option>
        <option value="no">{t.noWord}</option>
      </select>
    );
  }
  if (name === 'as') {
    return (
      <select aria-label={label} value={String(value)} onChange={(event) => change(event.target.value)}>
        {!readAs.some((one) => one === value) && <option value={String(value)}>{String(value)}</option>}
        {readAs.map((one) => (
          <option key={one} value={one}>
            {t.readAs[one]}
          </option>
        ))}
      </select>
    );
  }
  if (name === 'index') {
    return (
      <input
        type="number"
        step={1}
        aria-label={label}
        className="sb-index"
        value={typeof value === 'number' ? value : 0}
        onChange={(event) =>
          change(Number.isFinite(event.target.valueAsNumber) ? event.target.valueAsNumber : 0)
        }
      />
    );
  }
  const text = typeof value === 'string' ? value : '';
  return (
    <input
      type="text"
      aria-label={label}
      autoComplete="off"
      spellCheck={false}
      className={monoKeys.has(name) ? 'sb-mono' : undefined}
      // Wide enough to see what is written, never so wide that the row breaks.
      size={Math.min(Math.max(text.length + 1, 12), 60)}
      value={text}
      onChange={(event) => change(event.target.value)}
    />
  );
}
