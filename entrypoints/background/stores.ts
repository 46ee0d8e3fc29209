import { type BuyerNicks, createBuyerNicks } from '../../storage/buyer-nicks.ts';
import { cardsStore } from '../../storage/cards.ts';
import { type ColumnMemory, columnMemoryStore } from '../../storage/column-memory.ts';
import { decisionsStore } from '../../storage/decisions.ts';
import { type FieldHistoryRecord, fieldHistoryStore } from '../../storage/field-history.ts';
import { createFigureDays, type FigureDays } from '../../storage/figure-days.ts';
import { type FormAnswersRecord, formAnswersStore } from '../../storage/form-answers.ts';
import { type HealthRecord, healthStore } from '../../storage/health.ts';
import { holidaysStore } from '../../storage/holidays.ts';
import { createKeeper, type Keeper } from '../../storage/keeper.ts';
import { createLedger, type Ledger } from '../../storage/ledger.ts';
import { libraryStore } from '../../storage/library.ts';
import { createLibraryBackups, type LibraryBackups } from '../../storage/library-backups.ts';
import { createLibraryJournal, type LibraryJournal } from '../../storage/library-journal.ts';
import { type UserMaps, userMapsStore } from '../../storage/maps.ts';
import { type OrderBook, orderBookStore } from '../../storage/order-book.ts';
import { type PadRecord, padStore } from '../../storage/pad.ts';
import { createPhraseImages, type PhraseImages } from '../../storage/phrase-images.ts';
import { type PhraseUses, phraseUsesStore } from '../../storage/phrase-uses.ts';
import { platformRulesStore } from '../../storage/platform-rules.ts';
import { priceListStore } from '../../storage/price-list.ts';
import { priceLogStore } from '../../storage/price-log.ts';
import { queueStore } from '../../storage/queue.ts';
import { type Refusals, refusalsStore } from '../../storage/refusals.ts';
import { registersStore } from '../../storage/registers.ts';
import type { Decisions } from '../../storage/schemas/decision-table.ts';
import type { Holidays } from '../../storage/schemas/holidays.ts';
import type { Library } from '../../storage/schemas/phrase.ts';
import type { PlatformRules } from '../../storage/schemas/platform-rules.ts';
import type { PriceListRecord, PriceLog } from '../../storage/schemas/pricing.ts';
import type { Cards } from '../../storage/schemas/product-card.ts';
import type { QueueSnapshot } from '../../storage/schemas/queue.ts';
import type { Registers } from '../../storage/schemas/register.ts';
import type { Settings } from '../../storage/schemas/settings.ts';
import type { ShiftRecord } from '../../storage/schemas/shift.ts';
import type { ShopRecord } from '../../storage/schemas/shop.ts';
import { settingsStore } from '../../storage/settings.ts';
import { shiftsStore } from '../../storage/shifts.ts';
import { shopStore } from '../../storage/shop.ts';
import { type SuggestRecord, suggestStore } from '../../storage/suggest-memory.ts';
import { createTextsGiven, type TextsGiven } from '../../storage/texts-given.ts';
import { localArea } from '../../storage/watch.ts';
import { createLibraryEdits, type LibraryEdits } from './library-edits.ts';

/** Every store the background keeps; it is the only writer of each. */
export interface Stores {
  settings: Keeper<Settings>;
  library: Keeper<Library>;
  uses: Keeper<PhraseUses>;
  shop: Keeper<ShopRecord>;
  rules: Keeper<PlatformRules>;
  maps: Keeper<UserMaps>;
  cards: Keeper<Cards>;
  decisions: Keeper<Decisions>;
  queue: Keeper<QueueSnapshot>;
  health: Keeper<HealthRecord>;
  fields: Keeper<FieldHistoryRecord>;
  pad: Keeper<PadRecord>;
  suggest: Keeper<SuggestRecord>;
  answers: Keeper<FormAnswersRecord>;
  holidays: Keeper<Holidays>;
  columns: Keeper<ColumnMemory>;
  registers: Keeper<Registers>;
  shifts: Keeper<ShiftRecord>;
  orders: Keeper<OrderBook>;
  refusals: Keeper<Refusals>;
  prices: Keeper<PriceListRecord>;
  priceLog: Keeper<PriceLog>;
  ledger: Ledger;
  figureDays: FigureDays;
  given: TextsGiven;
  nicks: BuyerNicks;
  journal: LibraryJournal;
  backups: LibraryBackups;
  images: PhraseImages;
  /** The way to change the library: what it does can be taken back. */
  edits: LibraryEdits;
}

export function openStores(now: () => number): Stores {
  const area = localArea();
  const library = createKeeper(area, libraryStore, now);
  const journal = createLibraryJournal(now);
  return {
    settings: createKeeper(area, settingsStore, now),
    library,
    uses: createKeeper(area, phraseUsesStore, now),
    shop: createKeeper(area, shopStore, now),
    rules: createKeeper(area, platformRulesStore, now),
    maps: createKeeper(area, userMapsStore, now),
    cards: createKeeper(area, cardsStore, now),
    decisions: createKeeper(area, decisionsStore, now),
    queue: createKeeper(area, queueStore, now),
    health: createKeeper(area, healthStore, now),
    fields: createKeeper(area, fieldHistoryStore, now),
    pad: createKeeper(area, padStore, now),
    suggest: createKeeper(area, suggestStore, now),
    answers: createKeeper(area, formAnswersStore, now),
    holidays: createKeeper(area, holidaysStore, now),
    columns: createKeeper(area, columnMemoryStore, now),
    registers: createKeeper(area, registersStore, now),
    shifts: createKeeper(area, shiftsStore, now),
    orders: createKeeper(area, orderBookStore, now),
    refusals: createKeeper(area, refusalsStore, now),
    prices: createKeeper(area, priceListStore, now),
    priceLog: createKeeper(area, priceLogStore, now),
    ledger: createLedger(now),
    figureDays: createFigureDays(),
    given: createTextsGiven(now),
    nicks: createBuyerNicks(now),
    journal,
    backups: createLibraryBackups(now),
    images: createPhraseImages(now),
    edits: createLibraryEdits(library, journal, now),
  };
}

/** At every start: what cannot be read is set aside and said, what is old is migrated. */
export async function repairStores(stores: Stores): Promise<void> {
  const {
    ledger: _l,
    figureDays: _f,
    given: _g,
    nicks: _n,
    journal: _j,
    backups: _b,
    images: _i,
    edits: _e,
    ...kept
  } = stores;
  await Promise.all(Object.values(kept).map((keeper) => keeper.repair()));
}
