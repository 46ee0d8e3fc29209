import { type ReactNode, useEffect, useRef, useState } from 'react';
import { nextRuleId, putRule, splitProvince } from '../../../rules/zones/edit-table.ts';
import { namesProvince, type ProvinceOutlook, reachOf } from '../../../rules/zones/province-outlook.ts';
import type { CourierRule } from '../../../rules/zones/table.ts';
import type { CourierReach } from '../../../rules/zones/verdict.ts';
import { courierTileTexts } from '../../i18n/courier-tile-texts.ts';
import { optionsTexts } from '../../i18n/options-texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Marks.tsx';
import type { SectionProps } from '../model.ts';
import { RuleEditor } from './RuleEditor.tsx';
import { reachTones, ruleDetails, ruleLine, ruleWhere } from './rule-words.ts';

/** Rules listed below the couriers before the panel points to the whole list. */
const mostListed = 12;

/** What is being written in the panel. */
type Writing =
  | { kind: 'courier'; courier: string; ruleId: string | undefined }
  | { kind: 'rule'; ruleId: string }
  | { kind: 'deeper' }
  | { kind: 'new-courier' };

interface PanelProps extends SectionProps {
  couriers: readonly string[];
  /** Keeps the rules; `said` is told with an offer to take it back. */
  onSave: (rules: CourierRule[]) => void;
  onRemove: (rule: CourierRule) => void;
}

