/**
 * How far a written name is from a division's name: what input methods and tired eyes make of it. Costs are shares of
 * one wrong character. Sounds come with `loadRegions()`; until then only shapes are known.
 */

/** Numbers of the sounds a character can have; sounds that whole regions do not tell apart share a blurred number. */
const soundsOf = new Map<string, number[]>();
const blurredOf: number[] = [];

/** Reads the committed table of sounds (once). */
export function learnSounds(sounds: string): void {
  if (soundsOf.size > 0) return;
  const blurs = new Map<string, number>();
  sounds.split('\n').forEach((line, id) => {
    const sound = /^[a-z]+/.exec(line)?.[0] ?? '';
    const blur = blurred(sound);
    if (!blurs.has(blur)) blurs.set(blur, id);
    blurredOf[id] = blurs.get(blur) ?? id;
    for (const char of line.slice(sound.length)) {
      const list = soundsOf.get(char);
      if (list) list.push(id);
      else soundsOf.set(char, [id]);
    }
  });
}

export const soundsKnown = (): boolean => soundsOf.size > 0;

/** Characters taken for one another by their look. */
const lookAlikes =
  '土士工|干千于|王玉主|己已巳|未末木本术|人入八|大太犬天夫|日曰目白自|田由甲申电|刀力刁|几九凡|乌鸟岛|兔免|今令|贝见|历厉|丘兵乒|亳毫|茌荏|郯剡|郏颊|荥荣|泾径经|徽微|徐涂余|渝榆愉输|滦栾峦|邳坯|沭沐|雎睢濉|浚俊峻|汶纹|沅元|岷泯|晖晕珲浑|赣贡|邗邢邛|栖西|鄱番|盱吁|眙胎怡|颍颖|亭宁|砀荡汤|歙翕|黟黝|婺务|甬桶|鄞勤|圳川训|埔浦捕铺|禺偶|莞菀完|儋澹担|琼京凉|崖涯岩|郴彬琳|醴礼|浏流|耒来|攸悠|溆叙|枞纵从|蕲靳|郧陨员|秭姊|枝技|峡狭陕|潢黄|泌沁|淅浙析晰|淇其琪|濮璞|漯骡|杞纪祀|畅场|绛降|潞路|忻沂|岢苛|隰湿|滕藤|峄绎译|郓恽|鄄甄|莘辛|泗四|曲由|邹皱|穰壤|鞍按|洮兆逃|敦墩|桦华|庐芦炉卢|阜埠|岐歧|邠彬|鄠户|沔面|佛拂|旬询洵|柞作|镇填|汉汊|勉免|宜宣|密蜜|搏博|武式|戌戍成|威咸|郫陴|犍健|珙洪|筠均|泸沪|涪陪|綦基|潼童|酉西|秀季|忠中|梁粱|榕容|锦棉绵|岑今|荔丽|浔寻|忻折|砚现|麒其|沾占|陇垅垄|弥弭|沧苍|洱耳|漾样|剑俭|榄揽|滘窖|塘搪|墟虚|堰偃|圩于|坪平|坂板|坳拗|垭哑|坝坎|垸院|埇涌|峪裕|嵊乘|嶂障|巷港|庵奄|廊郎|徕来|戛嘎|拱洪|晏宴|栗粟|桓恒|椒淑|榴留|樟漳|氾汜|汀丁|沽沾|泊柏|洹恒|浯语|涞来|涟莲|淄缁|渌绿|湄眉|溧栗|滁除|澄登|濂廉|瀍缠|灌罐|烔炯|牟车|玑机|瑷暧|畲舍|睦陆|碣竭|磴登|禹离|簋篮|绥妥|缙晋|耿秋|脍浍|舒予|芷止|茅矛|荔茄|菏荷|萍苹|葑封|蒲浦|蓟荆|蔚尉|虞虏|衢瞿|覃潭|谯焦|豫像|赉贵|辉挥|迭选|遂逐|郎朗|酃灵|醴澧|钟种|闵闽|陂坡|陵棱|雄碓|霍崔|青清|靖靓|颖颢|饶绕|驻住|魏巍|鲤里|麟鳞|黔默|齐济';
const looksOf = new Map<string, Set<string>>();
for (const group of lookAlikes.split('|')) {
  for (const char of group) {
    const set = looksOf.get(char) ?? new Set<string>();
    for (const other of group) set.add(other);
    looksOf.set(char, set);
  }
}

const SAME_SOUND = 0.3;
const LOOKS_ALIKE = 0.35;
const NEAR_SOUND = 0.45;
const SWAPPED = 0.4;
const DROPPED = 0.6;
const ADDED = 0.7;
const OTHER = 1;

/** zh for z, n for l, ing for in: what whole regions do not tell apart. */
const blurred = (sound: string): string =>
  sound
    .replace(/^([zcs])h/, '$1')
    .replace(/^n(?=[aeiouv])/, 'l')
    .replace(/^hu(?=.)/, 'f')
    .replace(/ng$/, 'n');

function characterCost(written: string, meant: string): number {
  if (written === meant) return 0;
  const a = soundsOf.get(written);
  const b = soundsOf.get(meant);
  if (a && b) {
    if (a.some((sound) => b.includes(sound))) return SAME_SOUND;
    // Rare readings blurred would be near to half the language (落 là, 南 nā).
    const [one = 0, second] = a;
    const [other = 0, another] = b;
    if (second === undefined && another === undefined && blurredOf[one] === blurredOf[other])
      return NEAR_SOUND;
  }
  return looksOf.get(written)?.has(meant) ? LOOKS_ALIKE : OTHER;
}

/**
 * The cost of reading `written` as `meant`: 0 equal, 0.3 one homophone, 0.4 two neighbours swapped, 1 one other
 * character. Both are a few characters long.
 * @returns Infinity when the lengths differ by more than one
 */
export function readingCost(written: string, meant: string): number {
  const m = written.length;
  const n = meant.length;
  if (Math.abs(m - n) > 1) return Number.POSITIVE_INFINITY;
  let before: number[] = [];
  let above: number[] = Array.from({ length: n + 1 }, (_, j) => j * DROPPED);
  for (let i = 1; i <= m; i += 1) {
    const row: number[] = [i * ADDED];
    for (let j = 1; j <= n; j += 1) {
      const a = written.charAt(i - 1);
      const b = meant.charAt(j - 1);
      let cost = Math.min(
        (above[j - 1] ?? 0) + characterCost(a, b),
        (above[j] ?? 0) + ADDED,
        (row[j - 1] ?? 0) + DROPPED,
      );
      if (i > 1 && j > 1 && a !== b && a === meant.charAt(j - 2) && written.charAt(i - 2) === b) {
        cost = Math.min(cost, (before[j - 2] ?? 0) + SWAPPED);
      }
      row.push(cost);
    }
    before = above;
    above = row;
  }
  return above[n] ?? 0;
}
