import { useDeferredValue, useMemo, useRef, useState } from 'react';
import { say } from '../../../rules/language/local-text.ts';
import { checkTable } from '../../../rules/zones/check-table.ts';
import { nextRuleId, ownTable, withoutRule } from '../../../rules/zones/edit-table.ts';
import { provinceOutlooks } from '../../../rules/zones/province-outlook.ts';
import { provinceGroups, provinceTiles } from '../../../rules/zones/province-tiles.ts';
import { sameRegion } from '../../../rules/zones/region-name.ts';
import type { CourierRule, CourierTable } from '../../../rules/zones/table.ts';
import { courierTileTexts } from '../../i18n/courier-tile-texts.ts';
import { optionsTexts } from '../../i18n/options-texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Line } from '../../ui/Marks.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { TextSetting } from '../../ui/TextSetting.tsx';
import type { SectionProps } from '../model.ts';
import { ShopNumbers } from '../ShopNumbers.tsx';
import { Findings } from './Findings.tsx';
import { ProvincePanel } from './ProvincePanel.tsx';
import { ProvinceTiles } from './ProvinceTiles.tsx';
import { RuleEditor } from './RuleEditor.tsx';
import { noFilter, type RuleFilter, RuleList } from './RuleList.tsx';
import { SeveralPanel } from './SeveralPanel.tsx';
import { TableFiles } from './TableFiles.tsx';
import { emptyTrial, TrialBox, useTrialAnswer } from './TrialBox.tsx';

const groups = ['delta', 'northeast', 'remote', 'overseasCustoms'] as const;
/** The tab of the best courier; no courier's name is empty. */
const overall = '';

