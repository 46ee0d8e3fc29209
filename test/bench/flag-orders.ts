import { divisionIndex } from '../../rules/address/divisions.ts';
import type { Region } from '../../rules/address/index.ts';
import { regionOf } from '../../rules/address/index.ts';
import { forgetRegions } from '../../rules/address/region-of.ts';
import { flagOrders, type Order, type OrderStatus } from '../../rules/orders/index.ts';
import { exampleCouriers, exampleShop } from '../../rules/packs/example-shop.ts';
import type { ShopPack } from '../../rules/packs/shop.ts';
import { DAY_MS, HOUR_MS, shanghaiEpoch } from '../../rules/time/shanghai.ts';
import { pathOfDivision, regionCodes } from '../../rules/zones/find-place.ts';
import { type CourierRule, courierVerdict } from '../../rules/zones/index.ts';

/**
 * Flagging the orders of a page: computing only, no page. Every order has an address of its own, some orders share a
 * buyer. With regions given is what a seller's page does (the background reads addresses); growth is the time of the
 * row before, times ten, that this row should not pass.
 */
export interface FlagOrdersRow {
  name: string;
  orders: number;
  rules: number;
  ms: number;
  usEach: number;
  /** Time as a multiple of ten times the row of a tenth of the orders; 1 is linear. */
  ratioToLinear?: number;
  /** Time as a multiple of the same orders by the example shop's table. */
  ratioToExample?: number;
}

const sizes = [500, 5_000, 50_000] as const;
const now = shanghaiEpoch(2026, 3, 2, 14, 0, 0) ?? 0;
const runs = 7;
const warmUps = 3;

