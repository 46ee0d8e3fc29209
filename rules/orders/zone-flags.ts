import type { Region, RegionReader } from '../address/region.ts';
import { type LocalText, say } from '../language/local-text.ts';
import { formatFen } from '../money/money.ts';
import type { ShopPack } from '../packs/shop.ts';
import {
  type CourierReach,
  type CourierVerdict,
  courierVerdict,
  regionStem,
  sameRegion,
  type ZoneFacts,
} from '../zones/index.ts';
import type { Flag } from './flag.ts';
import type { Order } from './order.ts';
import { hasFlashSale, piecesOf } from './order-facts.ts';

/** Below this a region is doubtful and no verdict rests on it (data.md §5). */
const doubtful = 0.6;

/**
 * Zone and remote flags of one order (B1–B3, rules.md §3), from its address column. An address that has not been read
 * yet says nothing: that it cannot be read is known only afterwards.
 */
export function zoneFlags(order: Order, shop: ShopPack, regionOf: RegionReader = () => undefined): Flag[] {
  const { address } = order;
  if (address === undefined) {
    return [confirmAddress(say('页面没有显示收货地址', 'The page shows no address'))];
  }
  const region = regionOf(address);
  if (!region) return [];
  if (region.province === undefined || region.confidence < doubtful) {
    const open = region.candidates?.slice(0, 4).join('、');
    const reason =
      open === undefined
        ? say('地址里读不出省市', 'No province or city can be read from the address')
        : say(
            `只写了「${region.district ?? ''}」，可能是 ${open}`,
            `Only “${region.district ?? ''}”: may be ${open}`,
          );
    return [unknownZone([reason]), confirmAddress(reason)];
  }
  const how = howRead(region);
  const flags: Flag[] = [];
  const remote = shop.remoteProvinces.find((name) => sameRegion(name, region.province));
  if (remote !== undefined) {
    const name = regionStem(region.province);
    flags.push({
      name: 'remote',
      level: 'info',
      label: say(`偏远·${name}`, `Remote: ${name}`),
      reasons: [say(`${remote}在本店偏远名单里`, `${remote} is on the shop’s remote list`), how],
      rule: 'remote-provinces',
    });
  }
  const zone = zoneFlag(order, shop, region, how);
  if (zone) flags.push(zone);
  return flags;
}

const confirmAddress = (reason: LocalText): Flag => ({
  name: 'confirm-address',
  level: 'info',
  label: say('核对地址', 'Confirm address'),
  reasons: [reason],
});

/** No verdict: the address or the table does not tell. Never called out of zone (data.md §10). */
const unknownZone = (reasons: LocalText[]): Flag => ({
  name: 'zone-unknown',
  level: 'info',
  label: say('范围未知', 'Zone unknown'),
  reasons,
});

/** How the region was read, and what of it the text does not say. */
function howRead({ province, city, district, inferred }: Region): LocalText {
  const parts = [province, city === province ? undefined : city, district].filter(
    (part) => part !== undefined,
  );
  const where = parts.join(' ');
  if (inferred.length === 0) return say(`地址读作：${where}`, `Address read as ${where}`);
  const zh = { province: '省', city: '市', district: '区' };
  return say(
    `地址读作：${where}（${inferred.map((field) => zh[field]).join('、')}是推断的，原文没有写）`,
    `Address read as ${where} (${inferred.join(' and ')} inferred, not written)`,
  );
}

