import { useId } from 'react';
import type { Language } from '../../../rules/language/local-text.ts';
import {
  type ProvinceOutlook,
  type TilePart,
  type TileReach,
  type TileView,
  tileView,
} from '../../../rules/zones/province-outlook.ts';
import { yuan } from '../../../rules/zones/rule-text.ts';
import { type CourierTileTexts, courierTileTexts } from '../../i18n/courier-tile-texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { TileGrid } from './TileGrid.tsx';

const legend: readonly TileReach[] = ['reaches', 'surcharge', 'slow', 'no', 'unknown', 'unwritten'];

const word = ({ reach, surcharge }: TilePart, t: CourierTileTexts): string =>
  reach === 'surcharge' && surcharge !== undefined ? t.plus(yuan(surcharge)) : t.words[reach];

/** All that a tile shows, as one sentence. */
function heard(name: string, view: TileView, t: CourierTileTexts): string {
  const parts = view.parts.map((part) =>
    view.parts.length === 1 ? t.words[part.reach] : t.part(t.from(part.pieces), t.words[part.reach]),
  );
  const fees = view.parts.flatMap(({ surcharge }) =>
    surcharge === undefined ? [] : [`¥${yuan(surcharge)}`],
  );
  const marks = [
    ...(view.conditional ? [t.conditional] : []),
    ...(view.deeper > 0 ? [t.deeperCount(view.deeper)] : []),
  ];
  return t.tileName(name, [parts.join('，'), ...new Set(fees)].join(' '), marks.join('，'));
}

/** One courier's verdict, or the best over all, for every division: a word and a colour per tile. */
export function ProvinceTiles({
  language,
  outlooks,
  courier,
  open,
  deciding,
  chosen,
  several,
  onOpen,
  onChoose,
}: {
  language: Language;
  outlooks: ReadonlyMap<string, ProvinceOutlook>;
  /** Undefined: the best over all couriers. */
  courier: string | undefined;
  /** The tile whose panel is open. */
  open: string | undefined;
  /** The tile of the address being tried. */
  deciding: string | undefined;
  chosen: ReadonlySet<string>;
  several: boolean;
  onOpen: (name: string) => void;
  onChoose: (names: string[]) => void;
}) {
  const t = useTexts(courierTileTexts, language);
  const hintId = useId();
  const views = new Map([...outlooks].map(([name, outlook]) => [name, tileView(outlook, courier)]));
  const counts = new Map<TileReach | 'split', number>();
  for (const { parts } of views.values()) {
    const [first, second] = parts;
    const kind = second ? 'split' : first?.reach;
    if (kind) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const shown = chosen.size > 0 || open === undefined ? chosen : new Set([open]);
  return (
    <>
      <TileGrid
        label={t.grid}
        describedBy={hintId}
        chosen={shown}
        several={several}
        onOpen={onOpen}
        onChoose={onChoose}
        nameOf={({ name }) => heard(name, views.get(name) ?? nothing, t)}
        dataOf={({ name }) => ({
          'data-open': name === open || undefined,
          'data-deciding': name === deciding || undefined,
          'data-reach': views
            .get(name)
            ?.parts.map(({ reach }) => reach)
            .join(' '),
        })}
      >
        {({ name, short }) => <Tile short={short} view={views.get(name) ?? nothing} t={t} />}
      </TileGrid>
      <p id={hintId} className="sb-unseen">
        {several ? t.severalHint : t.keysHint}
      </p>
      <ul className="sb-tile-legend" aria-label={t.legend}>
        {legend.map((reach) => (
          <li key={reach}>
            <i data-reach={reach} aria-hidden="true" />
            {t.words[reach]} {counts.get(reach) ?? 0}
          </li>
        ))}
        <li>
          <i className="sb-tile-split" aria-hidden="true" />
          {t.splitMark(counts.get('split') ?? 0)}
        </li>
        <li>
          <b aria-hidden="true">*</b>
          {t.conditionMark}
        </li>
        <li>
          <i className="sb-tile-corner" aria-hidden="true" />
          {t.deeperMark}
        </li>
      </ul>
    </>
  );
}

const nothing: TileView = { parts: [], deeper: 0, conditional: false };

function Tile({ short, view, t }: { short: string; view: TileView; t: CourierTileTexts }) {
  // Three would not be read any more; what is heard and the panel have all.
  const [first, ...others] = view.parts;
  const last = others.find(({ reach }) => reach !== first?.reach) ?? others.at(-1);
  const parts = [first, last].filter((part) => part !== undefined);
  return (
    <>
      <span className="sb-tile-parts">
        {parts.map((part) => (
          <span key={part.pieces} data-reach={part.reach}>
            {word(part, t)}
          </span>
        ))}
      </span>
      <span className="sb-tile-name">
        {short}
        {view.conditional && <b>*</b>}
      </span>
      {view.deeper > 0 && <i className="sb-tile-corner" />}
    </>
  );
}
