import { type LocalText, say } from '../language/local-text.ts';
import { variableNames } from '../phrases/phrase.ts';
import { likelyName } from '../phrases/template/likely-name.ts';
import { checkTemplate, parseTemplate } from '../phrases/template.ts';
import type { DecisionTable, FactTest } from './decision-table.ts';
import { textReaders } from './decision-table.ts';
import { type FactName, factKind } from './fact-kinds.ts';
import type { GuideText } from './guide-text.ts';
import { guideValueNames } from './guide-values.ts';

/** Something that must be set right before a table can be used. */
export interface TableFault {
  /** Where it is: ids; absent where it is about the table itself. */
  question?: string;
  answer?: string;
  outcome?: string;
  text: LocalText;
}

/** Keys 1…9 choose; a tenth answer could not be reached by them. */
export const mostAnswers = 9;

/** What texts and steps may name, beside the table's own `asks`. */
const knownValues: ReadonlySet<string> = new Set([...variableNames, ...guideValueNames]);

/** Every fault of a table, none for one that can be used. A table with any is refused whole. */
export function checkTable(table: DecisionTable): TableFault[] {
  return [...checkParts(table), ...checkWays(table)];
}

type Fault = (text: LocalText) => TableFault;
const isBlank = (text: GuideText | string | undefined): boolean =>
  (typeof text === 'string' ? text : (text?.['zh-CN'] ?? '')).trim() === '';

function checkParts(table: DecisionTable): TableFault[] {
  const faults: TableFault[] = [];
  const own: Fault = (text) => ({ text });
  if (table.id.trim() === '') faults.push(own(say('这份步骤没有编号', 'The table has no id')));
  if (isBlank(table.name)) faults.push(own(say('这份步骤没有名称', 'The table has no name')));
  if (table.outcomes.length === 0) faults.push(own(say('一个结果也没有', 'The table has no outcome')));
  for (const name of table.asks) {
    if (knownValues.has(name))
      faults.push(
        own(
          say(
            `「${name}」是页面上的内容，不用列在要问客服的名字里`,
            `"${name}" is read from the page and need not be listed among what is asked`,
          ),
        ),
      );
  }
  for (const id of doubled([...table.questions, ...table.outcomes]))
    faults.push(own(say(`编号「${id}」用了不止一次`, `The id "${id}" is used more than once`)));

  for (const question of table.questions) {
    const at: Fault = (text) => ({ question: question.id, text });
    const named = titleOf(question.text, question.id);
    if (question.id.trim() === '')
      faults.push(at(say(`问题「${named}」没有编号`, `The question "${named}" has no id`)));
    if (isBlank(question.text))
      faults.push(at(say(`问题「${question.id}」没有写内容`, `The question "${question.id}" has no text`)));
    if (question.answers.length === 0)
      faults.push(at(say(`问题「${named}」一个回答也没有`, `The question "${named}" has no answer`)));
    if (question.answers.length > mostAnswers)
      faults.push(
        at(
          say(
            `问题「${named}」的回答太多，最多 ${mostAnswers} 个`,
            `The question "${named}" has too many answers; ${mostAnswers} at most`,
          ),
        ),
      );
    for (const id of doubled(question.answers))
      faults.push(
        at(
          say(
            `问题「${named}」里回答的编号「${id}」用了不止一次`,
            `The answer id "${id}" is used more than once in "${named}"`,
          ),
        ),
      );
    for (const answer of question.answers) {
      const inAnswer: Fault = (text) => ({ question: question.id, answer: answer.id, text });
      if (answer.id.trim() === '')
        faults.push(inAnswer(say(`问题「${named}」有个回答没有编号`, `An answer of "${named}" has no id`)));
      if (isBlank(answer.text))
        faults.push(
          inAnswer(say(`问题「${named}」有个回答没有写内容`, `An answer of "${named}" has no text`)),
        );
      const wrong = answer.when && testFault(question.from, answer.when);
      const answerNamed = titleOf(answer.text, answer.id);
      if (wrong)
        faults.push(
          inAnswer(
            say(`回答「${answerNamed}」：${wrong['zh-CN']}`, `The answer "${answerNamed}": ${wrong.en}`),
          ),
        );
    }
    faults.push(...overlaps(question).map(at));
  }

  for (const outcome of table.outcomes) {
    const at: Fault = (text) => ({ outcome: outcome.id, text });
    const named = titleOf(outcome.nextStep, outcome.id);
    if (outcome.id.trim() === '')
      faults.push(at(say(`结果「${named}」没有编号`, `The outcome "${named}" has no id`)));
    if (isBlank(outcome.nextStep))
      faults.push(
        at(say(`结果「${outcome.id}」没有写下一步`, `The outcome "${outcome.id}" does not say what is next`)),
      );
    if (outcome.steps.some(isBlank))
      faults.push(at(say(`结果「${named}」有一步是空的`, `A step of the outcome "${named}" is empty`)));
    const hours = outcome.register?.dueHours;
    if (hours !== undefined && !(hours > 0))
      faults.push(
        at(say(`结果「${named}」的时限要大于 0 小时`, `The time limit of "${named}" must be above 0 hours`)),
      );
    for (const reader of textReaders) {
      const text = outcome[reader];
      if (text === undefined) continue;
      if (isBlank(text))
        faults.push(at(say(`结果「${named}」有一段文字是空的`, `A text of the outcome "${named}" is empty`)));
    }
    const texts = [
      ...textReaders.map((reader) => outcome[reader] ?? ''),
      ...[outcome.nextStep, ...outcome.steps].flatMap((step) => [step['zh-CN'], step.en ?? '']),
    ];
    const told = new Set<string>();
    for (const wrong of texts.flatMap((text) => variableFaults(text, table.asks))) {
      if (told.has(wrong['zh-CN'])) continue;
      told.add(wrong['zh-CN']);
      faults.push(at(say(`结果「${named}」：${wrong['zh-CN']}`, `The outcome "${named}": ${wrong.en}`)));
    }
  }
  return faults;
}

