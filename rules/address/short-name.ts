/**
 * How people shorten the names of divisions (data.md §3): 浙江省 → 浙江, 恩施土家族苗族自治州 → 恩施州 or 恩施,
 * 焉耆回族自治县 → 焉耆县 or 焉耆.
 */

const peoples =
  '蒙古族|蒙古|回族|藏族|维吾尔|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克族|哈萨克|傣族|黎族|傈僳族|佤族|畲族|拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜|土族|达斡尔族|仫佬族|羌族|布朗族|撒拉族|毛南族|仡佬族|锡伯|塔吉克|怒族|普米族|独龙族|裕固族|保安族|各族';
const autonomous = new RegExp(`^(.*?)(?:${peoples})+自治([州县旗])$`);

/** 内蒙古自治区 → 内蒙古, 内蒙. */
export function stemOfProvince(name: string): string[] {
  const stem = name.replace(/(?:(?:维吾尔|壮族|回族)?自治区|特别行政区|省|市)$/, '');
  return stem === '内蒙古' ? [stem, '内蒙'] : [stem];
}

/** Short forms of a city; never shorter than two characters. */
export function stemOfCity(name: string): string[] {
  const found = autonomous.exec(name);
  const stem = found?.[1] ?? name.replace(/(?:市|地区|盟)$/, '');
  if (stem.length < 2 || stem === name) return [];
  return found ? [`${stem}州`, stem] : [stem];
}

/** Short forms of a district; one-character stems (唐县) have none. */
export function stemOfDistrict(name: string): string[] {
  const found = autonomous.exec(name);
  if (found) {
    const stem = found[1] ?? '';
    return stem.length < 2 ? [] : [`${stem}${found[2]}`, stem];
  }
  const stem = name.replace(/(?:自治[县旗]|新区|林区|特区|[县区市旗])$/, '');
  return stem.length < 2 || stem === name ? [] : [stem];
}

const peopleAtEnd = new RegExp(`^(.{2,}?)(?:${peoples})+$`);

/** 新仁苗族 → 新仁: how a 民族乡 is called; undefined where nothing can be left out. */
export function withoutPeoples(stem: string): string | undefined {
  return peopleAtEnd.exec(stem)?.[1];
}
