import type { Choices } from './random.ts';

/** A buyer as one marketplace shows them. */
export interface Buyer {
  /** The marketplace's own id of the account: PDD uid, JD pin, Xianyu user id… */
  id: string;
  nick: string;
  /** Surname of the receiver; the pages only ever show it masked. */
  surname: string;
  givenName: string;
  /** Invented number, always of the unassigned form 1x0 0000 xxxx. */
  phone: string;
  /** Hue of the avatar, 0–359. */
  hue: number;
}

const surnames = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧'];
const given = [
  '晓雯',
  '建国',
  '雨桐',
  '子涵',
  '丽华',
  '志强',
  '思远',
  '佳怡',
  '海燕',
  '文博',
  '静',
  '磊',
  '婷',
  '鹏',
];
const nickHeads = [
  '清风',
  '小满',
  '一颗',
  '橘子',
  '半夏',
  '云朵',
  '阿南',
  '番茄',
  '北岛',
  '奶茶',
  '晚风',
  '桃子',
  '山月',
  '麦子',
];
const nickTails = [
  '不加糖',
  '酱',
  '在路上',
  '土豆',
  '爱喝汽水',
  '的猫',
  '呀',
  '慢慢来',
  '77',
  '2019',
  '要早睡',
  '向阳',
];

/** Login names as members of 1688 carry them: letters and figures, often nothing else. */
const memberNicks = (nick: string, choices: Choices): string =>
  choices.chance(0.4)
    ? `tb${choices.digits(9)}`
    : choices.chance(0.3)
      ? `${nick}_${choices.digits(2)}`
      : nick;

const phoneHeads = ['130', '150', '170', '180', '190'];
const invent = (choices: Choices): Omit<Buyer, 'id'> => ({
  nick: choices.chance(0.15)
    ? `用户${choices.digits(7)}`
    : `${choices.pick(nickHeads)}${choices.pick(nickTails)}`,
  surname: choices.pick(surnames),
  givenName: choices.pick(given),
  phone: `${choices.pick(phoneHeads)}0000${choices.digits(4)}`,
  hue: choices.int(0, 359),
});

const idOf = {
  pdd: (choices: Choices) => `21${choices.digits(11)}`,
  jd: (choices: Choices) => `jd_${choices.digits(10)}`,
  xianyu: (choices: Choices) => `22${choices.digits(11)}`,
  taobao: (choices: Choices) => `22${choices.digits(11)}`,
  doudian: (choices: Choices) => `10${choices.digits(13)}`,
  '1688': (choices: Choices) => `b2b-22${choices.digits(11)}`,
  kuaishou: (choices: Choices) => choices.digits(10),
  xiaohongshu: (choices: Choices) => `6${choices.digits(23)}`,
} as const;
export type PracticeMarket = keyof typeof idOf;

/** `count` buyers of one marketplace with distinct ids and distinct nicks. */
export function inventBuyers(market: PracticeMarket, count: number, choices: Choices): Buyer[] {
  const ids = new Set<string>();
  const nicks = new Set<string>();
  const buyers: Buyer[] = [];
  while (buyers.length < count) {
    const buyer = { id: idOf[market](choices), ...invent(choices) };
    if (market === '1688') buyer.nick = memberNicks(buyer.nick, choices);
    // Large benches run out of nick pairs, as real shops do: a number is added, as buyers do themselves.
    if (nicks.has(buyer.nick)) buyer.nick = `${buyer.nick}${buyers.length}`;
    if (ids.has(buyer.id)) continue;
    ids.add(buyer.id);
    nicks.add(buyer.nick);
    buyers.push(buyer);
  }
  return buyers;
}

export const maskedName = (buyer: Buyer): string => `${buyer.surname}**`;
export const maskedPhone = (buyer: Buyer): string => `${buyer.phone.slice(0, 3)}****${buyer.phone.slice(-4)}`;
