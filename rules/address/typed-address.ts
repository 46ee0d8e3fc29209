import { parse } from './parse.ts';
import type { ParsedAddress } from './parsed-address.ts';
import { nameLikeness } from './person-name.ts';

/** What remains of a detail that is an address: a road, a house, an estate, a village. */
const placeLike =
  /\d\s*(?:[号栋幢楼室弄层组队单座#-]|$)|[路街巷弄](?:\d|$|[\s,，。;；]|[一-龥]{0,12}(?:\d|号|口|旁|$))|大[道街]|[道里苑园村屯庄寨湾坪坝厂院校栋幢室]$|小区|花园|公寓|大厦|广场|家属院|工业园|软件园|科技园|驿站|超市|学校|大学|中学|小学|医院|\*{2,}|步行街|现代城/;
/** Asks whether, how, for how much or how fast a parcel goes there. */
const asksDelivery =
  /(?:能|可以|可不可以|给|会|肯)[^，。,.!！?？]{0,6}?(?:发|寄|送|到|配送|派送|收到)|(?:发|寄|送|邮|到)(?:得|不)?(?:到|往|去|了|货)?(?:吗|么|不\b|嘛)|(?:寄|送|发)(?:到|往|去)|包邮|邮费|运费|快递费|加[钱收]|补(?:邮|差)|(?:几天|多久|多长时间)[^，。]{0,4}(?:到|送)?|^[发寄送](?=[一-龥]{2})/;
/** Where a parcel is, not where it is to go; said of a whole address too. */
const onItsWay = /转运|中转|分拨|物流|揽收|派件|停在|显示|签收/;
/** A place named for another reason: where goods come from, where a parcel is now, what a product is called. */
const otherPlace =
  /发货地|(?:从|由|自)[^，。,]{1,10}(?:发|寄|出|带|买|回)|(?:你们|你家|店里?|厂家?)(?:是|在|[一-龥]{2,4}仓)|[一-龥]{2}仓(?:有|发|库|现|还|的|$)|转运|中转|分拨|物流|揽收|派件|停在|到了|显示|签收|同款|同城|出差|旅游|上班|[棉肉茶酒面饭粉鸭鸡锅味]的?(?:吗|么|$)|口味|味的|牌的?|底料|特产|图案|龙井|紫砂|瓷器|白药|啤酒|的[一-龥]{1,4}(?:有|好|吗)/;
/** Words around a place in an answer to "where"; nothing else stands in it. */
const answerFiller =
  /^(?:亲|你好|您好|嗯|哦|好的?|我|我们|我家|家里?|人|住|老家|地址|收货|这边|这里|那边|就?是|在|寄|发|送|到|往|的|人|啊|呀|哈|呢|哦|附近|市里|[\s,，。.!！~:：])*$/;
/** Words before and after a whole region that add nothing to it. */
const regionFiller =
  /^(?:亲|你好|您好|请问|麻烦|帮我?|我的?|家里?|住|新|收货|地址|改[成到为]?|换[成个]?|一下|就?是|在|寄|发|送|到|往|的|这里|这边|就行|就好|可以|谢谢|哦|啊|呀|[\s,，。.!！~:：])*$/;

/**
 * The address a buyer typed in a chat, or the place they ask about; undefined for everything else. Being wrong is
 * noise beside every message, so a place alone (我在北京) counts only where it answers a question or asks one
 * (能发新疆吗); a region of two levels, a road with a number, a town, or a phone beside it stand for themselves.
 * @param text one message, or the lines of one person that belong together
 * @param asked whether the message before asked where the parcel is to go
 */
export function typedAddress(text: string, asked: boolean): ParsedAddress | undefined {
  const parsed = parse(text);
  if (parsed.province === undefined && parsed.candidates === undefined) return undefined;
  const levels = writtenLevels(parsed);
  const rest = parsed.detail ?? '';
  const placed = placeLike.test(rest);
  const whole = levels > 1 || parsed.town !== undefined;
  if (onItsWay.test(text)) return undefined;
  if (whole && (parsed.phone !== undefined || (placed && /\d|\*/.test(rest)))) return parsed;
  if (asked && answerFiller.test(rest)) return parsed;
  if (otherPlace.test(text)) return undefined;
  const alone = rest === '' && /[省市区县旗州盟]$/.test(text.trim());
  if (placed || alone || (whole && regionFiller.test(rest))) return parsed;
  return asksDelivery.test(text) ? parsed : undefined;
}

/** Levels the text itself writes. */
function writtenLevels({ province, city, district, inferred }: ParsedAddress): number {
  const own = (part: 'province' | 'city' | 'district'): boolean =>
    !inferred.some(
      (one) => one.part === part && (one.how === 'contains' || one.how === 'town' || one.how === 'corps'),
    );
  const written = [
    province !== undefined && own('province'),
    city !== undefined && city !== province && own('city'),
    district !== undefined && own('district'),
  ];
  return written.filter(Boolean).length;
}

/** What a run of one buyer's messages says, and how many of the last ones say it together. */
export interface TypedRun {
  parsed: ParsedAddress;
  lines: number;
}

/** Buyers break an address over so many messages: name, phone, region, road. */
export const mostLines = 4;
const longestPart = 60;
const phoneLine = /^\+?\d[\d\s*-]{6,}$/;

/**
 * The address that ends with the last of a buyer's messages: that one alone, or with the ones before it where they
 * are parts of the same (浙江省杭州市 / 余杭区文一西路8号).
 * @param lines messages of one buyer, nobody else's between them, oldest first
 */
export function typedRun(lines: readonly string[], asked: boolean): TypedRun | undefined {
  const last = lines.at(-1) ?? '';
  const own = typedAddress(last, asked);
  let best: TypedRun | undefined = own && { parsed: own, lines: 1 };
  // A question, a name or a phone ends no address that was begun before.
  if (!placePart(last)) return best;
  for (let count = 2; count <= Math.min(lines.length, mostLines); count += 1) {
    const part = lines.at(-count) ?? '';
    if (!placePart(part) && !personPart(part)) break;
    const parsed = typedAddress(lines.slice(-count).join('\n'), asked);
    const agrees = own?.province === undefined || own.province === parsed?.province;
    if (parsed && agrees && (!best || saysMore(parsed, best.parsed))) best = { parsed, lines: count };
  }
  return best;
}

const placePart = (line: string): boolean =>
  line.length <= longestPart &&
  !asksDelivery.test(line) &&
  (typedAddress(line, true) !== undefined || placeLike.test(line));
const personPart = (line: string): boolean => phoneLine.test(line.trim()) || nameLikeness(line.trim()) >= 2;

/** Settles more of the region, or writes what the other had to infer. */
const saysMore = (one: ParsedAddress, other: ParsedAddress): boolean =>
  depth(one) > depth(other) || (one.code === other.code && one.confidence > other.confidence);

/** How far down the region is settled. */
const depth = ({ province, city, district, candidates }: ParsedAddress): number =>
  (province ? 1 : 0) + (city ? 1 : 0) + (district && !candidates ? 2 : 0);
