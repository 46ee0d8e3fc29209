import { type LocalText, say } from '../../language/local-text.ts';
import type { CellRow } from '../../phrases/files/delimited.ts';
import { faultsOfRule } from '../rule-faults.ts';
import type { CourierRule } from '../table.ts';
import type { CourierHeader } from './courier-columns.ts';
import { type ReachCell, readReach, saysNothing } from './read-cell.ts';
import type { ReadPlaces } from './read-places.ts';
import { BadCell, type Cells, courierName, readShared, resultOf, unreadReach } from './rule-cells.ts';

/** A rule as a file writes it; the id is absent where the file has none. */
export type WrittenRule = Omit<CourierRule, 'id'> & { id?: string };

export type ReadRow = { rule: WrittenRule; assumedUnit?: boolean } | { problem: LocalText };

/** A row that is one rule. */
export function readLong(cells: Cells, header: CourierHeader, places: ReadPlaces): ReadRow[] {
  try {
    const courier = courierName(cells('courier'));
    if (!places.ok) return [{ problem: places.problem }];
    const shared = readShared(cells, header);
    const narrow = shared.keywords !== undefined || shared.corps === true;
    if (places.regions.length === 0 && !places.everywhere && !narrow)
      return [
        {
          problem: say(
            '没有写地区；对所有其他地方生效的规则，请在省里写「其余地区」',
            'names no region; for everywhere else write 其余地区 as the province',
          ),
        },
      ];
    const said = resultOf(cells, header);
    const id = cells('id').trim();
    const rule: WrittenRule = {
      ...(id === '' ? {} : { id }),
      courier,
      regions: places.regions,
      ...shared,
      reach: said.reach,
      ...(said.surcharge ? { surcharge: said.surcharge } : {}),
      ...(said.days && !shared.days ? { days: said.days } : {}),
    };
    return [checked(rule, said)];
  } catch (error) {
    if (error instanceof BadCell) return [{ problem: error.text }];
    throw error;
  }
}

/** A place with a courier per column: a rule for every cell that says something. */
export function readWide(
  { cells: row }: CellRow,
  cells: Cells,
  header: CourierHeader,
  places: ReadPlaces,
): ReadRow[] {
  if (!places.ok) return [{ problem: places.problem }];
  if (places.regions.length === 0 && !places.everywhere)
    return [{ problem: say('没有写省', 'names no province') }];
  const { regions } = places;
  let shared: ReturnType<typeof readShared>;
  try {
    shared = readShared(cells, header);
  } catch (error) {
    if (error instanceof BadCell) return [{ problem: error.text }];
    throw error;
  }
  return header.couriers.flatMap(({ at, courier }): ReadRow[] => {
    const text = (row[at] ?? '').trim();
    if (saysNothing(text)) return [];
    const said = readReach(text);
    if (!said) return [{ problem: unreadReach(courier, text) }];
    const rule = {
      courier: courier.slice(0, 40),
      regions,
      ...shared,
      reach: said.reach,
      ...(said.surcharge ? { surcharge: said.surcharge } : {}),
      ...(said.days ? { days: said.days } : {}),
    };
    return [checked(rule, said)];
  });
}

/** A rule that could never hold, or whose numbers are out of bounds, is a bad row. */
function checked(rule: WrittenRule, { assumedUnit }: ReachCell): ReadRow {
  const fault = faultsOfRule({ ...rule, id: '' }).find(({ level }) => level === 'stop');
  if (fault) {
    const strip = (text: string): string => text.replace(/^(?:规则 |Rule )\s*[:：]\s*/u, '');
    return { problem: say(strip(fault.text['zh-CN']), strip(fault.text.en)) };
  }
  return { rule, ...(assumedUnit ? { assumedUnit } : {}) };
}
