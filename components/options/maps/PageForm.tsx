import type { PageKindName } from '../../../storage/health.ts';
import { pageKinds } from '../../../storage/health.ts';
import { pageName } from '../../../storage/page-names.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Marks.tsx';
import { faultsAt, withoutPlace } from './check-draft.ts';
import { type Editing, slotName } from './editing.ts';
import { entryShape, type Slot, type SlotGroup } from './entry-shape.ts';
import { isObject, type JsonPath, placeText, textAt, valueAt } from './json-value.ts';
import { LocatorField } from './LocatorField.tsx';
import { pathInWords } from './path-words.ts';
import { AddBox, ChoiceBox, TextBox } from './TextBox.tsx';
import { WordTable } from './WordTable.tsx';

/** The kind of an entry; undefined while the JSON names none the contract knows. */
export const kindAt = (edit: Editing, path: JsonPath): PageKindName | undefined =>
  pageKinds.find((kind) => kind === textAt(edit.doc, [...path, 'kind']));

/** One page entry: when it applies, what it reads, where it marks. Closed until it is asked for. */
export function PageForm({
  edit,
  path,
  index,
  count,
  startsOpen,
}: {
  edit: Editing;
  path: JsonPath;
  index: number;
  count: number;
  startsOpen: boolean;
}) {
  const { t, language } = edit;
  const kind = kindAt(edit, path);
  const faults = faultsAt(edit.faults, path);
  const pattern = valueAt(edit.doc, [...path, 'when', 'path']);
  const name = kind ? pageName(kind)[language] : textAt(edit.doc, [...path, 'kind']) || '?';
  const title = count > 1 ? `${index + 1}. ${name}` : name;
  return (
    <details className="sb-page" open={startsOpen} data-place={placeText(path)}>
      <summary>
        <strong>{title}</strong>
        <span className="sb-hint">
          {pathInWords(typeof pattern === 'string' ? pattern : undefined)[language]}
        </span>
        {faults.length > 0 && <Chip tone="stop">{faults.length}</Chip>}
      </summary>
      <div className="sb-page-tools">
        <IconButton
          icon="up"
          label={t.up(title)}
          disabled={index === 0}
          onPress={() => edit.move(path, -1)}
        />
        <IconButton
          icon="down"
          label={t.down(title)}
          disabled={index === count - 1}
          onPress={() => edit.move(path, 1)}
        />
        <IconButton
          icon="copy"
          label={t.duplicatePage(title)}
          onPress={() => {
            const entry = valueAt(edit.doc, path);
            if (entry !== undefined) edit.set([...path.slice(0, -1), count], entry);
          }}
        />
        <IconButton
          icon="trash"
          label={t.removePage(title)}
          disabled={count === 1}
          onPress={() => edit.remove(path)}
        />
      </div>
      <Whole edit={edit} path={path} />
      <section className="sb-part" aria-label={t.when}>
        <h4>{t.when}</h4>
        <div className="sb-part-row">
          <TextBox
            edit={edit}
            path={[...path, 'when', 'path']}
            label={t.path}
            hint={t.pathHint}
            optional
            mono
          />
          <ChoiceBox
            edit={edit}
            path={[...path, 'frames']}
            label={t.frames}
            absent="top"
            choices={[
              { value: 'top', name: t.framesTop },
              { value: 'all', name: t.framesBoth },
            ]}
          />
        </div>
        <Has edit={edit} path={[...path, 'when', 'has']} />
        <OwnEvidence edit={edit} path={[...path, 'evidence']} />
      </section>
      {kind &&
        entryShape(kind).map((group) => (
          <Part key={group.id} edit={edit} path={path} kind={kind} group={group} />
        ))}
    </details>
  );
}

/** What is wrong with the entry as such: a kind or a key the contract does not know. */
function Whole({ edit, path }: { edit: Editing; path: JsonPath }) {
  const places = new Set([placeText(path), placeText([...path, 'kind'])]);
  const faults = edit.faults.filter((fault) => places.has(fault.place));
  if (faults.length === 0) return null;
  return (
    <div className="sb-error" role="alert">
      {faults.map((fault) => (
        <p key={fault.text.en}>{withoutPlace(fault, edit.language)}</p>
      ))}
    </div>
  );
}

function Has({ edit, path }: { edit: Editing; path: JsonPath }) {
  const { t } = edit;
  if (valueAt(edit.doc, path) === undefined) {
    return (
      <Button icon="plus" kind="quiet" onPress={() => edit.set(path, '')}>
        {t.addHas}
      </Button>
    );
  }
  return <LocatorField edit={edit} path={path} name={t.has} onRemove={() => edit.remove(path)} />;
}

