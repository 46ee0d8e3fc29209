import { type LocalText, say } from '../../language/local-text.ts';
import type { SnippetTrouble } from './expand.ts';
import type { TokenFault } from './faults.ts';
import { longestName } from './names.ts';

/** Why this is no variable, and how it is written right. */
export const faultTexts: Readonly<Record<TokenFault, LocalText>> = {
  name: say(
    `名字只能用文字和数字，以文字开头，最多 ${longestName} 个；里面不能有空格和符号。不是变量就勾上“关闭变量”`,
    `A name is letters and digits, letter first, at most ${longestName}; no spaces or signs. If it is no variable, turn variables off for the phrase`,
  ),
  open: say('括号没有在同一行里关上，补上 }', 'The brace is not closed on its line; add }'),
  choices: say(
    '选项写成 {尺码|S|M|L}：先写名字，再用 | 隔开每个选项；随机写成 {随机|好的|好哦}',
    'Write choices as {尺码|S|M|L}: the name first, then each choice after a |; by chance as {随机|好的|好哦}',
  ),
  default: say(
    '默认值里不能有 |；要给选项就写成 {尺码|S|M|L}',
    'A default cannot hold |; for choices write {尺码|S|M|L}',
  ),
  extra: say('这个名字后面不能再写别的', 'Nothing can stand behind this name'),
  'snippet-name': say(
    '写成 {片段:名称}，名称是另一条话术的编码或标题',
    'Write {片段:name}: the code or title of another phrase',
  ),
  digits: say('位数写成 {随机数:6}，1 到 12 之间', 'Write the number of digits as {随机数:6}, from 1 to 12'),
  'date-offset': say(
    '推算写成 {日期+7}、{日期-1}、{时间+2小时}，最多十年',
    'Write offsets as {日期+7}, {日期-1}, {时间+2小时}; ten years at most',
  ),
  'date-format': say(
    '格式里可以用 yyyy MM dd HH mm ss E，如 {日期=M月d日 E}',
    'A format is made of yyyy MM dd HH mm ss E, as in {日期=M月d日 E}',
  ),
  'date-minutes': say('小写 m 是分钟，月份写大写 M', 'Small m is minutes; months are written with a big M'),
  'date-months': say('大写 M 是月份，分钟写小写 m', 'Big M is months; minutes are written with a small m'),
};

export const troubleTexts: Readonly<Record<SnippetTrouble, LocalText>> = {
  'no-snippet': say('没有编码或标题是这个的话术', 'No phrase has this code or title'),
  cycle: say('这条话术套用到了自己，转了一圈', 'This phrase takes itself in: a circle'),
  deep: say('话术套话术最多三层', 'Phrases stand inside phrases three levels deep at most'),
  long: say('套进来的话术太多，放不下', 'Too many phrases are taken in'),
};
