import type { ConflictChoice } from '../../rules/phrases/phrase-import.ts';
import type { Bundle } from './use-texts.ts';

const choices: Record<ConflictChoice, string> = {
  skip: '保留我的',
  replace: '用文件里的',
  'keep-both': '两条都要',
  newer: '用新的',
};

const zh = {
  encoding: '文件编码',
  reading: (file: string) => `正在读 ${file}`,
  conflictsFor: (total: number) => `${total} 条冲突：全部怎么办`,
  choices,
  choiceFor: (title: string) => `「${title}」怎么办`,
  compare: (total: number) => `逐条看（${total}）`,
  more: (rest: number) => `还有 ${rest} 条按上面的选择处理`,
  mine: '我的',
  theirs: '文件里',
  line: (row: number) => `第 ${row} 行`,
  samples: '导入后的样子',
  wording: (rows: number) => `${rows} 条有要留意的用词`,
  columns: '每一列是什么',
  column: (n: number) => `第 ${n} 列`,
  notUsed: '不用',
  firstIsHead: '第一行是列名',
  asItIs: '照样导出',
  dropCharacters: '去掉这些字符',
  leaveOut: '不导出这几条',
};
export type ImportTexts = typeof zh;

const en: ImportTexts = {
  encoding: 'Encoding of the file',
  reading: (file) => `Reading ${file}`,
  conflictsFor: (total) => `${total} in conflict: for all`,
  choices: {
    skip: 'Keep mine',
    replace: "Take the file's",
    'keep-both': 'Keep both',
    newer: 'Take the newer',
  },
  choiceFor: (title) => `For "${title}"`,
  compare: (total) => `One by one (${total})`,
  more: (rest) => `${rest} more follow the choice above`,
  mine: 'Mine',
  theirs: 'In the file',
  line: (row) => `line ${row}`,
  samples: 'As it will look',
  wording: (rows) => `${rows} phrases with words to look at`,
  columns: 'What each column is',
  column: (n) => `Column ${n}`,
  notUsed: 'not used',
  firstIsHead: 'The first line names the columns',
  asItIs: 'Export as it is',
  dropCharacters: 'Drop these characters',
  leaveOut: 'Leave these phrases out',
};

export const importTexts: Bundle<ImportTexts> = { 'zh-CN': zh, en };