function OwnEvidence({ edit, path }: { edit: Editing; path: JsonPath }) {
  const { t } = edit;
  if (valueAt(edit.doc, path) === undefined) {
    const ofMap = valueAt(edit.doc, ['evidence']);
    return (
      <Button icon="plus" kind="quiet" onPress={() => edit.set(path, ofMap ?? { level: 'user', seen: '' })}>
        {t.addEvidence}
      </Button>
    );
  }
  return (
    <div className="sb-part-row">
      <TextBox edit={edit} path={[...path, 'seen']} label={`${t.ownEvidence}：${t.seenDate}`} />
      <TextBox edit={edit} path={[...path, 'note']} label={t.note} optional />
      <IconButton icon="trash" label={t.removePart(t.ownEvidence)} onPress={() => edit.remove(path)} />
    </div>
  );
}

/** Parts of an entry that belong together, closed unless something in them is wrong or they hold little. */
function Part({
  edit,
  path,
  kind,
  group,
}: {
  edit: Editing;
  path: JsonPath;
  kind: PageKindName;
  group: SlotGroup;
}) {
  const { t, language } = edit;
  const name = group.name[language];
  const at = (inner: JsonPath): JsonPath => [...path, ...inner];
  const { optionalAt, table, groupingAt, modeAt } = group;
  // Parts of a part that is not there cannot be edited before it is.
  const inside = [...group.slots.map((slot) => slot.path), ...(table ? [table.path] : [])];
  if (
    !optionalAt &&
    inside.every((one) => one[0] === 'orders') &&
    !isObject(valueAt(edit.doc, at(['orders'])))
  ) {
    return null;
  }
  if (optionalAt && valueAt(edit.doc, at(optionalAt)) === undefined) {
    if (optionalAt.length > 1 && !isObject(valueAt(edit.doc, at(optionalAt.slice(0, -1))))) return null;
    return (
      <div className="sb-part">
        <Button icon="plus" kind="quiet" onPress={() => edit.set(at(optionalAt), firstPart(optionalAt))}>
          {t.addPart(name)}
        </Button>
      </div>
    );
  }
  const present = group.slots.filter(
    (slot) => slot.required || valueAt(edit.doc, at(slot.path)) !== undefined,
  );
  const absent = group.slots.filter((slot) => !present.includes(slot));
  const words = table ? valueAt(edit.doc, at(table.path)) : undefined;
  const size = isObject(words) ? Object.keys(words).length : present.length;
  const bad = new Set(inside.flatMap((one) => faultsAt(edit.faults, at(one)))).size;
  // A long table of words is opened by who needs it.
  const startsOpen = !table || size === 0;
  return (
    <details className="sb-part" open={startsOpen} data-part={group.id}>
      <summary>
        <strong>{name}</strong>
        <span className="sb-hint">{t.entries(size)}</span>
        {bad > 0 && <Chip tone="stop">{bad}</Chip>}
      </summary>
      {optionalAt && (
        <Button icon="trash" kind="quiet" onPress={() => edit.remove(at(optionalAt))}>
          {t.removePart(name)}
        </Button>
      )}
      {(groupingAt || modeAt) && (
        <div className="sb-part-row">
          {groupingAt && (
            <ChoiceBox
              edit={edit}
              path={at(groupingAt)}
              label={t.grouping}
              absent="element"
              choices={(['element', 'until-next'] as const).map((value) => ({
                value,
                name: t.groupings[value],
              }))}
            />
          )}
          {modeAt && (
            <ChoiceBox
              edit={edit}
              path={at(modeAt)}
              label={t.mode}
              absent="total"
              choices={(['total', 'line-delta', 'line-total'] as const).map((value) => ({
                value,
                name: t.modes[value],
              }))}
            />
          )}
        </div>
      )}
      {present.map((slot) => (
        <SlotRow key={slot.field} edit={edit} path={at(slot.path)} kind={kind} slot={slot} />
      ))}
      <AddBox
        label={t.addField}
        options={absent.map((slot) => ({ value: slot.field, name: slotName(kind, slot.field, t, language) }))}
        onAdd={(field) => {
          const slot = absent.find((one) => one.field === field);
          if (slot) edit.set(at(slot.path), '');
        }}
      />
      {table && <WordTable edit={edit} path={at(table.path)} kind={table.kind} />}
    </details>
  );
}

/** The least an optional part must say. */
const firstPart = (path: JsonPath) =>
  path.at(-1) === 'lines'
    ? { item: '', fields: {} }
    : path.at(-1) === 'orders'
      ? { item: '', fields: { orderId: '' } }
      : { item: '' };

function SlotRow({
  edit,
  path,
  kind,
  slot,
}: {
  edit: Editing;
  path: JsonPath;
  kind: PageKindName;
  slot: Slot;
}) {
  const { t, language } = edit;
  const name = slotName(kind, slot.field, t, language);
  if (slot.kind === 'css') {
    return (
      <div className="sb-slot-css">
        <TextBox edit={edit} path={path} label={name} mono />
        <IconButton icon="trash" label={t.removeField(name)} onPress={() => edit.remove(path)} />
      </div>
    );
  }
  return (
    <LocatorField
      edit={edit}
      path={path}
      name={name}
      required={slot.required}
      {...(!slot.required && { onRemove: () => edit.remove(path) })}
    />
  );
}
