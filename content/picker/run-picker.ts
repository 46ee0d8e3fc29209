import type { PickerActions, PickerModel } from '../../components/picker/model.ts';
import { type Language, type LocalText, say } from '../../rules/language/local-text.ts';
import type { Platform } from '../../rules/platform.ts';
import type { PickRequest } from '../../storage/contracts/maps.ts';
import type { PageEntry, SiteMap } from '../../storage/schemas/site-map.ts';
import type { HighlightBox } from './boxes.ts';
import { shortText } from './field-locator.ts';
import { newMap, withEntry } from './make-map.ts';
import { formatMoment } from './moment-text.ts';
import type { Pointing, PointingEvents } from './pointing.ts';
import { repairOf } from './repair.ts';
import { createSession } from './session.ts';

/** Changes one model and tells who follows; the shape of the dock's store. */
interface ModelStore {
  get(): PickerModel;
  patch(change: { [K in keyof PickerModel]?: PickerModel[K] | undefined }): void;
}

export interface PickerParts {
  document: Document;
  now(): number;
  request: PickRequest;
  /** The map this page belongs to, if any; the agent's own copy is made from it. */
  map: SiteMap | undefined;
  /** Ids in use, so that a new marketplace takes another. */
  ids: readonly string[];
  /** Asks for the document to be kept; answers with what is wrong with it, or nothing. */
  save(map: SiteMap): Promise<LocalText[]>;
  /** Takes everything away. `undo`: also what walking by keys has scrolled. */
  leave(undo: boolean): void;
}

const FIRST_ROWS = 5;

/** `seller.lujiao.example` → `seller-lujiao-example`, another where that is taken. */
function freeId(host: string, ids: readonly string[]): string {
  const base =
    host
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 50) || 'market';
  let id = base;
  for (let n = 2; ids.includes(id); n += 1) id = `${base}-${n}`;
  return id;
}

/** The marketplace's own name out of a page's title: 鹿角集市 - 卖家中心 - 我的订单 → 鹿角集市. */
export function nameOf(title: string, host: string): string {
  const parts = title
    .split(/\s*[-–—|｜·_/]\s*/)
    .map((part) => part.trim())
    .filter(Boolean);
  const isPlace = (part: string): boolean =>
    /^(?:我的)?(?:订单|交易|评价|售后|退款|商品|首页|消息|客服|卖家中心|商家中心)/.test(part);
  const name = parts.find((part) => !isPlace(part)) ?? host;
  return (
    name.replace(/(?:商家|卖家|商户|客服)?(?:后台|中心|平台|工作台)$/, '').slice(0, 30) || name.slice(0, 30)
  );
}

const platformsByHost: readonly [RegExp, Platform][] = [
  [/(?:^|\.)tmall\.com$/, 'tmall'],
  [/(?:^|\.)(?:taobao|alimama)\.com$/, 'taobao'],
  [/(?:^|\.)(?:pinduoduo|yangkeduo)\.com$/, 'pdd'],
  [/(?:^|\.)(?:jinritemai|douyin)\.com$/, 'doudian'],
  [/(?:^|\.)(?:jd|jdl)\.com$/, 'jd'],
  [/(?:^|\.)goofish\.com$/, 'xianyu'],
  [/(?:^|\.)1688\.com$/, '1688'],
  [/(?:^|\.)(?:kwaixiaodian|kuaishou)\.com$/, 'kuaishou'],
  [/(?:^|\.)xiaohongshu\.com$/, 'xiaohongshu'],
  [/(?:^|\.)mogu(?:jie)?\.com$/, 'mogujie'],
];

export const firstModel = (
  document: Document,
  given: { language: Language; theme: PickerModel['theme']; map: SiteMap | undefined },
): PickerModel => {
  const { hostname } = document.location;
  return {
    language: given.language,
    theme: given.theme,
    mode: 'teach',
    step: 'kind',
    askOptional: false,
    fields: [],
    statuses: [],
    name: given.map ? given.map.name['zh-CN'] : nameOf(document.title, hostname),
    platform: given.map?.platform ?? platformsByHost.find(([host]) => host.test(hostname))?.[1] ?? 'other',
    host: hostname,
    ...(given.map && { existing: given.map.name }),
    priceMode: 'total',
    problems: [],
    saving: false,
    place: { side: 'right', collapsed: false },
  };
};

