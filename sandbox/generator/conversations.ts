import { DAY_MS, MINUTE_MS, SECOND_MS } from '../../rules/time/shanghai.ts';
import { type Good, goods, skuText } from './goods.ts';
import { type Buyer, inventBuyers, type PracticeMarket } from './people.ts';
import { fullDivision, inventStreet, type Place, placeIn, plainPlace, plainProvinces } from './places.ts';
import { type Choices, createChoices } from './random.ts';
import { farewell, robotLines, type Scene, scenes } from './scenes.ts';

export type Sender = 'buyer' | 'agent' | 'bot' | 'system';

export interface PracticeMessage {
  /** Milliseconds-like, unique on the desk; PDD's own ids look the same. */
  id: string;
  from: Sender;
  /** Epoch ms. */
  at: number;
  text?: string;
  /** A picture, named by its hue. */
  picture?: number;
  good?: Good;
  /** The divisions of an address the buyer typed. */
  place?: Place;
  /** The platform's own card about the buyer's order (Xianyu). */
  orderCard?: true;
}

/** One thing a buyer is going to write. `nudge` is dropped once answered, `reply` waits for an answer. */
export interface Beat {
  kind: 'open' | 'nudge' | 'reply';
  text: string;
  /** ms after the last thing that happened (or after the answer, for `reply`). */
  after: number;
  picture?: number;
  place?: Place;
}

/** The buyer's order beside the chat. Fen. */
export interface ChatOrder {
  orderId: string;
  good: Good;
  sku: string;
  quantity: number;
  amount: number;
  freight: number;
  status: 'unpaid' | 'unshipped' | 'shipped';
}

export interface Conversation {
  buyer: Buyer;
  scene: Scene['id'];
  good: Good;
  order?: ChatOrder;
  messages: PracticeMessage[];
  /** What this buyer has still to say. */
  plan: Beat[];
}

const remoteProvinces = [
  '新疆维吾尔自治区',
  '西藏自治区',
  '青海省',
  '甘肃省',
  '宁夏回族自治区',
  '内蒙古自治区',
];

function typedAddress(buyer: Buyer, choices: Choices): { text: string; place: Place } {
  const place = choices.chance(0.5)
    ? placeIn(choices.pick(remoteProvinces), choices)
    : choices.chance(0.9)
      ? plainPlace(choices)
      : placeIn(choices.pick(plainProvinces), choices);
  const street = inventStreet(choices);
  const name = `${buyer.surname}${buyer.givenName}`;
  const where = `${fullDivision(place)}${street}`;
  const text = choices.pick([`${name} ${buyer.phone} ${where}`, `${where}，${name}，${buyer.phone}`]);
  return { text, place };
}

/** The rest of one visit, from `opening` (left out for a visit already begun) to the thanks. */
function planVisit(scene: Scene, buyer: Buyer, good: Good, choices: Choices, withOpening: boolean): Beat[] {
  const say = (template: string): { text: string; place?: Place } => {
    if (!template.includes('{地址}')) return { text: template.replace('{货}', good.short) };
    const address = typedAddress(buyer, choices);
    return { text: template.replace('{地址}', address.text), place: address.place };
  };
  const beats: Beat[] = [];
  if (withOpening) {
    beats.push({
      kind: 'open',
      ...say(choices.pick(scene.opening)),
      after: choices.int(20, 400) * SECOND_MS,
    });
    if (scene.picture) {
      beats.push({
        kind: 'open',
        text: '',
        picture: choices.int(0, 359),
        after: choices.int(4, 20) * SECOND_MS,
      });
    }
  }
  for (const nudge of choices.shuffle(scene.nudges).slice(0, choices.int(1, 2))) {
    beats.push({ kind: 'nudge', text: nudge, after: choices.int(35, 150) * SECOND_MS });
  }
  for (const follow of choices.shuffle(scene.after).slice(0, choices.int(1, 2))) {
    beats.push({ kind: 'reply', ...say(follow), after: choices.int(6, 50) * SECOND_MS });
    beats.push({ kind: 'nudge', text: choices.pick(scene.nudges), after: choices.int(50, 200) * SECOND_MS });
  }
  beats.push({ kind: 'reply', text: choices.pick(scene.thanks), after: choices.int(5, 40) * SECOND_MS });
  return beats;
}

interface Line {
  from: Sender;
  text?: string;
  picture?: number;
  good?: Good;
  gap: number;
}

