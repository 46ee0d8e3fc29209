import type { PickerModel } from '../../components/picker/model.ts';
import { matchesAny } from '../../rules/hosts/match-pattern.ts';
import { type LocalText, say } from '../../rules/language/local-text.ts';
import { RequestError } from '../../storage/contracts/contract.ts';
import { type PickRequest, saveMap } from '../../storage/contracts/maps.ts';
import type { KeptState } from '../../storage/kept-state.ts';
import { sendRequest } from '../../storage/messages/send.ts';
import { readSiteMap, type SiteMap } from '../../storage/schemas/site-map.ts';
import { shownLanguage } from '../../storage/settings.ts';
import type { DockHandle } from '../dock/mount-dock.tsx';
import type { openPicker } from '../dock/picker-host.tsx';
import { borrowPicker } from '../picker/lent-picker.ts';
import { effectiveMaps } from '../sites/built-in.ts';

export interface TeachOptions {
  document: Document;
  shadowMode: ShadowRootMode;
  browserLanguage: string;
  now(): number;
  signal: AbortSignal;
  state(): KeptState;
  /** The page's dock, where it has one. */
  dock(): DockHandle | undefined;
}

/** Checks a map as the background will, so that a fault is said at once, and has it kept. */
async function keepMap(map: SiteMap): Promise<LocalText[]> {
  const read = readSiteMap(JSON.parse(JSON.stringify(map)));
  if (!read.ok) return read.errors;
  try {
    const answer = await sendRequest(saveMap, { json: JSON.stringify(read.map) });
    return answer.ok ? [] : answer.errors;
  } catch (error) {
    if (error instanceof RequestError && error.failure === 'gone') {
      return [say('扩展已更新，请刷新页面后再教', 'The extension was updated; refresh the page first')];
    }
    return [say('没有保存成功，请再试一次', 'It could not be saved; please try again')];
  }
}

/** Opens the picker in this page, one at a time; what is saved takes effect by the stores' own way. */
export function createTeaching(options: TeachOptions): (request: PickRequest) => void {
  let isOpen = false;
  return async (request) => {
    if (isOpen || options.signal.aborted) return;
    isOpen = true;
    // Refused or gone: the page was left behind by an update, and its dock says so.
    const open = await borrowPicker<typeof openPicker>().catch(() => undefined);
    if (!open || options.signal.aborted) {
      isOpen = false;
      return;
    }
    const { document, now, shadowMode, browserLanguage, signal } = options;
    const { settings, maps } = options.state();
    const all = effectiveMaps(maps);
    const theme: PickerModel['theme'] = settings.theme;
    open({
      document,
      now,
      shadowMode,
      signal,
      request,
      theme,
      language: shownLanguage(settings.language, browserLanguage),
      dock: options.dock(),
      map: all.find((map) => matchesAny(document.location.href, map.hosts)),
      ids: all.map(({ id }) => id),
      save: keepMap,
      left() {
        isOpen = false;
      },
    });
  };
}
