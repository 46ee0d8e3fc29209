import { useState } from 'react';
import type { CourierRule, CourierTable } from '../../rules/zones/table.ts';
import { optionsTexts } from '../i18n/options-texts.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { Chip, EmptyLine, Line, type Tone } from '../ui/Marks.tsx';
import { TextSetting } from '../ui/TextSetting.tsx';
import { CutOffs } from './CutOffs.tsx';
import type { SectionProps } from './model.ts';
import { RuleEditor } from './RuleEditor.tsx';
import { ruleConditions, surchargeWords } from './rule-words.ts';
import { ShopNumbers } from './ShopNumbers.tsx';

const tones: Record<CourierRule['reach'], Tone> = {
  reaches: 'accent',
  surcharge: 'warn',
  slow: 'info',
  no: 'stop',
  unknown: 'plain',
};

/** The shop's courier table (B1–B3), its cut-offs and its other numbers. */
export function CouriersSection({ model, actions }: SectionProps) {
  const t = useTexts(optionsTexts, model.language);
  const table = model.shop.couriers;
  /** Id of the rule being edited; `null` is a new one. */
  const [editing, setEditing] = useState<string | null>();
  const couriers = [...new Set(table.rules.map((rule) => rule.courier))];

  // A table someone changed is no longer the example shop's.
  const save = (patch: Partial<CourierTable>): void =>
    actions.saveCouriers({ ...table, example: false, ...patch });
  const saveRule = (rule: CourierRule): void => {
    const known = table.rules.some((other) => other.id === rule.id);
    save({
      rules: known
        ? table.rules.map((other) => (other.id === rule.id ? rule : other))
        : [...table.rules, rule],
    });
    setEditing(undefined);
  };
  const editor = (rule: CourierRule | undefined) => (
    <RuleEditor
      key={rule?.id ?? 'new'}
      language={model.language}
      rule={rule}
      couriers={couriers}
      newId={nextRuleId(table)}
      unknownRegions={actions.unknownRegions}
      onSave={saveRule}
      onCancel={() => setEditing(undefined)}
    />
  );

  return (
    <>
      <div className="sb-card sb-couriers">
        {table.example && (
          <Line tone="warn" icon="alert" actions={<Button onPress={() => save({})}>{t.makeOwn}</Button>}>
            {t.exampleShop}
          </Line>
        )}
        <div className="sb-toolbar">
          <TextSetting
            label={t.tableName}
            value={table.name}
            print={(name) => name}
            read={(text) => ({ value: text.trim().slice(0, 80) || table.name })}
            onSave={(name) => save({ name })}
          />
          <span className="sb-spring" />
          <Button kind="primary" icon="plus" onPress={() => setEditing(null)}>
            {t.addRule}
          </Button>
        </div>
        {editing === null && editor(undefined)}
        {table.rules.length === 0 && <EmptyLine>{t.noRules}</EmptyLine>}
        {couriers.map((courier) => (
          <section key={courier} className="sb-courier" aria-label={courier}>
            <h3>{courier}</h3>
            <ul>
              {table.rules
                .filter((rule) => rule.courier === courier)
                .map((rule) => (
                  <li key={rule.id} data-rule={rule.id}>
                    {editing === rule.id ? (
                      editor(rule)
                    ) : (
                      <RuleRow
                        rule={rule}
                        model={model}
                        onEdit={() => setEditing(rule.id)}
                        onRemove={() => save({ rules: table.rules.filter((other) => other.id !== rule.id) })}
                      />
                    )}
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </div>
      <h2>{t.cutOffs}</h2>
      <CutOffs model={model} actions={actions} />
      <h2>{t.shopNumbers}</h2>
      <ShopNumbers model={model} actions={actions} />
    </>
  );
}

/** An id no rule of this table has; it only has to be unique inside the table. */
function nextRuleId(table: CourierTable): string {
  const ids = new Set(table.rules.map((rule) => rule.id));
  let n = table.rules.length + 1;
  while (ids.has(`rule-${n}`)) n += 1;
  return `rule-${n}`;
}

function RuleRow({
  rule,
  model,
  onEdit,
  onRemove,
}: {
  rule: CourierRule;
  model: SectionProps['model'];
  onEdit: () => void;
  onRemove: () => void;
}) {
  const t = useTexts(optionsTexts, model.language);
  const conditions = ruleConditions(rule, t);
  return (
    <div className="sb-rule">
      <Chip tone={tones[rule.reach]}>{t.reaches[rule.reach]}</Chip>
      <div className="sb-rule-text">
        <p>{rule.regions.length === 0 ? t.everywhere : rule.regions.join('、')}</p>
        <p className="sb-hint">
          {[surchargeWords(rule, t), ...conditions, rule.note].filter(Boolean).join(' · ')}
        </p>
      </div>
      <span className="sb-hint" title={t.priorityHint}>
        {t.priority} {rule.priority}
      </span>
      <IconButton icon="edit" label={t.editRule(rule.courier)} onPress={onEdit} />
      <IconButton icon="trash" label={t.removeRule(rule.courier)} onPress={onRemove} />
    </div>
  );
}