const titleOf = (text: GuideText, id: string): string => (isBlank(text) ? id : text['zh-CN']);

const doubled = (rows: readonly { id: string }[]): string[] => {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const { id } of rows) (seen.has(id) ? twice : seen).add(id);
  return [...twice];
};

function testFault(from: FactName | undefined, test: FactTest): LocalText | undefined {
  if (from === undefined) return say('没有选由什么信息来回答', 'no fact is chosen to answer by');
  const kind = factKind(from);
  const { 'zh-CN': zh, en } = kind.name;
  if (kind.kind === 'words') {
    if (test.from !== undefined || test.under !== undefined)
      return say(`「${zh}」不是数字，不能写范围`, `"${en}" is no number and has no range`);
    if ((test.is ?? []).length === 0) return say(`没有选「${zh}」是什么`, `no value of "${en}" is chosen`);
    const unknown = test.is?.find((value) => !Object.hasOwn(kind.values, value));
    return unknown === undefined
      ? undefined
      : say(`「${zh}」没有「${unknown}」这个值`, `"${en}" has no value "${unknown}"`);
  }
  if (test.is !== undefined) return say(`「${zh}」是数字，要写范围`, `"${en}" is a number; give a range`);
  if (test.from === undefined && test.under === undefined)
    return say(`没有写「${zh}」的范围`, `no range of "${en}" is given`);
  for (const bound of [test.from, test.under])
    if (bound !== undefined && !(Number.isSafeInteger(bound) && bound >= 0))
      return say(`「${zh}」的范围要是不小于 0 的数`, `the range of "${en}" must be 0 or more`);
  return test.from !== undefined && test.under !== undefined && test.from >= test.under
    ? say(`「${zh}」的范围是空的`, `the range of "${en}" is empty`)
    : undefined;
}

/** Two answers that both fit one fact: which one holds would depend on their order alone. */
function overlaps({ text, id, answers }: DecisionTable['questions'][number]): LocalText[] {
  const named = titleOf(text, id);
  const both = (one: string, other: string): LocalText =>
    say(
      `问题「${named}」里「${one}」和「${other}」会同时成立`,
      `In "${named}" the answers "${one}" and "${other}" can both hold`,
    );
  return answers.flatMap((one, index) =>
    answers.slice(index + 1).flatMap((other) => {
      if (!one.when || !other.when) return [];
      const shared = one.when.is?.some((value) => other.when?.is?.includes(value));
      const numbers = one.when.is === undefined && other.when.is === undefined;
      const least = Math.max(one.when.from ?? 0, other.when.from ?? 0);
      const under = Math.min(one.when.under ?? Infinity, other.when.under ?? Infinity);
      return shared || (numbers && least < under)
        ? [both(titleOf(one.text, one.id), titleOf(other.text, other.id))]
        : [];
    }),
  );
}