/** The shop's courier table (B1–B3): tiles, panel, trial, files and rules; then its cut-offs and other numbers. */
export function CouriersSection({ model, actions }: SectionProps) {
  const t = useTexts(optionsTexts, model.language);
  const words = useTexts(courierTileTexts, model.language);
  const table = model.shop.couriers;
  const { rules } = table;
  const couriers = useMemo(() => [...new Set(rules.map((rule) => rule.courier))], [rules]);
  const find = actions.regions?.find;
  // The tiles follow a change at once; what the check finds may come a moment later.
  const checked = useDeferredValue(table);
  const findings = useMemo(() => checkTable(checked, find), [checked, find]);
  const outlooks = useMemo(() => provinceOutlooks(table), [table]);

  const [tab, setTab] = useState(overall);
  const [open, setOpen] = useState<string>();
  const [several, setSeveral] = useState(false);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [adding, setAdding] = useState(false);
  const [filter, setFilter] = useState<RuleFilter>(noFilter);
  const [editing, setEditing] = useState<string>();
  const [said, setSaid] = useState('');
  const [trial, setTrial] = useState(emptyTrial);
  const list = useRef<HTMLHeadingElement>(null);
  const answer = useTrialAnswer({ model, actions }, trial);

  const courier = couriers.includes(tab) ? tab : undefined;
  // A table someone changed is no longer the example shop's.
  const save = (patch: Partial<CourierTable>): void => actions.saveCouriers(ownTable(table, patch));
  const saveRules = (next: CourierRule[]): void => save({ rules: next });
  const remove = (rule: CourierRule): void =>
    actions.saveCouriers(
      ownTable(table, { rules: withoutRule(rules, rule.id) }),
      say(courierTileTexts['zh-CN'].removed(rule.courier), courierTileTexts.en.removed(rule.courier)),
    );
  const goTo = (id: string): void => {
    setFilter(noFilter);
    setEditing(id);
  };
  const openTile = (name: string): void => {
    setChosen([]);
    setOpen((before) => (before === name ? undefined : name));
  };
  const choose = (names: string[]): void => {
    setChosen(names);
    if (names.length > 0) setOpen(undefined);
  };

  const tile = provinceTiles.find(({ name }) => name === open);
  const outlook = tile && outlooks.get(tile.name);
  const deciding = answer?.used?.rule?.id;
  const decidingTile = provinceTiles.find(({ name }) => sameRegion(name, answer?.province))?.name;

  return (
    <>
      {table.example && (
        <div className="sb-example-line">
          <Line tone="warn" icon="alert" actions={<Button onPress={() => save({})}>{t.makeOwn}</Button>}>
            {t.exampleShop}
          </Line>
        </div>
      )}
      {rules.length === 0 && (
        <div className="sb-card sb-courier-empty">
          <h3>{words.emptyTitle}</h3>
          <p className="sb-hint">{words.emptyText}</p>
        </div>
      )}
      <div className="sb-toolbar sb-list-head">
        <TextSetting
          label={t.tableName}
          value={table.name}
          print={(name) => name}
          read={(text) => ({ value: text.trim().slice(0, 80) || table.name })}
          onSave={(name) => save({ name })}
        />
        <span className="sb-spring" />
        <Button icon="list" onPress={() => list.current?.scrollIntoView()}>
          {words.listOf(rules.length)}
        </Button>
        <Button kind="primary" icon="plus" onPress={() => setAdding(true)}>
          {t.addRule}
        </Button>
      </div>
      {adding && (
        <div className="sb-card sb-couriers">
          <RuleEditor
            language={model.language}
            start={undefined}
            id={nextRuleId(rules)}
            couriers={couriers}
            regions={actions.regions}
            onSave={(rule) => {
              saveRules([...rules, rule]);
              setAdding(false);
            }}
            onCancel={() => setAdding(false)}
          />
        </div>
      )}
      <div className="sb-card sb-courier-map">
        <Tabs
          label={words.couriers}
          tabs={[{ id: overall, label: words.all }, ...couriers.map((name) => ({ id: name, label: name }))]}
          chosen={courier ?? overall}
          onChoose={setTab}
        >
          <div className="sb-courier-columns">
            <div className="sb-courier-grid">
              <div className="sb-several">
                <Switch
                  label={words.several}
                  on={several}
                  onChange={(on) => {
                    setSeveral(on);
                    setChosen(on && open !== undefined ? [open] : []);
                    setOpen(undefined);
                  }}
                />
                <span>{words.several}</span>
                {several ? (
                  <>
                    <Button kind="quiet" onPress={() => choose(provinceTiles.map(({ name }) => name))}>
                      {words.groups.all}
                    </Button>
                    {groups.map((id) => (
                      <Button
                        key={id}
                        kind="quiet"
                        onPress={() => choose([...new Set([...chosen, ...provinceGroups[id]])])}
                      >
                        {words.groups[id]}
                      </Button>
                    ))}
                    {chosen.length > 0 && (
                      <Button kind="quiet" onPress={() => choose([])}>
                        {words.clear}
                      </Button>
                    )}
                  </>
                ) : (
                  courier === undefined && <span className="sb-hint">{words.allHint}</span>
                )}
              </div>
              <ProvinceTiles
                language={model.language}
                outlooks={outlooks}
                courier={courier}
                open={open}
                deciding={decidingTile}
                chosen={new Set(chosen)}
                several={several}
                onOpen={openTile}
                onChoose={choose}
              />
            </div>
            <div className="sb-courier-side">
              {chosen.length > 0 ? (
                <SeveralPanel
                  model={model}
                  actions={actions}
                  couriers={couriers}
                  courier={courier}
                  names={chosen}
                  onSet={(next, name) => {
                    actions.saveCouriers(
                      ownTable(table, { rules: next }),
                      say(
                        courierTileTexts['zh-CN'].applied(name, chosen.length),
                        courierTileTexts.en.applied(name, chosen.length),
                      ),
                    );
                    setChosen([]);
                    setTab(name);
                  }}
                  onCancel={() => setChosen([])}
                />
              ) : tile && outlook ? (
                <ProvincePanel
                  key={tile.name}
                  model={model}
                  actions={actions}
                  couriers={couriers}
                  name={tile.name}
                  short={tile.short}
                  outlook={outlook}
                  courier={courier}
                  deciding={deciding}
                  onSave={saveRules}
                  onRemove={remove}
                  onClose={() => setOpen(undefined)}
                />
              ) : (
                <p className="sb-empty">{several ? words.nothingChosen : words.pickTile}</p>
              )}
            </div>
          </div>
        </Tabs>
      </div>
      <Findings model={model} findings={findings} onGo={goTo} />
      <h2>{words.trial}</h2>
      <TrialBox
        model={model}
        actions={actions}
        trial={trial}
        answer={answer}
        onChange={setTrial}
        onShowRule={(rule) => {
          goTo(rule.id);
          if (decidingTile !== undefined) setOpen(decidingTile);
        }}
      />
      <h2>{words.importExport}</h2>
      <TableFiles model={model} actions={actions} />
      <h2>{t.shopNumbers}</h2>
      <ShopNumbers model={model} actions={actions} />
      <h2 ref={list}>{words.list}</h2>
      <RuleList
        model={model}
        actions={actions}
        couriers={couriers}
        filter={filter}
        editing={editing}
        onFilter={setFilter}
        onEdit={setEditing}
        onSave={saveRules}
        onRemove={remove}
        onCopied={(rule, next) =>
          actions.saveCouriers(
            ownTable(table, { rules: next }),
            say(courierTileTexts['zh-CN'].copied(rule.courier), courierTileTexts.en.copied(rule.courier)),
          )
        }
        onMoved={setSaid}
      />
      <output className="sb-unseen">{said}</output>
    </>
  );
}
