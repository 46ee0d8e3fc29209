import type { ProblemLine } from '../../components/popup/model.ts';
import { healthLine } from '../../content/desks/health-lines.ts';
import { effectiveMaps } from '../../content/sites/built-in.ts';
import { say } from '../../rules/language/local-text.ts';
import type { Aside } from '../../storage/aside.ts';
import type { KeptState } from '../../storage/kept-state.ts';
import { storeName } from '../../storage/store-names.ts';

/** What needs the agent, one line each: stores set aside, maps that no longer fit. */
export function problemLines(
  state: Pick<KeptState, 'health' | 'maps'>,
  aside: readonly Aside[],
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
  const names = new Map(effectiveMaps(state.maps).map((map) => [map.id, map.name]));
  const maps = state.health.pages.flatMap((page) =>
    page.broken.map((breakage): ProblemLine => {
      const line = healthLine(breakage).text;
      const market = names.get(page.id) ?? say(page.id, page.id);
      return {
        id: `${page.id} ${breakage.kind} ${breakage.field}`,
        level: 'warn',
        text: say(`${market['zh-CN']}：${line['zh-CN']}`, `${market.en}: ${line.en}`),
        section: 'maps',
      };
    }),
  );
  return [...stores, ...maps];
}