/** Joins what is pointed at, what is known and what the panel shows. */
export function runPicker(
  parts: PickerParts,
  store: ModelStore,
): {
  actions: PickerActions;
  events: Omit<PointingEvents, 'enterPanel'>;
  connect(pointing: Pointing): void;
  boxes(): HighlightBox[];
  refresh(): void;
} {
  const { document, now, request, map } = parts;
  let pointing: Pointing | undefined;
  const repair = map && repairOf(map, document, request);
  const begin = () =>
    createSession({
      document: repair?.home ?? document,
      now,
      ...(repair && { repair: { entry: repair.entry, field: repair.field } }),
    });
  let session = begin();
  let isFinishing = false;

  const step = (): PickerModel['step'] => {
    if (isFinishing) return 'finish';
    if (!session.kind) return 'kind';
    if (session.level()) return 'row';
    const ask = session.ask();
    const isField =
      ask !== undefined && session.fields().some(({ name, state }) => name === ask && state === 'pointing');
    // A field of the list is pointed at with the list in view; the first questions have the panel to themselves.
    if (ask !== undefined && !(isField && listShown)) return 'point';
    return 'fields';
  };
  let listShown = false;
  let looked: string | undefined;

  const draw = (problems: LocalText[] = []): void => {
    if (session.kind && !session.level() && session.ask() === undefined) listShown = true;
    const now = step();
    const level = session.level();
    const ask = session.ask();
    const sides = session.sides();
    store.patch({
      mode: repair ? 'repair' : 'teach',
      step: now,
      kind: session.kind,
      ask,
      askOptional: session.isOptional(),
      row: level && {
        count: level.level.items.length,
        texts: level.level.items.slice(0, FIRST_ROWS).map((item) => shortText(item)),
        level: level.at,
        levels: level.levels.length,
        grouped: level.level.group !== undefined,
      },
      fields: now === 'fields' ? session.fields() : store.get().fields,
      sides,
      statuses: now === 'finish' ? session.statuses() : [],
      priceMode: session.priceMode(),
      problems,
      ...(ask === undefined && { hover: undefined }),
    });
    pointing?.arm(ask !== undefined && !level);
  };

  const evidenceNote = (): { seen: string; note: string } => ({
    seen: formatMoment(now()).slice(0, 10),
    note: repair ? '页面改版后由您在页面上重新指出' : '由您在页面上指出',
  });

  const result = (): SiteMap | undefined => {
    const { seen, note } = evidenceNote();
    const entry = session.entry(seen, note);
    if (!entry) return undefined;
    if (map) return withEntry(map, entry, repair?.entry ?? sameTaught(map, entry));
    const { hostname, protocol } = document.location;
    const { name, platform } = store.get();
    return newMap(freeId(hostname, parts.ids), name.trim(), platform, `${protocol}//${hostname}/*`, entry);
  };

  const save = async (): Promise<void> => {
    const made = result();
    if (!made || store.get().saving) return;
    store.patch({ saving: true, problems: [] });
    const problems = await parts
      .save(made)
      .catch((error): LocalText[] => [say(`没有保存：${String(error)}`, `Not saved: ${String(error)}`)]);
    if (problems.length === 0) parts.leave(false);
    else store.patch({ saving: false, problems });
  };

  const change =
    <Args extends unknown[]>(run: (...args: Args) => void) =>
    (...args: Args): void => {
      run(...args);
      draw();
    };

  const actions: PickerActions = {
    chooseKind: change((kind) => session.choose(kind)),
    widen: change(() => session.step(1)),
    narrow: change(() => session.step(-1)),
    confirmRow: change(() => session.confirmRow()),
    again: change(() => session.again()),
    skipAsk: change(() => session.skipAsk()),
    point: change((field) => session.askFor(field || undefined)),
    confirm: change((field) => session.confirm(field)),
    confirmAll: change(() => {
      session.confirmAll();
      // With everything required in hand the one thing left is to look it over and save.
      if (!repair && session.missing().length === 0) isFinishing = true;
    }),
    skip: change((field) => session.skip(field)),
    look(field) {
      if (looked === field) return;
      looked = field;
      // Only the frames change; the panel shows the same.
      store.patch({ problems: [...store.get().problems] });
    },
    chooseReading: change((field, index) => session.chooseReading(field, index)),
    setStatus: change((word, status) => session.setStatus(word, status)),
    setPriceMode: change((mode) => session.setPriceMode(mode)),
    setName: (name) => store.patch({ name }),
    setPlatform: (platform) => store.patch({ platform }),
    next: change(() => {
      isFinishing = true;
    }),
    back: change(() => {
      if (isFinishing) isFinishing = false;
      else {
        listShown = false;
        session = begin();
      }
    }),
    save: () => void save(),
    close: () => parts.leave(true),
    place: (place) => store.patch({ place }),
  };

  return {
    actions,
    events: {
      hover: (element) => store.patch({ hover: element && shortText(element, 80) }),
      pick(element) {
        const problem = session.pick(element);
        draw(problem ? [problem] : []);
      },
      key(key) {
        if (key === 'Escape') {
          const ask = session.ask();
          // Out of pointing at one field back to the list; everywhere else out altogether.
          if (listShown && ask !== undefined && !repair) actions.point('');
          else parts.leave(true);
          return true;
        }
        if (!session.level()) return false;
        if (key === 'ArrowUp') actions.widen();
        else if (key === 'ArrowDown') actions.narrow();
        else if (key === 'Enter') actions.confirmRow();
        else return false;
        return true;
      },
    },
    connect(next) {
      pointing = next;
      draw();
    },
    boxes() {
      const { rows, fields } = session.marked();
      const current = pointing?.current();
      return [
        ...rows.map((element): HighlightBox => ({ element, look: 'row' })),
        ...(listShown
          ? fields.map(
              ({ element, name }): HighlightBox => ({
                element,
                look: 'field',
                label: name === looked ? name : undefined,
              }),
            )
          : []),
        ...(current ? [{ element: current, look: 'hover' as const }] : []),
      ];
    },
    refresh() {
      if (step() !== 'fields') return;
      session.refresh();
      draw(store.get().problems);
    },
  };
}

/** The entry an earlier teaching of the same page left behind: it is replaced, not stacked upon. */
function sameTaught(map: SiteMap, entry: PageEntry): PageEntry | undefined {
  return map.pages.find(
    (page) =>
      page.kind === entry.kind && page.evidence?.level === 'user' && page.when?.path === entry.when?.path,
  );
}
