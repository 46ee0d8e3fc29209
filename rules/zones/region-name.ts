/**
 * Compares names of divisions as shops write them in tables: 新疆 and 新疆维吾尔自治区, 杭州 and 杭州市 are the same
 * place. Only the suffix is dropped, so that 吉林省 and 吉林市 meet only where both stand at the same level.
 */
const suffix =
  /(?:(?:维吾尔|壮族|回族)?自治区|特别行政区|(?:蒙古|回|藏|苗|彝|壮|布依|朝鲜|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|羌|景颇|柯尔克孜|族)*自治[州县旗]|地区|[省市区县州盟旗])$/;

const stems = new Map<string, string>();

/** The name without its suffix; names of two characters (唐县, 和县) stay whole. */
export function regionStem(name: string): string {
  const known = stems.get(name);
  if (known !== undefined) return known;
  const trimmed = name.replace(/\s/g, '');
  const short = trimmed.replace(suffix, '');
  const stem = short.length < 2 ? trimmed : short;
  if (stems.size > 2_000) stems.clear();
  stems.set(name, stem);
  return stem;
}

export function sameRegion(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && b !== undefined && (a === b || regionStem(a) === regionStem(b));
}
