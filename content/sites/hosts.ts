import alibaba from './1688.json' with { type: 'json' };
import doudian from './doudian.json' with { type: 'json' };
import jd from './jd.json' with { type: 'json' };
import kuaishou from './kuaishou.json' with { type: 'json' };
import pdd from './pdd.json' with { type: 'json' };
import taobao from './taobao.json' with { type: 'json' };
import xianyu from './xianyu.json' with { type: 'json' };
import xiaohongshu from './xiaohongshu.json' with { type: 'json' };

/** Match patterns of every marketplace with a built-in map; they become the optional hosts of the manifest. */
export const marketHosts: readonly string[] = [
  pdd,
  doudian,
  taobao,
  jd,
  xianyu,
  alibaba,
  kuaishou,
  xiaohongshu,
].flatMap((map) => map.hosts);
