import { browser } from '#imports';
import type { CardStart } from '../../components/options/cards/model.ts';
import type { DecisionDraft } from '../../components/options/decisions/model.ts';
import type { AsideRow, ExportRow, ImportPreview, OptionsModel } from '../../components/options/model.ts';
import type { PricingModel } from '../../components/options/pricing/model.ts';
import { type LocalText, say } from '../../rules/language/local-text.ts';
import { exampleShop } from '../../rules/packs/example-shop.ts';
import type { RegisterEntry } from '../../rules/registers/entry.ts';
import type { Aside } from '../../storage/aside.ts';
import { documentNames } from '../../storage/import/document-kind.ts';
import type { ImportPlan } from '../../storage/import/plan-import.ts';
import type { KeptState } from '../../storage/kept-state.ts';
import type { Decisions } from '../../storage/schemas/decision-table.ts';
import type { Cards } from '../../storage/schemas/product-card.ts';
import { settingsStore, shownLanguage } from '../../storage/settings.ts';
import { storeName } from '../../storage/store-names.ts';
import { type ChosenCards, cardPreview } from './card-preview.ts';
import { cardsModel } from './cards-model.ts';
import { type ChosenCouriers, courierPreview } from './courier-preview.ts';
import { decisionsModel } from './decision-actions.ts';
import type { AskedExport } from './export-phrases.ts';
import { libraryModel, shelfOf } from './library-model.ts';
import { type OpenDraft, shownDraft } from './map-draft.ts';
import { mapRows } from './map-rows.ts';
import { type ChosenPhrases, phrasePreview } from './phrase-preview.ts';
import { rulesModel } from './rule-actions.ts';
import type { LibraryLook } from './use-library-look.ts';

export type ChosenFile =
  | { state: 'reading'; name: string; done: number; stop?: () => void }
  | { state: 'document'; name: string; text: string; plan: ImportPlan }
  | ChosenPhrases
  | ChosenCards
  | ChosenCouriers;

export const exportRows: ExportRow[] = [
  {
    id: 'phrases',
    name: say('话术', 'Phrases'),
    note: say('JSON，可再导入，连图片都不丢', 'JSON; can be imported again without loss, images too'),
  },
  {
    id: 'phrases-qianniu',
    name: say('话术到千牛', 'Phrases for Qianniu'),
    note: say(
      'CSV（GBK），只有编码、内容、分组；放不下标题、图片、多条内容等',
      'CSV (GBK) with code, text and group; no titles, images or further texts',
    ),
  },
  {
    id: 'phrases-kefubao',
    name: say('话术到客服宝', 'Phrases for Kefubao'),
    note: say(
      'XLSX，两级分类、标题、内容；放不下编码、图片、多条内容等',
      'XLSX with two categories, title and text; no codes, images or further texts',
    ),
  },
  {
    id: 'phrases-table',
    name: say('话术表格', 'Phrases as a table'),
    note: say(
      'XLSX，可在表格里改好再导入；放不下图片和使用次数，标签里不能有标点',
      'XLSX to edit and import again; no images or use counts, and tags must hold no comma',
    ),
  },
  {
    id: 'product-cards',
    name: say('商品卡', 'Product cards'),
    note: say('JSON，可再导入，不丢内容', 'JSON; can be imported again without loss'),
  },
  {
    id: 'product-cards-table',
    name: say('商品卡表格', 'Product cards as a table'),
    note: say('XLSX，含底价，可在表格里改好再导入', 'XLSX with floor prices, to edit and import again'),
  },
  {
    id: 'product-cards-csv',
    name: say('商品卡 CSV', 'Product cards as CSV'),
    note: say('CSV（UTF-8），内容和表格一样', 'CSV (UTF-8) with the same columns'),
  },
  {
    id: 'courier-table',
    name: say('快递表', 'Courier table'),
    note: say('JSON，只含快递规则', 'JSON; the courier rules only'),
  },
  {
    id: 'courier-table-xlsx',
    name: say('快递表格', 'Courier table as a sheet'),
    note: say('XLSX，可在表格里改好再导入，不丢内容', 'XLSX to edit and import again without loss'),
  },
  {
    id: 'courier-table-csv',
    name: say('快递表 CSV', 'Courier table as CSV'),
    note: say('CSV（UTF-8），内容和表格一样', 'CSV (UTF-8) with the same columns'),
  },
  {
    id: 'courier-table-template',
    name: say('快递表示例', 'Example courier table'),
    note: say(
      'XLSX，示例店铺的规则，照着改成自己的',
      'XLSX with the example shop’s rules, to be made your own',
    ),
  },
  {
    id: 'decisions',
    name: say('处理步骤', 'Decision tables'),
    note: say('JSON，在用的全部步骤，可再导入', 'JSON; every table in use, can be imported again'),
  },
  {
    id: 'rule-pack',
    name: say('店铺规则', 'Rule pack'),
    note: say(
      'JSON，含改过的平台规则、起批价、截单时间、快递表和用词',
      'JSON; your values over platform rules, minimum order, cut-offs, couriers and wording',
    ),
  },
  {
    id: 'site-maps',
    name: say('页面地图', 'Site maps'),
    note: say('JSON，自己改过或导入的地图，一图一文件', 'JSON; maps you imported or changed, one file each'),
  },
  {
    id: 'backup',
    name: say('完整备份', 'Backup'),
    note: say(
      'JSON，设置、话术、商品卡、规则、地图；不含买家数据',
      'JSON; everything you made, no buyer data',
    ),
  },
  {
    id: 'events',
    name: say('响应记录', 'Reply events'),
    note: say(
      'JSON，时间、会话、哪一方、给过哪句话术，还有订单标记、登记表和班次；没有聊天内容',
      'JSON; times, conversations, sides, which phrases were given, what was noted of orders, the registers and the shifts; no chat text',
    ),
  },
];

