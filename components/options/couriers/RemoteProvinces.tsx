import type { Language } from '../../../rules/language/local-text.ts';
import { type ProvinceTile, perhapsRemote, provinceTiles } from '../../../rules/zones/province-tiles.ts';
import { sameRegion } from '../../../rules/zones/region-name.ts';
import { courierTileTexts } from '../../i18n/courier-tile-texts.ts';
import { optionsTexts } from '../../i18n/options-texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { TileGrid } from './TileGrid.tsx';

/** Which divisions the shop calls remote (rules.md §3): pressed is remote; 海南 is offered and off. */
export function RemoteProvinces({
  language,
  provinces,
  onSave,
}: {
  language: Language;
  provinces: readonly string[];
  onSave: (provinces: string[]) => void;
}) {
  const t = useTexts(optionsTexts, language);
  const words = useTexts(courierTileTexts, language);
  const isRemote = (tile: ProvinceTile): boolean => provinces.some((name) => sameRegion(name, tile.name));
  const isOffered = ({ name }: ProvinceTile): boolean => perhapsRemote.includes(name);
  const says = (tile: ProvinceTile): string =>
    isRemote(tile) ? words.remoteOn : isOffered(tile) ? words.remoteMaybe : words.remoteOff;
  return (
    <div className="sb-field sb-field-wide" data-remote="">
      <span className="sb-field-name">{t.remoteProvinces}</span>
      <TileGrid
        label={t.remoteProvinces}
        chosen={new Set(provinceTiles.filter(isRemote).map(({ name }) => name))}
        several
        onChoose={(names) =>
          onSave(provinceTiles.flatMap(({ name }) => (names.includes(name) ? [name] : [])))
        }
        nameOf={(tile) => `${tile.name}：${says(tile)}`}
        dataOf={(tile) => ({
          'data-remote-tile': isRemote(tile) ? 'on' : isOffered(tile) ? 'maybe' : 'off',
        })}
      >
        {(tile) => (
          <>
            <span className="sb-tile-parts" />
            <span className="sb-tile-name">{tile.short}</span>
            {(isRemote(tile) || isOffered(tile)) && (
              <span className="sb-tile-word">{isRemote(tile) ? `✓ ${words.remoteOn}` : '?'}</span>
            )}
          </>
        )}
      </TileGrid>
      <p className="sb-hint">{t.remoteProvincesHint}</p>
    </div>
  );
}