/** What a text names that nothing can tell, and tokens that are none. */
function variableFaults(text: string, asks: readonly string[]): LocalText[] {
  const broken = checkTemplate(text)
    .filter(({ level }) => level === 'stop')
    .map(({ start, end, text: why }) => {
      const token = text.slice(start, end);
      return say(`「${token}」：${why['zh-CN']}`, `"${token}": ${why.en}`);
    });
  const unknown = parseTemplate(text).flatMap((part): LocalText[] => {
    if (part.kind === 'snippet')
      return [say(`「${part.text}」：这里不能套用话术`, `"${part.text}": phrases cannot be taken in here`)];
    if (part.kind !== 'field' || knownValues.has(part.name) || asks.includes(part.name)) return [];
    const likely = likelyName(part.name);
    return [
      likely === undefined
        ? say(
            `不认识变量「${part.text}」；要问客服的话，把「${part.name}」列在要问的名字里`,
            `The variable "${part.text}" is not known; to ask the agent for it, list "${part.name}" among what is asked`,
          )
        : say(
            `不认识变量「${part.text}」，是不是想写 {${likely}}`,
            `The variable "${part.text}" is not known; did you mean {${likely}}?`,
          ),
    ];
  });
  return [...broken, ...unknown];
}

/** Where the answers lead: to something that is there, never round in a circle, and everything is reached. */
function checkWays(table: DecisionTable): TableFault[] {
  const faults: TableFault[] = [];
  const questions = new Map(table.questions.map((question) => [question.id, question]));
  const ends = new Set(table.outcomes.map(({ id }) => id));
  const isThere = (id: string): boolean => questions.has(id) || ends.has(id);
  if (!isThere(table.first))
    faults.push({
      text: say(`第一步「${table.first}」不存在`, `The first step "${table.first}" does not exist`),
    });
  for (const question of table.questions)
    for (const answer of question.answers)
      if (!isThere(answer.to)) {
        const named = titleOf(answer.text, answer.id);
        faults.push({
          question: question.id,
          answer: answer.id,
          text: say(
            `回答「${named}」通向的「${answer.to}」不存在`,
            `The answer "${named}" leads to "${answer.to}", which does not exist`,
          ),
        });
      }

  const reached = new Set<string>();
  const open = new Set<string>();
  const circles = new Set<string>();
  // Depth first without recursion: a chain of thousands of questions must not end in a stack overflow.
  const stack: { id: string; next: number }[] = [{ id: table.first, next: 0 }];
  reached.add(table.first);
  open.add(table.first);
  for (let top = stack.at(-1); top; top = stack.at(-1)) {
    const target = questions.get(top.id)?.answers[top.next]?.to;
    top.next += 1;
    if (target === undefined) {
      open.delete(top.id);
      stack.pop();
    } else if (open.has(target)) circles.add(target);
    else if (!reached.has(target)) {
      reached.add(target);
      open.add(target);
      stack.push({ id: target, next: 0 });
    }
  }
  for (const id of circles) {
    const question = questions.get(id);
    const named = question ? titleOf(question.text, id) : id;
    faults.push({
      question: id,
      text: say(`「${named}」绕了一圈又回到自己`, `"${named}" leads back to itself in a circle`),
    });
  }
  for (const { id, text } of table.questions)
    if (!reached.has(id)) {
      const named = titleOf(text, id);
      faults.push({
        question: id,
        text: say(`问题「${named}」走不到`, `The question "${named}" is never reached`),
      });
    }
  for (const { id, nextStep } of table.outcomes)
    if (!reached.has(id)) {
      const named = titleOf(nextStep, id);
      faults.push({
        outcome: id,
        text: say(`结果「${named}」走不到`, `The outcome "${named}" is never reached`),
      });
    }
  return faults;
}
