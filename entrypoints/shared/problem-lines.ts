import type { ProblemLine } from '../../components/popup/model.ts';
import { healthLines } from '../../content/desks/health-lines.ts';
import { effectiveMaps } from '../../content/sites/built-in.ts';
import { matchesAny } from '../../rules/hosts/match-pattern.ts';
import { say } from '../../rules/language/local-text.ts';
import type { Aside } from '../../storage/aside.ts';
import type { KeptState } from '../../storage/kept-state.ts';
import { storeName } from '../../storage/store-names.ts';

/**
 * What needs the agent, one line each: stores set aside, maps that no longer fit.
 * @param address of the page in front, where it is known: its own problems can be pointed at
 */
export function problemLines(
  state: Pick<KeptState, 'health' | 'maps'>,
  aside: readonly Aside[],
  address?: string,
): ProblemLine[] {
  const unread = aside.filter((one) => one.problem !== 'replaced');
  const stores = unread.map((one): ProblemLine => {
    const name = storeName(one.storeKey);
    return {
      id: one.id,
      level: 'stop',
      text: say(
        `「${name['zh-CN']}」读不出来，已原样存到一边，现在用的是默认值`,
        `"${name.en}" could not be read; it was set aside unchanged and defaults are in use`,
      ),
      section: 'data',
    };
  });
  const known = new Map(effectiveMaps(state.maps).map((map) => [map.id, map]));
  // What was said of a map that is no longer there needs nobody.
  const pages = state.health.pages.filter(({ id }) => known.has(id));
  const maps = pages.flatMap((page) =>
    healthLines(page.broken, page.gone).map((line): ProblemLine => {
      const map = known.get(page.id);
      const market = map?.name ?? say(page.id, page.id);
      const inFront = address !== undefined && map !== undefined && matchesAny(address, map.hosts);
      return {
        id: `${page.id} ${line.page}`,
        level: 'warn',
        text: say(`${market['zh-CN']}：${line.text['zh-CN']}`, `${market.en}: ${line.text.en}`),
        section: 'maps',
        page: { mapId: page.id, kind: line.page, field: line.field, inFront },
      };
    }),
  );
  return [...stores, ...maps];
}
