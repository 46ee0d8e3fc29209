import jd from './jd.json' with { type: 'json' };
import pdd from './pdd.json' with { type: 'json' };
import xianyu from './xianyu.json' with { type: 'json' };

/** Match patterns of every marketplace with a built-in map; they become the optional hosts of the manifest. */
export const marketHosts: readonly string[] = [pdd, jd, xianyu].flatMap((map) => map.hosts);
