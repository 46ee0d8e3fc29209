import { browser } from '#imports';
import type { OptionsActions, OptionsNotice } from '../../components/options/model.ts';
import { effectiveMaps } from '../../content/sites/built-in.ts';
import { permissionOrigins } from '../../rules/hosts/permission-origin.ts';
import { say } from '../../rules/language/local-text.ts';
import { removeMap } from '../../storage/contracts/data.ts';
import { setPageOff } from '../../storage/contracts/health.ts';
import { restoreMap, revertMap, saveMap } from '../../storage/contracts/maps.ts';
import type { KeptState } from '../../storage/kept-state.ts';
import { sendRequest } from '../../storage/messages/send.ts';
import { downloadText } from './download.ts';
import { copyOf, draftOf, newDraft, type OpenDraft, printMap } from './map-draft.ts';

export interface MapActionParts {
  state: KeptState | undefined;
  granted: ReadonlySet<string>;
  draft: OpenDraft | undefined;
  setDraft(draft: OpenDraft | undefined): void;
  askAgain(): void;
  run(work: Promise<unknown>, done?: () => void): void;
  tell(level: OptionsNotice['level'], text: OptionsNotice['text'], takeBack?: () => Promise<unknown>): void;
}

type MapActions = Pick<
  OptionsActions,
  | 'editMap'
  | 'duplicateMap'
  | 'newMap'
  | 'changeDraft'
  | 'saveDraft'
  | 'closeDraft'
  | 'removeMap'
  | 'revertMap'
  | 'exportMap'
  | 'grantHosts'
  | 'setPage'
>;

/** What the agent does with maps in the options. */
export function mapActions(parts: MapActionParts): MapActions {
  const { state, draft, setDraft, run, tell } = parts;
  const open = (made: OpenDraft | undefined): void => {
    if (made) setDraft(made);
  };

  async function save(kept: OpenDraft): Promise<void> {
    const answer = await sendRequest(saveMap, { json: kept.text });
    if (!answer.ok) {
      setDraft({ ...kept, refused: answer.errors });
      return;
    }
    setDraft(undefined);
    const replaced = state?.maps.maps.some((one) => one.id === answer.id && one.deletedAt === null) === true;
    // Taking back is going back to what stood there: the former version, or nothing of the agent's.
    tell('info', say('地图已保存', 'The map is saved'), () =>
      replaced ? sendRequest(revertMap, { id: answer.id }) : sendRequest(removeMap, { id: answer.id }),
    );
  }

  /** Asks the browser; must be the first thing in a click (platform.md §6). Nothing to ask for is no question. */
  const request = (hosts: readonly string[]): Promise<boolean> => {
    const origins = permissionOrigins(hosts);
    return origins.length === 0 ? Promise.resolve(true) : browser.permissions.request({ origins });
  };

  return {
    editMap: (id) => open(state && draftOf(state, id)),
    duplicateMap: (id) => open(state && copyOf(state, id)),
    newMap: () => setDraft(newDraft(Date.now())),
    changeDraft: (text) => draft && setDraft({ ...draft, text, refused: [] }),
    saveDraft: () => draft && run(save(draft)),
    closeDraft: () => setDraft(undefined),
    removeMap(id) {
      const map = state && effectiveMaps(state.maps).find((one) => one.id === id);
      if (!map) return;
      const held = map.hosts.filter((host) => parts.granted.has(host));
      run(sendRequest(removeMap, { id }), () => {
        parts.askAgain();
        tell('info', say(`「${map.name['zh-CN']}」已去掉`, `"${map.name.en}" is removed`), async () => {
          // The site's permission was given back with the map, so putting the map back asks for it again.
          const asked = request(held);
          await asked.catch(() => false);
          await sendRequest(restoreMap, { id });
          parts.askAgain();
        });
      });
    },
    revertMap: (id) =>
      run(sendRequest(revertMap, { id }), () =>
        tell('info', say('已换回上一版', 'The previous version is back'), () =>
          sendRequest(revertMap, { id }),
        ),
      ),
    exportMap(id) {
      const map = state && effectiveMaps(state.maps).find((one) => one.id === id);
      if (map) downloadText(`shoubian-map-${id}.json`, printMap(map));
    },
    grantHosts(hosts) {
      run(
        request(hosts).then((granted) => {
          if (!granted)
            tell('warn', say('没有得到许可，那里还是不工作', 'Not granted; nothing works there yet'));
        }),
        parts.askAgain,
      );
    },
    setPage: (mapId, kind, on) => run(sendRequest(setPageOff, { mapId, kind, off: !on })),
  };
}
