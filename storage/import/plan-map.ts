import { type LocalText, say } from '../../rules/language/local-text.ts';
import { pageName } from '../page-names.ts';
import type { SiteMap } from '../schemas/site-map.ts';
import { sameValue } from './same-value.ts';

/** What stands under the map's id now, and what importing it would do: 0 or 1 changes. */
export function compareMap(
  map: SiteMap,
  own: SiteMap | undefined,
  isBuiltIn: boolean,
): { changed: 0 | 1; lines: LocalText[] } {
  const { id, name, hosts, pages } = map;
  const kinds = pages.map((page) => pageName(page.kind));
  const what = say(
    `${name['zh-CN']}：${kinds.map((kind) => kind['zh-CN']).join('、')}，网址 ${hosts.join('、')}`,
    `${name.en}: ${kinds.map((kind) => kind.en).join(', ')} on ${hosts.join(', ')}`,
  );
  if (own && sameValue(own, map)) {
    return {
      changed: 0,
      lines: [what, say(`和你现有的 ${id} 完全相同，不用导入`, `Equal to your map ${id}; nothing to import`)],
    };
  }
  const does = own
    ? say(
        `有改动：编号 ${id} 你已经有一份，会被替换，原来的留作上一版`,
        `Changed: you have a map with the id ${id}, which is replaced and kept as the previous version`,
      )
    : isBuiltIn
      ? say(
          `编号 ${id} 和内置地图相同，会代替内置的，删掉它就恢复`,
          `Its id ${id} is a built-in map's, which it stands in for until you remove it`,
        )
      : say(`新的地图，编号 ${id}`, `A new map, with the id ${id}`);
  return { changed: 1, lines: [what, does] };
}
