/**
 * When an answer about an address counts as right (data.md §4). Only labelled fields count; an empty label means
 * "must be empty". Our parser and its peers are measured by the same rule.
 */

/** What a parser answered; absent and empty are the same. */
export interface Answer {
  province?: string;
  city?: string;
  district?: string;
  town?: string;
  detail?: string;
  name?: string;
  phone?: string;
}

export interface Expected extends Answer {
  district_alt?: string;
  district_alts?: string[];
}

export interface Row {
  id: string;
  tags: string[];
  input: string;
  expected: Expected;
}

export type Field = 'pcd' | 'town' | 'name' | 'phone' | 'detail';

const municipalities = new Set(['北京', '天津', '上海', '重庆']);
const placeholder = /直辖县|直辖行政|^市辖区$|^县$/;

const plain = (text: string | undefined): string => (text ?? '').replace(/\s/g, '');
const provinceStem = (text: string | undefined): string =>
  plain(text).replace(/(?:省|市|(?:维吾尔|壮族|回族)?自治区|特别行政区)$/, '');
const cityStem = (text: string | undefined): string => plain(text).replace(/(?:市|地区|盟)$/, '');

function cityRight(expected: Expected, answer: Answer): boolean {
  const said = placeholder.test(plain(answer.city)) ? '' : cityStem(answer.city);
  const province = provinceStem(expected.province);
  if (municipalities.has(province)) {
    if (said === '' || said === province) return true;
    // A district given in the city's place is right in a municipality.
    return plain(answer.district) === '' && districtNames(expected).includes(plain(answer.city));
  }
  if (plain(expected.city) === '')
    return said === '' || said === cityStem(expected.district) || said === province;
  return said === cityStem(expected.city);
}

const districtNames = (expected: Expected): string[] =>
  [expected.district, expected.district_alt, ...(expected.district_alts ?? [])].map(plain);

function districtRight(expected: Expected, answer: Answer): boolean {
  const names = districtNames(expected);
  const said = plain(answer.district);
  if (names.includes(said)) return expected.district === '' || said !== '';
  const inCity = municipalities.has(provinceStem(expected.province)) || plain(expected.city) === '';
  return inCity && said === '' && names.includes(plain(answer.city));
}

const digits = (text: string | undefined): string => {
  const kept = (text ?? '').replace(/[^\d*]/g, '');
  return kept.length === 13 && kept.startsWith('86') ? kept.slice(2) : kept;
};

/** Right or wrong per labelled field; a field without a label is absent. */
export function scoreAnswer(expected: Expected, answer: Answer): Partial<Record<Field, boolean>> {
  const marks: Partial<Record<Field, boolean>> = {};
  if (expected.province !== undefined && expected.city !== undefined) {
    marks.pcd =
      provinceStem(expected.province) === provinceStem(answer.province) &&
      cityRight(expected, answer) &&
      (expected.district === undefined || districtRight(expected, answer));
  }
  if (expected.town !== undefined) {
    marks.town = [plain(answer.town), plain(answer.district)].includes(plain(expected.town));
  }
  if (expected.name !== undefined) marks.name = plain(expected.name) === plain(answer.name);
  if (expected.phone !== undefined) marks.phone = digits(expected.phone) === digits(answer.phone);
  if (expected.detail !== undefined) marks.detail = plain(expected.detail) === plain(answer.detail);
  return marks;
}
