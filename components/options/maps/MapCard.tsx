import type { Language } from '../../../rules/language/local-text.ts';
import { fieldName, pageName } from '../../../storage/page-names.ts';
import type { PageEntry } from '../../../storage/schemas/site-map.ts';
import { optionsMapTexts } from '../../i18n/options-map-texts.ts';
import { optionsTexts } from '../../i18n/options-texts.ts';
import { inLanguage, useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmButton } from '../../ui/ConfirmButton.tsx';
import { Chip, Line, type Tone } from '../../ui/Marks.tsx';
import { Switch } from '../../ui/Switch.tsx';
import type { MapRow, OptionsActions } from '../model.ts';
import { slotName } from './editing.ts';
import { entryShape } from './entry-shape.ts';
import { type Json, type JsonObject, valueAt } from './json-value.ts';
import { alternativesOf } from './locator-rows.ts';
import { mapDifferences } from './map-differences.ts';
import { pathInWords } from './path-words.ts';

const levelTones: Record<MapRow['level'], Tone> = {
  high: 'accent',
  medium: 'info',
  low: 'warn',
  user: 'info',
};

/** One map: how sure it is and since when, where it works, what it reads, and what can be done with it. */
export function MapCard({
  map,
  language,
  actions,
}: {
  map: MapRow;
  language: Language;
  actions: OptionsActions;
}) {
  const t = useTexts(optionsTexts, language);
  const m = useTexts(optionsMapTexts, language);
  const name = inLanguage(map.name, language);
  const missing = map.hosts.filter((host) => !map.granted.includes(host));
  return (
    <li className="sb-card sb-map-card" data-market={map.id} data-state={map.state} data-origin={map.origin}>
      <div className="sb-map-head">
        <strong>{name}</strong>
        <Chip tone={levelTones[map.level]} title={m.levelMeaning[map.level]}>
          {t.level[map.level]}
        </Chip>
        <Chip>{map.origin === 'built-in' ? m.builtIn : map.origin === 'changed' ? m.changed : m.own}</Chip>
        {map.state === 'needs-permission' && <Chip tone="warn">{t.needsPermission}</Chip>}
        <span className="sb-spring" />
        <MapActions map={map} language={language} actions={actions} />
        <Switch
          label={t.switchMap(name)}
          on={map.state === 'on'}
          onChange={(on) => actions.setMap(map.id, on)}
        />
      </div>
      <p className="sb-hint">
        {[m.levelMeaning[map.level], t.seen(map.seen), map.note].filter(Boolean).join(' · ')}
      </p>
      {map.broken && (
        <Line tone="warn" icon="alert">
          {inLanguage(map.broken, language)}
        </Line>
      )}
      {map.shadowedBy && (
        <Line tone="warn" icon="alert">
          {m.shadowed(inLanguage(map.shadowedBy, language))}
        </Line>
      )}
      <ul className="sb-map-hosts" aria-label={m.hosts}>
        {map.hosts.map((host) => (
          <li key={host} data-granted={map.granted.includes(host)}>
            <code>{host}</code>
            {!map.granted.includes(host) && <Chip tone="warn">{m.notGranted}</Chip>}
          </li>
        ))}
      </ul>
      {missing.length > 0 && (
        <Line
          tone="info"
          actions={
            <Button data={{ 'data-grant': map.id }} onPress={() => actions.grantHosts(missing)}>
              {m.grant(missing.length)}
            </Button>
          }
        >
          {m.grantSome}
        </Line>
      )}
      <details className="sb-map-pages">
        <summary>{m.pages(map.document.pages.length)}</summary>
        <ul>
          {map.document.pages.map((entry, i) => (
            <Entry
              // biome-ignore lint/suspicious/noArrayIndexKey: entries have no identity but their place
              key={i}
              entry={entry}
              map={map}
              language={language}
              actions={actions}
            />
          ))}
        </ul>
      </details>
      {/* A page that is off is said even while the list of pages is closed. */}
      {map.pagesOff.map((kind) => (
        <Line
          key={kind}
          tone="info"
          actions={<Button onPress={() => actions.setPage(map.id, kind, true)}>{m.turnOn}</Button>}
        >
          {inLanguage(pageName(kind), language)}：{m.pageOff}
        </Line>
      ))}
      {map.builtIn && map.origin === 'changed' && (
        <Differences mine={map.document} theirs={map.builtIn} language={language} />
      )}
      {map.origin !== 'built-in' && (
        <div className="sb-map-actions">
          <ConfirmButton
            label={map.origin === 'changed' ? m.reset : m.remove}
            question={map.origin === 'changed' ? m.resetAsk : m.removeAsk}
            yes={m.yes}
            no={t.cancel}
            onConfirm={() => actions.removeMap(map.id)}
          />
          {map.canRevert && (
            <Button icon="redo" title={m.revertHint} onPress={() => actions.revertMap(map.id)}>
              {m.revert}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}

function MapActions({
  map,
  language,
  actions,
}: {
  map: MapRow;
  language: Language;
  actions: OptionsActions;
}) {
  const m = useTexts(optionsMapTexts, language);
  const name = inLanguage(map.name, language);
  return (
    <>
      <Button icon="edit" kind="quiet" title={m.of(m.edit, name)} onPress={() => actions.editMap(map.id)}>
        {m.edit}
      </Button>
      <Button
        icon="copy"
        kind="quiet"
        title={m.of(m.duplicate, name)}
        onPress={() => actions.duplicateMap(map.id)}
      >
        {m.duplicate}
      </Button>
      <Button
        icon="fill"
        kind="quiet"
        title={m.of(m.exportMap, name)}
        onPress={() => actions.exportMap(map.id)}
      >
        {m.exportMap}
      </Button>
    </>
  );
}

function Entry({
  entry,
  map,
  language,
  actions,
}: {
  entry: PageEntry;
  map: MapRow;
  language: Language;
  actions: OptionsActions;
}) {
  const t = useTexts(optionsTexts, language);
  const m = useTexts(optionsMapTexts, language);
  const evidence = entry.evidence ?? map.document.evidence;
  const isOff = map.pagesOff.includes(entry.kind);
  const json = entry as unknown as Json;
  // What is read of the page; where rows lie and marks go is for the editor.
  const read = entryShape(entry.kind)
    .flatMap((group) => group.slots)
    .filter((slot) => valueAt(json, slot.path) !== undefined && !placesOnly.has(slot.field))
    .map((slot) =>
      slot.field.startsWith('messages.side.')
        ? inLanguage(fieldName(entry.kind, 'messages.side'), language)
        : slotName(entry.kind, slot.field, m, language),
    );
  const has = alternativesOf(valueAt(json, ['when', 'has'])).map(locatorInWords);
  const where = [
    pathInWords(entry.when?.path)[language],
    has.length > 0 ? m.mustHave(has.join(language === 'en' ? ' or ' : ' 或 ')) : '',
    entry.frames === 'all' ? m.framesAll : '',
  ];
  return (
    <li data-page={entry.kind}>
      <p>
        <strong>{inLanguage(pageName(entry.kind), language)}</strong>{' '}
        <Chip tone={levelTones[evidence.level]} title={m.levelMeaning[evidence.level]}>
          {t.level[evidence.level]}
        </Chip>{' '}
        <span className="sb-hint">
          {[t.seen(evidence.seen), entry.evidence?.note].filter(Boolean).join(' · ')}
        </span>
        {isOff && (
          <Button kind="quiet" onPress={() => actions.setPage(map.id, entry.kind, true)}>
            {m.turnOn}
          </Button>
        )}
      </p>
      <p className="sb-hint sb-break">{where.filter(Boolean).join(' · ')}</p>
      <p className="sb-hint">{m.reads([...new Set(read)].join(language === 'en' ? ', ' : '、'))}</p>
    </li>
  );
}

/** The shortest way to say what a locator looks for. */
const locatorInWords = (locator: JsonObject): string =>
  [locator.css, locator.label].filter((part) => typeof part === 'string').join(' ') || '…';

/** Places in the page rather than things read from it. */
const placesOnly = new Set([
  'root',
  'item',
  'mark',
  'confirm',
  'messages.root',
  'orders.item',
  'orders.mark',
]);

function Differences({
  mine,
  theirs,
  language,
}: {
  mine: MapRow['document'];
  theirs: MapRow['document'];
  language: Language;
}) {
  const m = useTexts(optionsMapTexts, language);
  const lines = mapDifferences(mine, theirs);
  if (lines.length === 0) return <p className="sb-hint">{m.noDifference}</p>;
  return (
    <details className="sb-map-pages" data-differences={lines.length}>
      <summary>{m.differences(lines.length)}</summary>
      <ul>
        {lines.map((line, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two entries of one kind may say the same words
          <li key={`${line.en} ${i}`}>{inLanguage(line, language)}</li>
        ))}
      </ul>
    </details>
  );
}
