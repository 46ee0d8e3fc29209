import { corpsAt } from '../address/corps.ts';
import { regionStem } from './region-name.ts';
import type { ZoneRegion } from './zone-region.ts';

/** Cities of the corps (division and city are one there); their codes begin with 6590. */
const cities = new Set([
  '石河子市',
  '阿拉尔市',
  '图木舒克市',
  '五家渠市',
  '北屯市',
  '铁门关市',
  '双河市',
  '可克达拉市',
  '昆玉市',
  '胡杨河市',
  '新星市',
  '白杨市',
]);
const corpsCode = '6590';

/** 兵团 names a place, 兵团路 and 兵团大厦 stand in 乌鲁木齐. */
const named =
  /(?:生产建设|新疆|^|[\s,，])(?:建设)?兵团(?![东西南北中一二三四]?(?:路|街|巷|大厦|宾馆|医院|医科|大酒店))/;
const begin =
  /农?第?(?:十[一二三四]?|[一二三四五六七八九]|1[0-4]|[1-9])师|(?:\d{1,3}|[一二三四五六七八九十百零〇]{1,5})团/g;

/** Whether an address belongs to the 新疆 production corps: by what was read, or by the words of the text. */
export function isCorps({ corps, province, district, code, text }: ZoneRegion): boolean {
  if (corps !== undefined) return corps;
  if (code?.startsWith(corpsCode) || (district !== undefined && cities.has(district))) return true;
  if (text === undefined) return false;
  const inXinjiang = province !== undefined && regionStem(province) === '新疆';
  if (province !== undefined && !inXinjiang) return false;
  if (named.test(text)) return true;
  // A division or regiment says it only in 新疆: 三团 is a number of people elsewhere.
  if (!inXinjiang) return false;
  for (const { index } of text.matchAll(begin)) if (corpsAt(text, index, true)) return true;
  return false;
}
