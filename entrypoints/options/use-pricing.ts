import { useEffect, useMemo, useState } from 'react';
import type { ListPreview, PricingModel } from '../../components/options/pricing/model.ts';
import { changeList, type ReadPriceList } from '../../rules/price/price-list.ts';
import { priceListStore } from '../../storage/price-list.ts';
import { priceLogStore } from '../../storage/price-log.ts';
import type { PriceListRecord, PriceLog } from '../../storage/schemas/pricing.ts';
import { watchStore } from '../../storage/watch.ts';

/** A list that was read, before it is put in place. */
export interface ReadList {
  name: string;
  read: ReadPriceList;
  way: ListPreview['way'];
}

export interface PricingState {
  list: PriceListRecord;
  log: PriceLog;
  reading: ReadList | undefined;
  setReading(reading: ReadList | undefined): void;
}

/** The price list and the log, now and after each change; the defaults until they are read. */
export function usePricing(): PricingState {
  const [list, setList] = useState<PriceListRecord>(() => priceListStore.defaults(0));
  const [log, setLog] = useState<PriceLog>(() => priceLogStore.defaults(0));
  const [reading, setReading] = useState<ReadList>();
  useEffect(() => {
    const stop = new AbortController();
    const now = (): number => Date.now();
    Promise.all([
      watchStore(priceListStore, now, stop.signal, setList),
      watchStore(priceLogStore, now, stop.signal, setLog),
    ]).catch((error) => console.error('[shoubian] pricing', error));
    return () => stop.abort();
  }, []);
  return useMemo(() => ({ list, log, reading, setReading }), [list, log, reading]);
}

const newestFirst = new WeakMap<PriceLog, PricingModel['log']>();

export function pricingModel({ list, log, reading }: PricingState): PricingModel {
  const changes = newestFirst.get(log) ?? [...log.changes].reverse();
  newestFirst.set(log, changes);
  return { list, log: changes, ...(reading && { preview: previewOf(list, reading) }) };
}

function previewOf(list: PriceListRecord, { name, read, way }: ReadList): ListPreview {
  const { result: _, ...change } = changeList(list.prices, read.prices, way);
  return {
    name,
    way,
    change,
    count: read.prices.length,
    problems: read.problems.map(({ text }) => text),
    notes: read.notes,
  };
}