/** A number in [0, below) from a seed: the same orders in every run. */
const randoms = (seed: number) => {
  let state = seed;
  return (below: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
};

const districts = [...divisionIndex().byCode.values()].filter(({ level }) => level === 'district');
const statuses: OrderStatus[] = ['unshipped', 'unshipped', 'unshipped', 'unpaid', 'shipped', 'done'];
const couriers = ['申通快递', '圆通速递', '中国邮政', '京东'];

function makeOrders(count: number): Order[] {
  const next = randoms(count);
  return Array.from({ length: count }, (_, at): Order => {
    const district = districts[next(districts.length)];
    const address = `${pathOfDivision(district ?? { code: '', name: '', level: 'district', province: undefined, city: undefined }).replaceAll('/', '')}建设路${at}号${next(30) + 1}栋****`;
    const paidAt = now - next(72) * HOUR_MS;
    const status = statuses[next(statuses.length)] ?? 'unshipped';
    return {
      key: `o${at}`,
      orderId: `2026${String(at).padStart(10, '0')}`,
      platform: 'jd',
      status,
      buyerId: `b${next(count)}`,
      receiver: '张**',
      phone: '138****0000',
      address,
      amount: 500 + next(20_000),
      paidAt,
      shipBy: paidAt + 2 * DAY_MS,
      ...(next(5) === 0 ? { courier: couriers[next(couriers.length)] ?? '' } : {}),
      ...(status === 'shipped'
        ? { shippedAt: paidAt + HOUR_MS, lastTrackAt: now - next(100) * HOUR_MS }
        : {}),
      ...(next(10) === 0 ? { memo: '加急' } : {}),
      lines: [{ title: next(8) === 0 ? '【秒杀】帆布包' : '帆布包', quantity: 1 + next(3), price: 1_990 }],
    };
  });
}

/** The example shop's table with as many rules on single districts as a table may hold. */
function fullTable(): ShopPack['couriers'] {
  const next = randoms(5);
  const own = exampleCouriers.rules;
  const rules: CourierRule[] = Array.from({ length: 5_000 - own.length }, (_, at) => {
    const district = districts[at % districts.length];
    return {
      id: `d-${at}`,
      courier: ['中国邮政', '圆通', '申通', '韵达', '京东', '顺丰', '极兔', '德邦'][at % 8] ?? '',
      regions: district ? [pathOfDivision(district)] : [],
      ...(at % 50 === 0 ? { keywords: ['军区', '监狱', `工业园${at}`] } : {}),
      ...(at % 3 === 0 ? { when: { minPieces: 1 + next(3) } } : {}),
      reach: (['reaches', 'no', 'slow', 'surcharge'] as const)[next(4)] ?? 'reaches',
      surcharge: { first: 1_800, firstUnit: 1_000, next: 800, nextUnit: 1_000 },
      priority: next(50),
    };
  });
  const all = [...own, ...rules];
  return { ...exampleCouriers, rules: all, codes: regionCodes(all.flatMap(({ regions }) => regions)) };
}

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;

/** Milliseconds of processor time: what else the machine does meanwhile is not ours. */
function timed(work: () => void): number {
  work();
  return median(
    Array.from({ length: runs }, () => {
      const begin = process.cpuUsage();
      work();
      const { user, system } = process.cpuUsage(begin);
      return (user + system) / 1_000;
    }),
  );
}

const rounded = (value: number): number => Number(value.toPrecision(4));

export function benchFlagOrders(): FlagOrdersRow[] {
  const full: ShopPack = { ...exampleShop, couriers: fullTable() };
  const rows: FlagOrdersRow[] = [];
  const known = new Map<number, { orders: Order[]; regions: Map<string, Region> }>();
  for (const size of sizes) {
    const orders = makeOrders(size);
    const regions = new Map(orders.map(({ address = '' }) => [address, regionOf(address)]));
    known.set(size, { orders, regions });
  }
  // The code is warm before the smallest page is measured.
  const { orders: some = [], regions: theirs } = known.get(5_000) ?? {};
  for (let i = 0; i < warmUps; i += 1)
    flagOrders(some, exampleShop, now, { regionOf: (address) => theirs?.get(address) });
  const exampleMs = new Map<number, number>();
  for (const [name, shop] of [
    ['regions given, example shop', exampleShop],
    ['regions given, a full table', full],
  ] as const) {
    let before: number | undefined;
    for (const [size, { orders, regions }] of known) {
      const context = { regionOf: (address: string) => regions.get(address) };
      const ms = timed(() => flagOrders(orders, shop, now, context));
      const example = exampleMs.get(size);
      rows.push({
        name,
        orders: size,
        rules: shop.couriers.rules.length,
        ms: rounded(ms),
        usEach: rounded((ms * 1_000) / size),
        ...(before === undefined ? {} : { ratioToLinear: rounded(ms / (before * 10)) }),
        ...(example === undefined ? {} : { ratioToExample: rounded(ms / example) }),
      });
      before = ms;
      if (shop === exampleShop) exampleMs.set(size, ms);
    }
  }
  const { orders } = known.get(5_000) ?? { orders: [] };
  const reading = timed(() => {
    forgetRegions();
    flagOrders(orders, exampleShop, now, { regionOf });
  });
  rows.push({
    name: 'addresses read inside, example shop',
    orders: orders.length,
    rules: exampleShop.couriers.rules.length,
    ms: rounded(reading),
    usEach: rounded((reading * 1_000) / orders.length),
    ratioToExample: rounded(reading / (exampleMs.get(5_000) ?? 1)),
  });
  rows.push(...verdictRows(known.get(5_000)?.regions ?? new Map(), full));
  return rows;
}

/** One verdict, without flags: it does not grow with the table. */
function verdictRows(regions: ReadonlyMap<string, Region>, full: ShopPack): FlagOrdersRow[] {
  const places = [...regions].map(([text, region]) => ({ ...region, text }));
  let example: number | undefined;
  return [exampleShop, full].map(({ couriers: table }) => {
    const ms = timed(() => {
      for (const place of places) courierVerdict(table, place, { pieces: 2, total: 5_000, flashSale: false });
    });
    const row = {
      name: 'verdicts only',
      orders: places.length,
      rules: table.rules.length,
      ms: rounded(ms),
      usEach: rounded((ms * 1_000) / places.length),
      ...(example === undefined ? {} : { ratioToExample: rounded(ms / example) }),
    };
    example = ms;
    return row;
  });
}