/** One division: what every courier says there and by which rule, its deeper rules, and all of it to be changed. */
export function ProvincePanel({
  model,
  actions,
  couriers,
  name,
  short,
  outlook,
  courier,
  deciding,
  onSave,
  onRemove,
  onClose,
}: PanelProps & {
  /** The courier whose tiles are shown, which a new rule begins with. */
  courier: string | undefined;
  name: string;
  short: string;
  outlook: ProvinceOutlook;
  /** Rule that decided the address being tried. */
  deciding: string | undefined;
  onClose: () => void;
}) {
  const t = useTexts(optionsTexts, model.language);
  const words = useTexts(courierTileTexts, model.language);
  const [writing, setWriting] = useState<Writing>();
  const card = useRef<HTMLElement>(null);
  useEffect(() => {
    // On a narrow page the panel opens below the tiles, out of sight.
    const top = card.current?.getBoundingClientRect().top ?? 0;
    if (top > innerHeight / 2) card.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  const { rules } = model.shop.couriers;
  const id = nextRuleId(rules);
  const done = (next: CourierRule[]): void => {
    onSave(next);
    setWriting(undefined);
  };
  const editor = {
    language: model.language,
    couriers,
    regions: actions.regions,
    onCancel: () => setWriting(undefined),
  };

  const whole = (courier: string, rule: CourierRule | undefined): ReactNode => {
    const others = (rule?.regions.length ?? 0) - (rule && namesProvince(rule, name) ? 1 : 0);
    const scopes = rule &&
      (rule.regions.length === 0 || others > 0) && [
        { id: 'one', label: words.scopeOne(short) },
        {
          id: 'rule',
          label: rule.regions.length === 0 ? words.scopeDefault : words.scopeRule(rule.regions.length),
        },
      ];
    return (
      <RuleEditor
        {...editor}
        key={`${courier}-${rule?.id ?? 'new'}`}
        start={rule ? { ...rule, regions: [name] } : { courier, regions: [name] }}
        id={rule?.id ?? id}
        fixed={{ courier: true, regions: true }}
        scopes={scopes || undefined}
        onSave={(changed, scope) => {
          if (!rule) done([...rules, { ...changed, regions: [name] }]);
          else if (scopes && scope !== 'rule') done(splitProvince(rules, rule.id, name, changed));
          else done(putRule(rules, { ...changed, regions: rule.regions }));
        }}
      />
    );
  };

  const listed = outlook.rules.filter((rule) => !decidesSomewhere(rule, outlook));
  const deeper = listed.filter((rule) => !namesProvince(rule, name) || rule.keywords || rule.corps);
  const others = listed.filter((rule) => !deeper.includes(rule));
  const ruleList = (shown: readonly CourierRule[]): ReactNode => (
    <ul className="sb-panel-rules">
      {shown.slice(0, mostListed).map((rule) => (
        <li key={rule.id} data-panel-rule={rule.id} data-deciding={rule.id === deciding || undefined}>
          {writing?.kind === 'rule' && writing.ruleId === rule.id ? (
            <RuleEditor
              {...editor}
              start={rule}
              id={rule.id}
              onSave={(changed) => done(putRule(rules, changed))}
            />
          ) : (
            <div className="sb-panel-line">
              <Chip tone={reachTones[rule.reach]}>{words.words[rule.reach]}</Chip>
              <span className="sb-panel-text">
                <strong>{rule.courier}</strong> {ruleWhere(below(rule, name), t)}
                <span className="sb-hint"> {ruleDetails(rule, model.language).join(' · ')}</span>
              </span>
              <IconButton
                icon="edit"
                label={t.editRule(rule.courier)}
                onPress={() => setWriting({ kind: 'rule', ruleId: rule.id })}
              />
              <IconButton icon="trash" label={t.removeRule(rule.courier)} onPress={() => onRemove(rule)} />
            </div>
          )}
        </li>
      ))}
      {shown.length > mostListed && <li className="sb-hint">{words.moreRules(shown.length - mostListed)}</li>}
    </ul>
  );

  return (
    <section ref={card} className="sb-panel-card" data-province-panel={name} aria-label={words.panel(name)}>
      <header className="sb-panel-head">
        <h3>{name}</h3>
        <IconButton icon="close" label={words.closePanel} onPress={onClose} />
      </header>
      <ul className="sb-panel-couriers">
        {couriers.map((courier) => (
          <li key={courier} data-panel-courier={courier}>
            <strong className="sb-panel-courier">{courier}</strong>
            <div className="sb-panel-answers">
              {answersOf(outlook, courier).map(({ pieces, several, said }) => (
                <Answer
                  key={pieces}
                  said={said}
                  pieces={several ? words.from(pieces) : undefined}
                  deciding={said.rule !== undefined && said.rule.id === deciding}
                  name={short}
                  model={model}
                  onWrite={() => setWriting({ kind: 'courier', courier, ruleId: said.rule?.id })}
                >
                  {writing?.kind === 'courier' &&
                    writing.courier === courier &&
                    writing.ruleId === said.rule?.id &&
                    whole(courier, said.rule)}
                </Answer>
              ))}
            </div>
          </li>
        ))}
      </ul>
      <div className="sb-panel-add">
        <Button kind="quiet" icon="plus" onPress={() => setWriting({ kind: 'new-courier' })}>
          {words.addCourier}
        </Button>
        <Button kind="quiet" icon="plus" onPress={() => setWriting({ kind: 'deeper' })}>
          {words.addDeeper}
        </Button>
      </div>
      {writing?.kind === 'new-courier' && (
        <RuleEditor
          {...editor}
          start={{ regions: [name] }}
          id={id}
          fixed={{ regions: true }}
          onSave={(rule) => done([...rules, { ...rule, regions: [name] }])}
        />
      )}
      {writing?.kind === 'deeper' && (
        <RuleEditor
          {...editor}
          start={{ ...(courier !== undefined && { courier }), regions: [`${name}/`] }}
          id={id}
          onSave={(rule) => done([...rules, rule])}
        />
      )}
      <h4>{words.deeperRules}</h4>
      {deeper.length === 0 ? <p className="sb-hint">{words.noDeeper}</p> : ruleList(deeper)}
      {others.length > 0 && (
        <>
          <h4>{words.otherRules}</h4>
          {ruleList(others)}
        </>
      )}
    </section>
  );
}

/** The panel stands for the province: what a rule says of other provinces is left out of its line. */
const below = (rule: CourierRule, name: string): CourierRule => {
  const province = rule.regions.filter((region) => region.split('/')[0] === name);
  if (province.length === 0) return rule;
  const regions = province
    .map((region) => region.split('/').slice(1).join('/'))
    .filter((part) => part !== '');
  return { ...rule, regions: regions.length > 0 ? regions : [name] };
};

const decidesSomewhere = (rule: CourierRule, { steps }: ProvinceOutlook): boolean =>
  steps.some(({ verdict }) => reachOf(verdict, rule.courier)?.rule === rule);

/** What a courier says, once per rule that decides. */
function answersOf(
  { steps }: ProvinceOutlook,
  courier: string,
): { pieces: number; several: boolean; said: CourierReach }[] {
  const answers: { pieces: number; said: CourierReach }[] = [];
  for (const { pieces, verdict } of steps) {
    const said = reachOf(verdict, courier) ?? { courier, reach: 'unknown' as const };
    const last = answers.at(-1);
    if (!last || last.said.rule !== said.rule) answers.push({ pieces, said });
  }
  return answers.map((answer) => ({ ...answer, several: answers.length > 1 }));
}

function Answer({
  said,
  pieces,
  deciding,
  name,
  model,
  onWrite,
  children,
}: {
  said: CourierReach;
  pieces: string | undefined;
  deciding: boolean;
  name: string;
  model: SectionProps['model'];
  onWrite: () => void;
  children: ReactNode;
}) {
  const t = useTexts(optionsTexts, model.language);
  const words = useTexts(courierTileTexts, model.language);
  const { rule, courier, reach } = said;
  const shown = rule ? reach : 'unwritten';
  if (children) return children;
  return (
    <div className="sb-panel-line" data-deciding={deciding || undefined}>
      {pieces !== undefined && <span className="sb-panel-pieces">{pieces}</span>}
      <Chip tone={reachTones[shown]}>{words.words[shown]}</Chip>
      {rule && <span className="sb-panel-text sb-hint">{ruleLine(rule, t, model.language)}</span>}
      <IconButton
        icon={rule ? 'edit' : 'plus'}
        label={rule ? words.editHere(courier, name) : words.writeHere(courier, name)}
        onPress={onWrite}
      />
    </div>
  );
}
