import type { Region, RegionReader } from '../address/region.ts';
import { type LocalText, say } from '../language/local-text.ts';
import type { ShopPack } from '../packs/shop.ts';
import { howRead } from '../zones/how-read.ts';
import {
  type CourierReach,
  doubtful,
  refusesByName,
  regionStem,
  sameRegion,
  type ZoneAnswer,
} from '../zones/index.ts';
import type { Flag } from './flag.ts';
import type { Order } from './order.ts';
import { orderZone } from './order-zone.ts';

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
  const flags: Flag[] = [];
  const remote = shop.remoteProvinces.find((name) => sameRegion(name, region.province));
  if (remote !== undefined) {
    const name = regionStem(region.province);
    flags.push({
      name: 'remote',
      level: 'info',
      label: say(`偏远·${name}`, `Remote: ${name}`),
      reasons: [say(`${remote}在本店偏远名单里`, `${remote} is on the shop’s remote list`), howRead(region)],
      rule: 'remote-provinces',
    });
  }
  const zone = zoneFlag(order, shop, region);
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

/** The flag of what the shop's table says (rules/zones/zone-answer.ts); none where a courier simply goes there. */
function zoneFlag(order: Order, shop: ShopPack, region: Region): Flag | undefined {
  const answer = orderZone(order, shop, region);
  const { used, verdict, label, level, reasons, open } = answer;
  const rule = (level === 'stop' ? refusing(answer) : used)?.rule?.id;
  const flag = { level, label, reasons, ...(rule === undefined ? {} : { rule }) };
  if (level === 'stop') return { ...flag, name: 'out-of-zone' };
  if (open.includes('district') || (verdict.overall === 'unknown' && !used)) return unknownZone(reasons);
  const surcharge = used ? used.reach === 'surcharge' : verdict.overall === 'surcharge';
  return surcharge ? { ...flag, name: 'surcharge' } : undefined;
}

/** Whose rule an out-of-zone flag names: the wished courier's, else the first that refuses the region by name. */
function refusing({ verdict, wished }: ZoneAnswer): CourierReach | undefined {
  if (wished?.reach === 'no') return wished;
  const refused = verdict.couriers.filter(({ reach }) => reach === 'no');
  return refused.find(({ rule }) => rule && refusesByName(rule)) ?? refused[0];
}
