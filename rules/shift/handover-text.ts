import type { Language, LocalText } from '../language/local-text.ts';
import { say } from '../language/local-text.ts';
import { formatFigure } from '../metrics/figure.ts';
import { figureName } from '../metrics/names.ts';
import type { Platform } from '../platform.ts';
import { platformNames } from '../platform-names.ts';
import { entryKindNames, type RegisterEntry } from '../registers/entry.ts';
import { HOUR_MS, MINUTE_MS, shanghaiParts, shortShanghaiTime } from '../time/shanghai.ts';
import {
  HANDOVER_HOURS,
  HANDOVER_LEAD_MIN,
  type HandoverFacts,
  type HandoverFigures,
  memoCode,
  type OpenOrder,
  type OpenTurn,
  orderTail,
} from './handover.ts';
import { pausedMs, workedMs } from './shift.ts';

const two = (n: number): string => String(n).padStart(2, '0');
const shownFigures = ['answered', 'mean', 'within', 'misses', 'longest', 'answer-ratio'];
/** Lines of one part; what is longer is counted. */
const mostLines = 50;

const lengthOf = (ms: number): LocalText => {
  const hours = Math.floor(ms / HOUR_MS);
  const minutes = Math.floor((ms % HOUR_MS) / MINUTE_MS);
  return say(`${hours} 小时 ${minutes} 分`, `${hours} h ${minutes} min`);
};

/** `MM-DD 代码 事件` (rules.md §8); nothing without a code. */
export function memoDraft(at: number, agent: string, event: string): string | undefined {
  const code = memoCode(agent);
  if (code === undefined) return undefined;
  const { month, day } = shanghaiParts(at);
  return `${two(month)}-${two(day)} ${code} ${event}`;
}

