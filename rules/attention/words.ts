import { type LocalText, say } from '../language/local-text.ts';
import { platformNames } from '../platform-names.ts';
import { shanghaiDay, shanghaiParts, shortShanghaiTime } from '../time/shanghai.ts';
import { stepOf, type WaitingBuyer } from '../turns/index.ts';
import { longestFirst } from '../turns/queue.ts';
import type { Hush } from './hush.ts';

const NAMED = 3;
const NAME_LENGTH = 20;

const two = (n: number): string => String(n).padStart(2, '0');

/** `HH:mm` in Shanghai, with the date before it on another day than today. */
export function momentText(at: number, now: number): string {
  const { hour, minute } = shanghaiParts(at);
  return shanghaiDay(at) === shanghaiDay(now) ? `${two(hour)}:${two(minute)}` : shortShanghaiTime(at);
}

/** A length of time in its two largest units; nothing below zero. */
function lengthText(ms: number): LocalText {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  if (hours > 0) return say(`${hours} 小时 ${minutes % 60} 分`, `${hours} h ${minutes % 60} min`);
  if (minutes > 0) return say(`${minutes} 分 ${seconds % 60} 秒`, `${minutes} min ${seconds % 60} s`);
  return say(`${seconds} 秒`, `${seconds} s`);
}

function nameOf({ nick }: WaitingBuyer): LocalText {
  if (nick === undefined || nick.trim() === '') return say('一位买家', 'a buyer');
  // By characters as people see them: half of an emoji is none.
  const signs = [...nick];
  const shown = signs.length > NAME_LENGTH ? `${signs.slice(0, NAME_LENGTH).join('')}…` : nick;
  return say(shown, shown);
}

/** What stands over the icon: how many wait, who for longest and since when. A moment, because a length would age. */
export function actionTitle(
  product: LocalText,
  waiting: readonly WaitingBuyer[],
  hush: Hush | undefined,
  now: number,
): LocalText {
  const [longest] = longestFirst(waiting);
  const lines: LocalText[] = [];
  if (longest) {
    const name = nameOf(longest);
    const platform = platformNames[longest.platform];
    const since = momentText(longest.since, now);
    lines.push(
      say(`${waiting.length} 位买家在等回复`, `${waiting.length} waiting for a reply`),
      say(
        `最久：${name['zh-CN']}（${platform['zh-CN']}），从 ${since} 等到现在`,
        `longest: ${name.en} (${platform.en}), since ${since}`,
      ),
    );
  }
  if (hush) {
    const until = momentText(hush.until, now);
    lines.push(
      hush.why === 'paused'
        ? say(`勿扰到 ${until}`, `do not disturb until ${until}`)
        : say(`静音时段，到 ${until}`, `quiet hours until ${until}`),
    );
  }
  return {
    'zh-CN': [product['zh-CN'], ...lines.map((line) => line['zh-CN'])].join('\n'),
    en: [product.en, ...lines.map((line) => line.en)].join('\n'),
  };
}

/** Number on the icon, at most four signs; empty when nobody waits. */
export const countText = (count: number): string => (count === 0 ? '' : count > 99 ? '99+' : String(count));

/**
 * The one notification of those who wait too long.
 * @param named who is told of now, longest wait first; at least one
 * @param standing all whom it speaks of, those told of before and still waiting among them
 */
export function noticeWords(
  named: readonly WaitingBuyer[],
  standing: readonly WaitingBuyer[],
  now: number,
): { title: LocalText; message: LocalText } {
  const count = Math.max(standing.length, named.length);
  const overdue = standing.filter((buyer) => stepOf(buyer, now) === 'breach').length;
  const title =
    overdue === 0
      ? say(`${count} 位买家在等回复`, `${count} waiting for a reply`)
      : overdue === count
        ? say(`${count} 位买家已超时`, `${count} overdue`)
        : say(
            `${count} 位买家在等回复，${overdue} 位已超时`,
            `${count} waiting for a reply, ${overdue} overdue`,
          );
  const names = named.slice(0, NAMED).map(nameOf);
  const longest = lengthText(now - Math.min(...named.map(({ since }) => since)));
  const [first] = named;
  const zh = names.map((name) => name['zh-CN']).join('、');
  const en = names.map((name) => name.en).join(', ');
  const others = count - named.length;
  const said =
    first && named.length === 1
      ? say(
          `${zh}（${platformNames[first.platform]['zh-CN']}）等了 ${longest['zh-CN']}`,
          `${en} (${platformNames[first.platform].en}) has waited ${longest.en}`,
        )
      : say(
          `${zh}${named.length > NAMED ? ' 等' : ''}，最久的等了 ${longest['zh-CN']}`,
          `${en}${named.length > NAMED ? ' and others' : ''}; longest wait ${longest.en}`,
        );
  if (others <= 0) return { title, message: said };
  return {
    title,
    message: say(`${said['zh-CN']}；另有 ${others} 位还在等`, `${said.en}; ${others} more still waiting`),
  };
}

/** The notification that only shows that notifications come through. */
export const trialWords = {
  title: say('提醒能收到', 'Notifications work'),
  message: say('买家等太久时，会这样提醒您', 'This is how you are told when a buyer waits too long'),
};