function zoneFlag(order: Order, shop: ShopPack, region: Region, how: LocalText): Flag | undefined {
  const verdict = verdictFor(order, shop, region);
  if (!verdict) {
    return unknownZone([
      say('页面没有显示件数，快递取决于件数', 'The courier depends on the pieces, which the page hides'),
      how,
    ]);
  }
  const wished = order.courier === undefined ? undefined : courierOf(verdict, order.courier);
  const silent = verdict.couriers.filter(({ reach }) => reach === 'unknown').map(({ courier }) => courier);
  const example = shop.couriers.example
    ? [say('依据示例店铺的快递表', 'By the example shop’s courier table')]
    : [];

  if (wished?.reach === 'no' && wished.rule) {
    const others = verdict.best ? [canGoBy(verdict.best)] : [];
    return {
      name: 'out-of-zone',
      level: 'stop',
      label: say(`超区·${wished.courier}不到`, `Out of zone: ${wished.courier}`),
      reasons: [ruleText(wished), ...others, how, ...example],
      rule: wished.rule.id,
    };
  }
  if (verdict.overall === 'no') {
    const refusing = verdict.couriers.filter(
      ({ reach, rule }) => reach === 'no' && (rule?.regions.length ?? 0) > 0,
    );
    const named = refusing.length > 0 ? refusing : verdict.couriers.filter(({ reach }) => reach === 'no');
    const names = named.map(({ courier }) => courier);
    const [first] = named;
    return {
      name: 'out-of-zone',
      level: 'stop',
      label: say(
        `超区·${names.length > 2 ? '都' : names.join('')}不到`,
        `Out of zone: ${names.length > 2 ? 'every courier' : names.join(', ')}`,
      ),
      reasons: [
        ...verdict.couriers.filter(({ reach }) => reach === 'no').map(ruleText),
        ...(silent.length > 0 ? [silentText(silent)] : []),
        how,
        ...example,
      ],
      ...(first?.rule ? { rule: first.rule.id } : {}),
    };
  }
  if (verdict.overall === 'unknown') {
    return unknownZone([
      say('快递表里没有写这个地区', 'The courier table says nothing about this region'),
      how,
      ...example,
    ]);
  }
  const used = wished && wished.reach !== 'unknown' ? wished : verdict.best;
  if (used?.reach !== 'surcharge') return undefined;
  const fee = used.surcharge ? formatFen(used.surcharge.first).replace(/\.00$/, '') : undefined;
  return {
    name: 'surcharge',
    level: 'warn',
    label: fee === undefined ? say('要加收', 'Surcharge') : say(`加收¥${fee}`, `+¥${fee}`),
    reasons: [ruleText(used), ...flashSaleText(order, shop, verdict, used), how, ...example],
    ...(used.rule ? { rule: used.rule.id } : {}),
  };
}

/**
 * The verdict for what is known of the order. Where the number of pieces is not shown, it holds only if one piece
 * and several lead to the same end; otherwise undefined, nothing is assumed.
 */
function verdictFor(order: Order, shop: ShopPack, region: Region): CourierVerdict | undefined {
  const pieces = piecesOf(order);
  const facts: ZoneFacts = {
    flashSale: hasFlashSale(order, shop.flashSale.words),
    ...(order.amount === undefined ? {} : { total: order.amount }),
  };
  if (pieces !== undefined) return courierVerdict(shop.couriers, region, { ...facts, pieces });
  const single = courierVerdict(shop.couriers, region, { ...facts, pieces: 1 });
  const several = courierVerdict(shop.couriers, region, { ...facts, pieces: 2 });
  return single.overall === several.overall ? single : undefined;
}

/** The table's row for the courier the page names: 申通快递 and 申通 are one, 中国邮政 and 邮政包裹 too. */
function courierOf(verdict: CourierVerdict, name: string): CourierReach | undefined {
  const plain = (text: string): string => text.replace(/中国|快递|速递|速运|包裹|物流|\s/g, '');
  const wanted = plain(name);
  return wanted === '' ? undefined : verdict.couriers.find(({ courier }) => plain(courier) === wanted);
}

function ruleText({ courier, reach, rule }: CourierReach): LocalText {
  const note = rule?.note === undefined ? '' : `：${rule.note}`;
  const id = rule?.id ?? '';
  switch (reach) {
    case 'no':
      return say(`${courier}不到${note}（规则 ${id}）`, `${courier} does not go there (rule ${id})`);
    case 'surcharge':
      return say(`${courier}要加收${note}（规则 ${id}）`, `${courier} charges extra (rule ${id})`);
    case 'slow':
      return say(`${courier}较慢${note}（规则 ${id}）`, `${courier} is slow (rule ${id})`);
    default:
      return say(`${courier}可到${note}（规则 ${id}）`, `${courier} goes there (rule ${id})`);
  }
}

const canGoBy = (best: CourierReach): LocalText =>
  best.reach === 'reaches' ? say(`可改发${best.courier}`, `${best.courier} reaches it`) : ruleText(best);

const silentText = (couriers: string[]): LocalText =>
  say(`${couriers.join('、')}：表里没有写`, `${couriers.join(', ')}: the table says nothing`);

/** B3: flash-sale items have no courier choice; who pays is decided by the total. */
function flashSaleText(
  order: Order,
  shop: ShopPack,
  verdict: CourierVerdict,
  used: CourierReach,
): LocalText[] {
  const { words, askManagerFrom } = shop.flashSale;
  if (!hasFlashSale(order, words)) return [];
  if (used.rule?.when?.flashSale !== undefined) return [];
  const free = verdict.couriers.some(({ reach }) => reach === 'reaches');
  if (free || order.amount === undefined) return [];
  const limit = formatFen(askManagerFrom).replace(/\.00$/, '');
  return order.amount < askManagerFrom
    ? [say(`秒杀款不满 ¥${limit}，由买家补邮费`, `Flash sale under ¥${limit}: the buyer adds the fee`)]
    : [
        say(
          `秒杀款满 ¥${limit}，问主管能否免邮费`,
          `Flash sale from ¥${limit}: ask the manager whether it can be free`,
        ),
      ];
}
