import { longestRegionText, mostRunLines } from '../../storage/contracts/addresses.ts';
import type { MessageFact } from '../site-map/facts.ts';

/** Messages looked at, the newest; a chat shows few more at once. */
const mostMessages = 60;
/** A longer message is no address. */
const longestMessage = 1_000;

/** A buyer's message that may hold an address, with the ones before it that may belong to it. */
export interface ChatRun {
  /** Of the message, in the list that was given. */
  index: number;
  /** Texts of the run, the message itself last. */
  lines: string[];
  /** Indexes of the messages the lines are of. */
  at: number[];
  /** Whether somebody of the shop had just asked where. */
  asked: boolean;
}

/** What an address or a question about a place has: most of what buyers write has none of it and is never looked into. */
const mayTell =
  /[省市县区旗州盟镇乡村路街道巷弄号栋幢楼室兵团]|\d{3}|\*{2}|[发寄送到邮]|北京|上海|天津|重庆|广[东西]|[河湖][南北]|[江山]西|[浙黑]江|江苏|山东|安徽|福建|海南|四川|贵州|云南|陕西|甘肃|青海|台湾|内蒙|宁夏|新疆|西藏|辽宁|吉林|香港|澳门/;
const asksWhere = /地址|哪里|哪儿|哪个(?:省|城|地|市)|什么(?:地方|城市|省)|省市|寄到|所在地|收货(?:人|信息)/;

/**
 * The buyer's messages of a chat that may hold an address. Our own side and the platform's are never among them.
 * @param messages in page order
 */
export function chatRuns(messages: readonly MessageFact[]): ChatRun[] {
  const runs: ChatRun[] = [];
  let asked = false;
  let open: { line: string; index: number }[] = [];
  for (let index = Math.max(0, messages.length - mostMessages); index < messages.length; index += 1) {
    const { side, text } = messages[index] ?? {};
    if (side !== 'buyer') {
      // A picture or a card between two lines of one buyer is no answer.
      if (side === 'agent' || side === 'bot') {
        asked = text !== undefined && asksWhere.test(text);
        open = [];
      }
      continue;
    }
    const line = text?.trim();
    if (line === undefined || line.length > longestMessage) continue;
    open.push({ line: line.slice(0, longestRegionText), index });
    if (line.length < 2 || !/[一-龥]{2}/.test(line) || !(asked || mayTell.test(line))) continue;
    const part = open.slice(-mostRunLines);
    runs.push({ index, asked, lines: part.map((one) => one.line), at: part.map((one) => one.index) });
  }
  return runs;
}
