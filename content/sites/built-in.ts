import type { UserMaps } from '../../storage/maps.ts';
import { readSiteMap, type SiteMap } from '../../storage/schemas/site-map.ts';
import alibaba from './1688.json' with { type: 'json' };
import doudian from './doudian.json' with { type: 'json' };
import jd from './jd.json' with { type: 'json' };
import kuaishou from './kuaishou.json' with { type: 'json' };
import pdd from './pdd.json' with { type: 'json' };
import taobao from './taobao.json' with { type: 'json' };
import xianyu from './xianyu.json' with { type: 'json' };
import xiaohongshu from './xiaohongshu.json' with { type: 'json' };

let parsed: SiteMap[] | undefined;

/** The maps that ship in the package; a test proves that each one parses. */
export function builtInMaps(): readonly SiteMap[] {
  parsed ??= [pdd, doudian, taobao, jd, xianyu, alibaba, kuaishou, xiaohongshu].flatMap((document) => {
    const result = readSiteMap(document);
    return result.ok ? [result.map] : [];
  });
  return parsed;
}

/** Built-in maps with the agent's own in place of those with the same id (site-map.md, Document). */
export function effectiveMaps(user: UserMaps): SiteMap[] {
  const own = user.maps.filter((record) => record.deletedAt === null).map((record) => record.map);
  const replaced = new Set(own.map((map) => map.id));
  return [...builtInMaps().filter((map) => !replaced.has(map.id)), ...own];
}
