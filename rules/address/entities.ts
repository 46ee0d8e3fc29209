import { foldAddress } from './fold.ts';

/**
 * The things around a region: phones, virtual extensions, postcodes, field labels. They are found first and taken
 * out, so that what remains is names and places (data.md §5, "entities first").
 */
export interface Entities {
  /** The input, folded; every span that was taken out is blanked with line feeds. Same length as the input. */
  rest: string;
  /** As written, without separators and country code; masks kept (`138****0000`). */
  phone?: string;
  /** Extension of a virtual number (`138…-1234`, `转1234`, `[1234]`). */
  ext?: string;
  postcode?: string;
  /** From a labelled field (收货人：…), exactly as written. */
  name?: string;
  /** Offsets at which phones stood; a name stands beside one. */
  phoneSpans: { start: number; end: number }[];
}

const BLANK = '\n';

const mobile =
  /(?<![\d*])(?:\+?(?:00)?86[-\s]?)?(1[3-9]\d(?:[-\s]?\d{4}){2}|1[3-9]\d{2}[-\s]\d{3}[-\s]\d{4}|1[3-9]\d{4}[-\s]\d{5})(?:\s?(?:-|转|#|,转)\s?(\d{3,5}))?(?![\d*])/g;
const maskedMobile =
  /(?<![\d*])(?:\+?(?:00)?86[-\s]?)?(1(?=[\dx]*[*x])[\d*x]{2,10}?(?:\d{2,4}|\*+))(?:\s?(?:-|转)\s?(\d{3,5}))?(?![\d*x])/gi;
const landline =
  /(?<![\d*])(\(?0\d{2,3}\)?[-\s]?\d{7,8}|[48]00-?\d{3,4}-?\d{3,4})(?:\s?(?:-|转)\s?(\d{1,5}))?(?![\d*])/g;
/** A room's number glued to the phone (三单元30115800001234): the last eleven digits are the phone. */
const gluedMobile = /(?<=[元楼栋幢座室层号])\d{1,4}(1[3-9]\d{9})(?!\d)/g;
/** A digit too few or too many: no phone, but a name stands beside it all the same. */
const brokenMobile = /(?<![\d*.-])1[3-9]\d{8}(?:\d{2})?(?![\d*-])/g;
const bracketed = /\[\s?(\d{3,4})\s?\]/g;
const labelledPostcode = /[([]?\s?(?:邮政编码|邮编)\s?:?\s?(\d{6})?\s?[)\]]?/g;
const loosePostcode = /(?<=^|[\s,;])(\d{6})(?=$|[\s,;])/g;
const trailingPostcode = /(?<=[一-龥])(?<![号室栋幢座楼层元村组])(\d{6})(?=$|[\s,;])/g;
const identity = /(?:身份证号?码?\s?:?\s?)?(?<![\d*])\d{17}[\dXx](?!\d)/g;

const nameLabel =
  /(?:收货人姓名|收件人姓名|收货人|收件人|联系人|姓名|收货姓名)\s?[:]\s?|(?:收货人|收件人|姓名)\s/g;
const otherLabel =
  /(?:收货人?手机号?码?|收件人?电话|手机号码|手机号|手机|联系电话|联系方式|电话号码|电话|收货地址|收件地址|详细地址|所在地区|所在地|省市区|地区|地址|街道地址|街道)\s?:/g;

const bareNameLabel = /收货人\s?:?\s?/g;
const bareLabel = /(?:手机号码?|所在地区|详细地址)\s?:?/g;

/** (0512) 5277 0000 → 0512-52770000. */
const landlineOf = (number: string): string =>
  number
    .replace(/[()]/g, ' ')
    .trim()
    .replace(/[\s-]+/g, '-');

/** Copied from a shopping app's address page the labels come without colons: 收货人…手机号码…所在地区…详细地址…. */
function hasBareLabels(text: string): boolean {
  let at = 0;
  for (const label of ['收货人', '手机号码', '所在地区', '详细地址']) {
    at = text.indexOf(label, at);
    if (at < 0) return false;
    at += label.length;
  }
  return true;
}

/** Finds the entities of one address text. */
export function takeEntities(text: string): Entities {
  const folded = foldAddress(text);
  let rest = folded;
  const blank = (start: number, end: number): void => {
    rest = rest.slice(0, start) + BLANK.repeat(end - start) + rest.slice(end);
  };
  const found: Entities = { rest, phoneSpans: [] };

  for (const match of folded.matchAll(identity)) blank(match.index, match.index + match[0].length);

  const phones: { at: number; phone: string; ext: string | undefined }[] = [];
  for (const [pattern, masked] of [
    [mobile, false],
    [maskedMobile, true],
    [landline, false],
  ] as const) {
    for (const match of rest.matchAll(pattern)) {
      const [whole, number = '', ext] = match;
      // `1**` alone is as likely a masked house number: a masked phone has a phone's length.
      if (masked && (number.length < 7 || number.length > 11)) continue;
      const isMobile = pattern === mobile;
      phones.push({
        at: match.index,
        phone: isMobile ? number.replace(/[-\s]/g, '') : landlineOf(number),
        ext,
      });
      found.phoneSpans.push({ start: match.index, end: match.index + whole.length });
      blank(match.index, match.index + whole.length);
    }
  }
  if (phones.length === 0) {
    for (const match of rest.matchAll(gluedMobile)) {
      const [whole, number = ''] = match;
      const end = match.index + whole.length;
      phones.push({ at: end - number.length, phone: number, ext: undefined });
      found.phoneSpans.push({ start: end - number.length, end });
      blank(end - number.length, end);
    }
  }
  for (const match of rest.matchAll(brokenMobile)) {
    found.phoneSpans.push({ start: match.index, end: match.index + match[0].length });
    blank(match.index, match.index + match[0].length);
  }
  phones.sort((a, b) => a.at - b.at);
  const phone = phones[0];
  if (phone) {
    found.phone = phone.phone;
    if (phone.ext !== undefined) found.ext = phone.ext;
  }

  for (const match of rest.matchAll(bracketed)) {
    // [1234] after the name and the detail is the virtual number's extension, not part of either (data.md §3).
    found.ext ??= match[1] ?? '';
    blank(match.index, match.index + match[0].length);
  }
  for (const match of rest.matchAll(labelledPostcode)) {
    if (match[1] !== undefined) found.postcode ??= match[1];
    blank(match.index, match.index + match[0].length);
  }
  for (const pattern of [loosePostcode, trailingPostcode]) {
    for (const match of rest.matchAll(pattern)) {
      const code = match[1] ?? '';
      // 000000 is what Taobao writes where the buyer gave none.
      if (code !== '000000') found.postcode ??= code;
      blank(match.index, match.index + match[0].length);
    }
  }

  const bare = hasBareLabels(folded);
  const labels = bare ? bareLabel : otherLabel;
  for (const match of rest.matchAll(bare ? bareNameLabel : nameLabel)) {
    const start = match.index + match[0].length;
    const behind = rest.slice(start, start + 40).replace(labels, (label) => BLANK.repeat(label.length));
    const value = /^[^\s,;:|]{1,20}/.exec(behind);
    blank(match.index, start);
    if (!value) continue;
    found.name ??= text.slice(start, start + value[0].length);
    blank(start, start + value[0].length);
  }
  for (const match of rest.matchAll(labels)) blank(match.index, match.index + match[0].length);

  found.rest = rest;
  return found;
}