export interface OptionsParts {
  state: KeptState | undefined;
  granted: ReadonlySet<string>;
  aside: readonly Aside[];
  section: OptionsModel['section'];
  file: ChosenFile | undefined;
  draft: OpenDraft | undefined;
  asked: AskedExport | undefined;
  notice: OptionsModel['notice'];
  tried: OptionsModel['tried'];
  look: LibraryLook;
  cards: Cards;
  cardStart: CardStart | undefined;
  pricing: PricingModel;
  decisions: Decisions;
  decisionDraft: DecisionDraft | undefined;
  registers: readonly RegisterEntry[];
  /** Epoch ms. */
  now: number;
}

export function optionsModel(parts: OptionsParts): OptionsModel {
  const { state, granted, aside, section, file, draft, asked, notice } = parts;
  const settings = state?.settings ?? settingsStore.defaults(0);
  const shelf = state && shelfOf(state.library);
  return {
    language: shownLanguage(settings.language, browser.i18n.getUILanguage()),
    ready: state !== undefined,
    section,
    settings,
    phrases: shelf?.living ?? [],
    categories: shelf?.categories ?? [],
    library: libraryModel(state, parts.look, parts.now),
    cards: cardsModel(parts.cards, parts.cardStart),
    pricing: parts.pricing,
    decisions: decisionsModel(parts.decisions, parts.decisionDraft),
    registers: { entries: parts.registers },
    shifts: state?.shifts.shifts ?? [],
    rules: rulesModel(state?.rules.rows),
    shop: state?.shop.pack ?? exampleShop,
    maps: state ? mapRows(state, granted) : [],
    ...(state && draft && { draft: shownDraft(draft, state) }),
    exports: exportRows,
    ...(file && file.state !== 'reading' && { preview: previewOf(file) }),
    ...(file?.state === 'reading' && {
      reading: { fileName: file.name, done: file.done, canStop: file.stop !== undefined },
    }),
    ...(asked && { exportQuestion: asked.question }),
    aside: aside.map(asideRow),
    ...(notice && { notice }),
    ...(parts.tried && { tried: parts.tried }),
  };
}

function previewOf(file: Exclude<ChosenFile, { state: 'reading' }>): ImportPreview {
  if (file.state === 'phrases') return phrasePreview(file);
  if (file.state === 'cards') return cardPreview(file);
  if (file.state === 'couriers') return courierPreview(file);
  const { name, plan } = file;
  if (!plan.ok) return { fileName: name, lines: [], problems: plan.errors, applicable: false };
  return {
    fileName: name,
    kind: documentNames[plan.kind],
    lines: plan.lines,
    problems: plan.problems,
    applicable: plan.changed > 0,
  };
}

const asideProblem: Record<Aside['problem'], (one: Aside) => LocalText> = {
  'too-new': () =>
    say('由更新版本的程序写下，这个版本读不了', 'Written by a newer version; this one cannot read it'),
  corrupt: ({ detail }) => say(`内容损坏（${detail}）`, `Damaged (${detail})`),
  replaced: () => say('恢复另一份时换下来的', 'Replaced when another copy was restored'),
};

const asideRow = (one: Aside): AsideRow => ({
  id: one.id,
  name: storeName(one.storeKey),
  problem: asideProblem[one.problem](one),
  at: one.createdAt,
});
