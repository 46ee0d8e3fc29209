import { type VariableName, variableNames } from '../phrase.ts';
import type { DateWord } from './dates.ts';

/** Other names agents and other tools use for a value of the page (docs/phrases.md). */
const otherNames: Readonly<Record<string, VariableName>> = {
  买家昵称: '买家',
  工号: '客服号',
  店铺名: '店铺',
  订单编号: '订单号',
  商品名称: '商品名',
  商家编码: '货号',
  订单金额: '金额',
  最晚发货时间: '最晚发货',
  快递公司: '快递',
  快递单号: '单号',
  物流单号: '单号',
};

const dateWords: Readonly<Record<string, DateWord>> = {
  日期: 'date',
  时间: 'time',
  日期时间: 'datetime',
  星期: 'weekday',
  date: 'date',
  time: 'time',
  datetime: 'datetime',
  weekday: 'weekday',
};

/** What is neither a value nor a date: chance, other phrases, the caret. */
export type CommandWord = 'random' | 'number' | 'uuid' | 'snippet' | 'cursor';
const commandWords: Readonly<Record<string, CommandWord>> = {
  随机: 'random',
  random: 'random',
  随机数: 'number',
  uuid: 'uuid',
  片段: 'snippet',
  snippet: 'snippet',
  光标: 'cursor',
  cursor: 'cursor',
};

export type KnownName =
  | { kind: 'variable'; name: VariableName }
  | { kind: 'date'; word: DateWord }
  | { kind: 'command'; word: CommandWord };

/** A map, not an object: a name an agent writes may be one every object has (`constructor`). */
const known = new Map<string, KnownName>([
  ...variableNames.map((name): [string, KnownName] => [name, { kind: 'variable', name }]),
  ...Object.entries(otherNames).map(([other, name]): [string, KnownName] => [
    other,
    { kind: 'variable', name },
  ]),
  ...Object.entries(dateWords).map(([name, word]): [string, KnownName] => [name, { kind: 'date', word }]),
  ...Object.entries(commandWords).map(([name, word]): [string, KnownName] => [
    name,
    { kind: 'command', word },
  ]),
]);

/** What a name stands for; Latin names in any case. Undefined for a name that is the agent's own. */
export const knownName = (name: string): KnownName | undefined =>
  known.get(name) ?? known.get(name.toLowerCase());

/** Every name with a meaning of its own, for hints. */
export const knownNames: readonly string[] = [...known.keys()];

/** The longest name of an agent's own, in code points. */
export const longestName = 20;

const ownName = new RegExp(`^\\p{L}[\\p{L}\\p{M}\\p{N}]{0,${longestName - 1}}$`, 'u');

/** Whether a name may be that of a form field: letters, then letters and digits, at most 20. */
export const isOwnName = (name: string): boolean => ownName.test(name);

/** One of each other kind of token as it is written, without braces, for the agent to put in and change. */
export const tokenExamples: readonly string[] = [
  '尺码|S|M|L',
  '日期',
  '日期+7=M月d日',
  '时间',
  '随机|好的|好哦',
  '片段:名称',
  '光标',
];
