import type { LocalText } from '../../rules/language/local-text.ts';
import { writePhraseFile } from '../../rules/phrases/phrase-file.ts';
import { DAY_MS } from '../../rules/time/shanghai.ts';
import { exportEvents } from '../../storage/contracts/data.ts';
import { backedUpKeys, makeBackup } from '../../storage/import/backup-file.ts';
import { writeCourierFile } from '../../storage/import/courier-file.ts';
import { writeRulePack } from '../../storage/import/rule-pack-file.ts';
import type { KeptState } from '../../storage/kept-state.ts';
import { sendRequest } from '../../storage/messages/send.ts';
import { localArea } from '../../storage/watch.ts';
import { gatherImages } from './gather-images.ts';

export interface ExportFile {
  name: string;
  text: string;
  /** What the file could not hold. */
  note?: LocalText;
}

/** Writes one kind of thing as the file that the import reads back (site-map.md, automation contract). */
export async function exportDocument(id: string, state: KeptState): Promise<ExportFile[]> {
  const now = Date.now();
  switch (id) {
    case 'phrases': {
      const living = state.library.phrases
        .filter((phrase) => phrase.deletedAt === null)
        .sort((one, other) => one.position - other.position);
      const { images, note } = await gatherImages(living);
      return [
        { name: 'shoubian-phrases.json', text: writePhraseFile(living, images), ...(note && { note }) },
      ];
    }
    case 'courier-table':
      return [{ name: 'shoubian-couriers.json', text: writeCourierFile(state.shop.pack.couriers) }];
    case 'rule-pack': {
      const pack = { rows: state.rules.rows, shop: state.shop.pack };
      return [{ name: 'shoubian-rule-pack.json', text: writeRulePack(pack) }];
    }
    case 'site-maps':
      return state.maps.maps
        .filter((one) => one.deletedAt === null)
        .map(({ map }) => ({
          name: `shoubian-map-${map.id}.json`,
          text: `${JSON.stringify(map, null, 2)}\n`,
        }));
    case 'backup': {
      const { images, note } = await gatherImages(state.library.phrases);
      const backup = makeBackup(await localArea().get([...backedUpKeys]), now, images);
      const text = `${JSON.stringify(backup, null, 2)}\n`;
      return [{ name: 'shoubian-backup.json', text, ...(note && { note }) }];
    }
    case 'events': {
      const from = now - state.settings.retentionDays * DAY_MS;
      const { json } = await sendRequest(exportEvents, { from, to: now + DAY_MS });
      return [{ name: 'shoubian-events.json', text: json }];
    }
    default:
      return [];
  }
}
