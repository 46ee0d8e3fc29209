import { type KeyboardEvent, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { byPriority, copyRule, moveRule, putRule } from '../../../rules/zones/edit-table.ts';
import { type CourierRule, type Reach, reaches } from '../../../rules/zones/table.ts';
import { courierTileTexts } from '../../i18n/courier-tile-texts.ts';
import { optionsTexts } from '../../i18n/options-texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { imeOwns } from '../../ui/ime.ts';
import { Chip, EmptyLine } from '../../ui/Marks.tsx';
import { SortableWindow } from '../../ui/SortableWindow.tsx';
import type { SectionProps } from '../model.ts';
import { readWhole } from '../read-fields.ts';
import { RuleEditor } from './RuleEditor.tsx';
import { reachTones, ruleDetails, ruleWhere } from './rule-words.ts';

const rowHeight = 46;

export interface RuleFilter {
  courier?: string;
  text: string;
  reach?: Reach;
}
export const noFilter: RuleFilter = { text: '' };

/** Everything in a rule that an agent may search for, once per rule. */
const searched = new WeakMap<CourierRule, string>();
function textOf(rule: CourierRule): string {
  const known = searched.get(rule);
  if (known !== undefined) return known;
  const text = [rule.id, rule.courier, ...rule.regions, ...(rule.keywords ?? []), rule.note ?? '']
    .join(' ')
    .toLowerCase();
  searched.set(rule, text);
  return text;
}

const passes = (rule: CourierRule, filter: RuleFilter, words: readonly string[]): boolean =>
  (filter.courier === undefined || rule.courier === filter.courier) &&
  (filter.reach === undefined || rule.reach === filter.reach) &&
  words.every((word) => textOf(rule).includes(word));

const idOf = ({ id }: CourierRule): string => id;

/** Every rule of the table in the order in which couriers are chosen; only what is seen is in the document. */
export function RuleList({
  model,
  actions,
  couriers,
  filter,
  editing,
  onFilter,
  onEdit,
  onSave,
  onRemove,
  onCopied,
  onMoved,
}: SectionProps & {
  couriers: readonly string[];
  filter: RuleFilter;
  /** Id of the rule being edited. */
  editing: string | undefined;
  onFilter: (filter: RuleFilter) => void;
  onEdit: (id: string | undefined) => void;
  onSave: (rules: CourierRule[]) => void;
  onRemove: (rule: CourierRule) => void;
  onCopied: (rule: CourierRule, rules: CourierRule[]) => void;
  onMoved: (said: string) => void;
}) {
  const t = useTexts(optionsTexts, model.language);
  const words = useTexts(courierTileTexts, model.language);
  const { rules } = model.shop.couriers;
  const ordered = useMemo(() => byPriority(rules), [rules]);
  const text = useDeferredValue(filter.text);
  const shown = useMemo(() => {
    const asked = text.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean);
    return ordered.filter((rule) => passes(rule, filter, asked));
  }, [ordered, filter, text]);
  const filtering = filter.courier !== undefined || filter.reach !== undefined || filter.text.trim() !== '';
  // An order is only told where all rules that compete are seen.
  const movable = filter.reach === undefined && filter.text.trim() === '';
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (editing === undefined) return;
    const row = list.current?.querySelector(`[data-rule="${CSS.escape(editing)}"]`);
    row?.scrollIntoView?.({ block: 'center' });
  }, [editing]);

  const move = (id: string, before: string | undefined): void => {
    const next = moveRule(rules, id, before, shown);
    onSave(next);
    const after = byPriority(next).filter((rule) => passes(rule, filter, []));
    const at = after.findIndex((rule) => rule.id === id);
    onMoved(words.moved(at + 1, after.length, after[at]?.priority ?? 0));
  };

  return (
    <div className="sb-card sb-couriers" data-rule-list="" ref={list}>
      <div className="sb-toolbar sb-rule-filter">
        <select
          aria-label={words.filterCourier}
          value={filter.courier ?? ''}
          onChange={({ target: { value } }) => {
            const { courier: _, ...rest } = filter;
            onFilter(value === '' ? rest : { ...rest, courier: value });
          }}
        >
          <option value="">{words.anyCourier}</option>
          {couriers.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
        </select>
        <select
          aria-label={words.filterReach}
          value={filter.reach ?? ''}
          onChange={({ target: { value } }) => {
            const { reach: _, ...rest } = filter;
            const reach = reaches.find((one) => one === value);
            onFilter(reach === undefined ? rest : { ...rest, reach });
          }}
        >
          <option value="">{words.anyReach}</option>
          {reaches.map((reach) => (
            <option key={reach} value={reach}>
              {t.reaches[reach]}
            </option>
          ))}
        </select>
        <span className="sb-search">
          <Icon name="search" size={14} />
          <input
            type="text"
            aria-label={words.filterText}
            placeholder={words.filterText}
            value={filter.text}
            onChange={(event) => onFilter({ ...filter, text: event.target.value })}
          />
        </span>
        <span className="sb-hint" role="status">
          {words.listCount(shown.length, rules.length)}
        </span>
        {filtering && (
          <Button kind="quiet" onPress={() => onFilter(noFilter)}>
            {words.clearFilter}
          </Button>
        )}
      </div>
      {rules.length > 0 && shown.length === 0 && <EmptyLine>{words.noHit}</EmptyLine>}
      <SortableWindow
        items={shown}
        idOf={idOf}
        gripLabel={(rule) => words.moveRule(rule.courier)}
        onMove={move}
        movable={movable}
        rowHeight={rowHeight}
        open={editing}
      >
        {(rule, grip) => (
          <div data-rule={rule.id}>
            {editing === rule.id ? (
              <RuleEditor
                language={model.language}
                start={rule}
                id={rule.id}
                couriers={couriers}
                regions={actions.regions}
                onSave={(changed) => {
                  onSave(putRule(rules, changed));
                  onEdit(undefined);
                }}
                onCancel={() => onEdit(undefined)}
              />
            ) : (
              <div className="sb-rule">
                {grip}
                <Chip tone={reachTones[rule.reach]}>{t.reaches[rule.reach]}</Chip>
                <div className="sb-rule-text">
                  <p className="sb-clip">
                    <strong>{rule.courier}</strong> {ruleWhere(rule, t)}
                  </p>
                  <p className="sb-hint sb-clip">{ruleDetails(rule, model.language).join(' · ')}</p>
                </div>
                <span className="sb-rule-priority" title={t.priorityHint}>
                  <PriorityBox
                    label={words.priorityOf(rule.courier)}
                    value={rule.priority}
                    onSave={(priority) => onSave(putRule(rules, { ...rule, priority }))}
                  />
                </span>
                <IconButton icon="edit" label={t.editRule(rule.courier)} onPress={() => onEdit(rule.id)} />
                <IconButton
                  icon="copy"
                  label={words.copyRule(rule.courier)}
                  onPress={() => onCopied(rule, copyRule(rules, rule.id))}
                />
                <IconButton icon="trash" label={t.removeRule(rule.courier)} onPress={() => onRemove(rule)} />
              </div>
            )}
          </div>
        )}
      </SortableWindow>
    </div>
  );
}

/** Kept when it is left or with Enter: kept at each digit, the row would move away under the hand. */
function PriorityBox({
  label,
  value,
  onSave,
}: {
  label: string;
  value: number;
  onSave: (priority: number) => void;
}) {
  const [draft, setDraft] = useState<string>();
  const read = draft === undefined ? value : readWhole(draft, 0, 9_999);
  const keep = (): void => {
    if (read === undefined) return;
    setDraft(undefined);
    if (read !== value) onSave(read);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (imeOwns(event)) return;
    if (event.key === 'Enter') keep();
    else if (event.key === 'Escape') setDraft(undefined);
  };
  return (
    <input
      type="text"
      inputMode="numeric"
      autoComplete="off"
      aria-label={label}
      aria-invalid={read === undefined || undefined}
      value={draft ?? String(value)}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={keep}
      onKeyDown={onKeyDown}
    />
  );
}