const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();
const joined = (...parts: (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join(' · ');

class Sheet {
  readonly lines: string[] = [];
  readonly #language: Language;
  #part = 0;

  constructor(language: Language) {
    this.#language = language;
  }

  words(text: LocalText): string {
    return text[this.#language];
  }

  platform(platform: Platform): string {
    return platformNames[platform][this.#language];
  }

  add(text: string): void {
    this.lines.push(text);
  }

  /** A numbered part with its lines; an empty one says that there is nothing, so that nobody wonders. */
  part(title: LocalText, lines: readonly string[]): void {
    this.#part += 1;
    this.add('');
    this.add(`${this.#part}. ${this.words(title)}${lines.length > 0 ? ` (${lines.length})` : ''}`);
    if (lines.length === 0) this.add(`- ${this.words(say('无', 'none'))}`);
    for (const line of lines.slice(0, mostLines)) this.add(`- ${line}`);
    const more = lines.length - mostLines;
    if (more > 0) this.add(`- ${this.words(say(`还有 ${more} 条，见手边`, `${more} more, see Shoubian`))}`);
  }
}

function waitLine(sheet: Sheet, buyer: OpenTurn, now: number): string {
  const waited = Math.max(0, Math.floor((now - buyer.since) / 1_000));
  const { breach } = buyer.limits;
  const time = `${Math.floor(waited / 60)}:${two(waited % 60)}`;
  return joined(
    sheet.platform(buyer.platform),
    buyer.nick ?? buyer.buyer,
    sheet.words(say(`已等 ${time}`, `waited ${time}`)),
    sheet.words(say(`时限 ${breach} 秒`, `limit ${breach} s`)),
    ...buyer.costs.map((cost) => sheet.words(cost)),
    buyer.failed || waited > breach
      ? sheet.words(say('已超时，仍要回', 'over the limit, still to be answered'))
      : sheet.words(say('先回', 'answer first')),
  );
}

function entryLine(sheet: Sheet, entry: RegisterEntry, facts: HandoverFacts): string {
  const { kind, platform, shop, buyer, orderId, issue, solution, note, owner, promisedAt } = entry;
  const late = promisedAt !== undefined && promisedAt < facts.at;
  const event = flat(joined(issue, solution).replaceAll(' · ', '，'));
  const memo = orderId === undefined ? undefined : memoDraft(facts.at, facts.agent ?? '', event);
  return joined(
    sheet.words(entryKindNames[kind]),
    sheet.platform(platform),
    shop,
    buyer,
    orderId === undefined
      ? undefined
      : sheet.words(say(`单号尾 ${orderTail(orderId)}`, `order …${orderTail(orderId)}`)),
    flat(issue),
    solution === undefined
      ? undefined
      : sheet.words(say(`办法：${flat(solution)}`, `to do: ${flat(solution)}`)),
    note === undefined ? undefined : flat(note),
    owner === undefined || owner === '' ? undefined : sheet.words(say(`负责 ${owner}`, `owner ${owner}`)),
    promisedAt === undefined
      ? undefined
      : sheet.words(
          late
            ? say(
                `答应 ${shortShanghaiTime(promisedAt)}，已过`,
                `promised ${shortShanghaiTime(promisedAt)}, passed`,
              )
            : say(`答应 ${shortShanghaiTime(promisedAt)} 前`, `promised by ${shortShanghaiTime(promisedAt)}`),
        ),
    memo === undefined ? undefined : sheet.words(say(`备注稿 ${memo}`, `memo ${memo}`)),
  );
}

const whyOrder: Record<OpenOrder['why'], LocalText> = {
  deadline: say('要发货', 'to be shipped'),
  'address-asked': say('地址已问，等回复', 'address asked, no answer yet'),
  'address-change': say('地址要改', 'address to be changed'),
};

function orderLine(sheet: Sheet, { platform, orderId, why, at }: OpenOrder, now: number): string {
  const time = shortShanghaiTime(at);
  const when =
    why !== 'deadline'
      ? say(`${time} 记`, `noted ${time}`)
      : at < now
        ? say(`${time} 已过`, `due ${time}, passed`)
        : say(`${time} 前`, `by ${time}`);
  return joined(
    sheet.platform(platform),
    sheet.words(say(`单号尾 ${orderTail(orderId)}`, `order …${orderTail(orderId)}`)),
    sheet.words(whyOrder[why]),
    sheet.words(when),
  );
}

function figureLine(sheet: Sheet, { platform, figures }: HandoverFigures): string {
  const shown = shownFigures.flatMap((id) => {
    const figure = figures.find((one) => one.id === id);
    if (!figure) return [];
    const unit = figure.unit === 's' && figure.denominator > 0 ? sheet.words(say(' 秒', ' s')) : '';
    const counts = figure.unit === 'ratio' ? ` (${figure.numerator}/${figure.denominator})` : '';
    return [`${sheet.words(figureName(id))} ${formatFigure(figure)}${unit}${counts}`];
  });
  return `${sheet.platform(platform)}：${shown.join('，')}`;
}

function head(sheet: Sheet, { at, shop, agent, shift, ordersHandled }: HandoverFacts): void {
  sheet.add(sheet.words(say('交接稿', 'Handover')));
  sheet.add(
    joined(
      shortShanghaiTime(at),
      shop,
      agent === undefined ? undefined : sheet.words(say(`交班 ${agent}`, `from ${agent}`)),
      sheet.words(say('接班 ____', 'to ____')),
    ),
  );
  if (!shift) return;
  const { start, end, breaks } = shift;
  const worked = lengthOf(workedMs(shift, at));
  const paused = lengthOf(pausedMs(shift, at));
  sheet.add(
    joined(
      sheet.words(
        end === undefined
          ? say(`本班 ${shortShanghaiTime(start)} 起`, `shift since ${shortShanghaiTime(start)}`)
          : say(
              `本班 ${shortShanghaiTime(start)} 到 ${shortShanghaiTime(end)}`,
              `shift ${shortShanghaiTime(start)} to ${shortShanghaiTime(end)}`,
            ),
      ),
      sheet.words(say(`上班 ${worked['zh-CN']}`, `worked ${worked.en}`)),
      breaks.length === 0
        ? undefined
        : sheet.words(
            say(`休息 ${breaks.length} 次 ${paused['zh-CN']}`, `${breaks.length} breaks ${paused.en}`),
          ),
      sheet.words(say(`处理订单 ${ordersHandled}`, `${ordersHandled} orders handled`)),
    ),
  );
}

/**
 * The sheet as plain text, in the order of rules.md §8, for the agent to complete: what only people know (special
 * customers, stock, activities) is left open to be written.
 */
export function handoverText(facts: HandoverFacts, language: Language): string {
  const sheet = new Sheet(language);
  const { at, waiting, lastWords, ordersOpen, openEntries, refusals, figures } = facts;
  head(sheet, facts);
  sheet.part(
    say('在等回复的', 'Waiting for an answer'),
    waiting.map((buyer) => waitLine(sheet, buyer, at)),
  );
  sheet.part(
    say('客户最后发言的', 'Last word is the buyer’s'),
    lastWords.map(({ platform, buyer, nick, since }) =>
      joined(
        sheet.platform(platform),
        nick ?? buyer,
        shortShanghaiTime(since),
        sheet.words(say('回一句，表情也行', 'one word or an emoji will do')),
      ),
    ),
  );
  sheet.part(
    say(
      `订单（${HANDOVER_HOURS} 小时内到期，或地址没核完）`,
      `Orders (due within ${HANDOVER_HOURS} h, or an address open)`,
    ),
    ordersOpen.map((order) => orderLine(sheet, order, at)),
  );
  const promised = openEntries.filter(({ promisedAt }) => promisedAt !== undefined);
  const others = openEntries.filter(({ promisedAt }) => promisedAt === undefined);
  sheet.part(
    say('答应过买家的', 'Promised to buyers'),
    promised.map((entry) => entryLine(sheet, entry, facts)),
  );
  sheet.part(
    say('登记未完的', 'Open entries'),
    others.map((entry) => entryLine(sheet, entry, facts)),
  );
  sheet.part(
    say('说了不要、别再催的', 'Said no: not to be urged'),
    refusals.map(({ platform, buyer, word, at: when }) =>
      joined(sheet.platform(platform), buyer, `“${word}”`, shortShanghaiTime(when)),
    ),
  );
  sheet.part(
    say('特殊客户、库存、活动（自己补）', 'Special customers, stock, activities (to be written)'),
    [],
  );
  sheet.lines.pop();
  sheet.add('- ');
  sheet.part(
    say('本班数据（估算，以平台为准）', 'Figures of the shift (an estimate)'),
    figures.flatMap((one) => [
      figureLine(sheet, one),
      ...one.misses.map(({ text }) => `${sheet.platform(one.platform)}：${text[language]}`),
    ]),
  );
  sheet.add('');
  sheet.add(
    sheet.words(
      say(
        `提前 ${HANDOVER_LEAD_MIN} 分钟交，当面说一遍。交班签字 ____ 接班签字 ____ 时间 ____`,
        `Hand over ${HANDOVER_LEAD_MIN} minutes early, said aloud. Giver ____ Taker ____ Time ____`,
      ),
    ),
  );
  return `${sheet.lines.join('\n')}\n`;
}