/** What stands in the conversation when the page opens; `waiting` ones end with the buyer. */
function history(scene: Scene, good: Good, waiting: boolean, robot: boolean, choices: Choices): Line[] {
  const gap = (): number => choices.int(8, 95) * SECOND_MS;
  const [first = '', second = first] = choices
    .shuffle(scene.opening)
    .map((line) => line.replace('{货}', good.short));
  const lines: Line[] = [{ from: 'system', text: `买家正在查看商品：${good.title}`, gap: gap() }];
  if (choices.chance(0.5)) lines.push({ from: 'buyer', good, gap: gap() });
  const finished: Line[] = [
    { from: 'buyer', text: first, gap: gap() },
    { from: 'agent', text: scene.agent[0] as string, gap: gap() },
    { from: 'buyer', text: choices.pick(scene.thanks), gap: gap() },
    { from: 'agent', text: farewell, gap: gap() },
  ];
  if (!waiting) return [...lines, ...finished];
  if (choices.chance(0.4))
    lines.push(...finished, { from: 'system', text: '会话已重新接入', gap: 40 * MINUTE_MS });
  if (robot && choices.chance(0.35)) {
    // The robot answers the first word; it is not a person and nobody is served by it yet.
    lines.push(
      { from: 'buyer', text: '你好', gap: gap() },
      { from: 'bot', text: choices.pick(robotLines), gap: SECOND_MS },
    );
  }
  lines.push({ from: 'buyer', text: second, gap: gap() });
  if (scene.picture) lines.push({ from: 'buyer', picture: choices.int(0, 359), gap: gap() });
  return lines;
}

/** Order numbers in the length and with the head each marketplace's own have (markets.md, URLs and JSON shapes). */
const orderIdOf: Record<PracticeMarket, (choices: Choices) => string> = {
  pdd: (choices) => `26${choices.digits(4)}-${choices.digits(15)}`,
  jd: (choices) => `3${choices.digits(11)}`,
  xianyu: (choices) => `3${choices.digits(11)}`,
  doudian: (choices) => `69${choices.digits(17)}`,
  '1688': (choices) => `28${choices.digits(17)}`,
  kuaishou: (choices) => `26${choices.digits(14)}`,
  taobao: (choices) => `39${choices.digits(17)}`,
  xiaohongshu: (choices) => `P7${choices.digits(17)}`,
};

export interface ConversationsRequest {
  seed: string;
  market: PracticeMarket;
  /** Epoch ms at which the page opens; every message stands before it. */
  now: number;
  count: number;
}

/** Conversations of one shop: a third wait for an answer, the rest are over (some since yesterday). */
export function placeConversations({ seed, market, now, count }: ConversationsRequest): Conversation[] {
  const choices = createChoices(`${seed}/${market}/conversations`);
  const buyers = inventBuyers(market, count, choices.fork('buyers'));
  const used = new Set<string>();
  return buyers.map((buyer, index): Conversation => {
    const own = choices.fork(String(index));
    const scene = own.pick(scenes);
    const good = own.pick(goods);
    const waiting = index % 3 === 0;
    // Only PDD's page shows which words are the robot's (markets.md §1), so only there does it speak.
    const lines = history(scene, good, waiting, market === 'pdd', own);
    // The first waiting buyer wrote seconds ago, the next ones have passed the limits one after another.
    const last = waiting
      ? now - ([8, 40, 95, 200, 420, 1_100][(index / 3) % 6] ?? 8) * SECOND_MS
      : now - (own.chance(0.3) ? DAY_MS : 0) - own.int(5, 500) * MINUTE_MS;
    let at = last - lines.slice(1).reduce((sum, line) => sum + line.gap, 0);
    const messages = lines.map((line, n): PracticeMessage => {
      if (n > 0) at += line.gap;
      const { gap: _, ...said } = line;
      return { id: freshId(at, used), at, ...said };
    });
    // Xianyu's open conversations are mostly about something not paid yet: that is where prices are changed.
    const status = own.pick(
      market === 'xianyu' && waiting ? (['unpaid'] as const) : (['unpaid', 'unshipped', 'shipped'] as const),
    );
    const sku = skuText(own, good);
    const ordered = own.chance(0.75);
    if (market === 'xianyu' && ordered) {
      const first = messages[0] as PracticeMessage;
      messages.splice(1, 0, {
        id: freshId(first.at + 1, used),
        at: first.at + 1,
        from: 'system',
        orderCard: true,
      });
    }
    return {
      buyer,
      scene: scene.id,
      good,
      ...(ordered && {
        order: {
          orderId: orderIdOf[market](own),
          good,
          sku: `${sku.colour} ${sku.size}`,
          quantity: 1,
          amount: good.price,
          freight: own.chance(0.3) ? 600 : 0,
          status,
        },
      }),
      messages,
      plan: planVisit(scene, buyer, good, own, !waiting),
    };
  });
}

/** A message id of the platform's form that no other message of the desk has. */
export function freshId(at: number, used: Set<string>): string {
  let n = Math.floor(at);
  while (used.has(String(n))) n += 1;
  used.add(String(n));
  return String(n);
}
