import { type LocalText, say } from '../../rules/language/local-text.ts';

/** Where a text stops being JSON; line and column count from 1. */
export interface JsonFault {
  offset: number;
  line: number;
  column: number;
  text: LocalText;
}

type Cause =
  | 'nothing'
  | 'value'
  | 'key'
  | 'colon'
  | 'comma'
  | 'trailing-comma'
  | 'unclosed'
  | 'unclosed-string'
  | 'full-width'
  | 'single-quote'
  | 'escape'
  | 'after-end';

const words: Record<Cause, LocalText> = {
  nothing: say('里面什么都没有', 'there is nothing in it'),
  value: say('这里应是一个值（文字要加双引号）', 'a value is expected here (text needs double quotes)'),
  key: say('这里应是带双引号的键名', 'a key in double quotes is expected here'),
  colon: say('键名后面少了冒号', 'a colon is missing after the key'),
  comma: say('这里少了逗号，或者多了内容', 'a comma is missing here, or something is too much'),
  'trailing-comma': say('最后一项后面多了逗号', 'there is a comma too many after the last entry'),
  unclosed: say('到结尾还有括号没有关上', 'a bracket is still open at the end'),
  'unclosed-string': say('这段文字少了结尾的双引号', 'this text lacks its closing double quote'),
  'full-width': say('用了中文标点，应换成英文的', 'full-width punctuation; the plain one is needed'),
  'single-quote': say('要用双引号，不是单引号', 'double quotes are needed, not single ones'),
  escape: say(
    '反斜杠后面的写法不对，反斜杠本身要写成 \\\\',
    'not a valid escape; a backslash itself is written \\\\',
  ),
  'after-end': say('整份内容已经结束，后面不该还有东西', 'the document has ended before this'),
};

class Fault extends Error {
  constructor(
    readonly offset: number,
    readonly cause_: Cause,
  ) {
    super(cause_);
  }
}

type Place = readonly (string | number)[];

/** Walks the text by JSON's grammar, naming each value it meets, and throws at the first place that does not follow it. */
class Walk {
  private at = 0;
  constructor(
    private readonly text: string,
    private readonly met: (place: Place, offset: number) => void = () => undefined,
  ) {}

  document(): void {
    this.space();
    if (this.at >= this.text.length) this.fail('nothing');
    this.value([]);
    this.space();
    if (this.at < this.text.length) this.fail('after-end');
  }

  private fail(cause: Cause, at = this.at): never {
    const char = this.text.charAt(at);
    if (/[“”‘’：，｛｝［］、]/.test(char)) throw new Fault(at, 'full-width');
    if (char === "'") throw new Fault(at, 'single-quote');
    if (at >= this.text.length && cause !== 'nothing' && cause !== 'unclosed-string') {
      throw new Fault(at, 'unclosed');
    }
    throw new Fault(at, cause);
  }

  private space(): void {
    while (/[ \t\r\n]/.test(this.text.charAt(this.at))) this.at += 1;
  }

  private value(place: Place): void {
    const char = this.text.charAt(this.at);
    this.met(place, this.at);
    if (char === '{') this.members('{', '}', place);
    else if (char === '[') this.members('[', ']', place);
    else if (char === '"') this.string();
    else {
      const plain = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.+-])/y;
      plain.lastIndex = this.at;
      const found = plain.exec(this.text);
      if (!found) this.fail('value');
      this.at += found[0].length;
    }
  }

  private members(open: '{' | '[', close: '}' | ']', place: Place): void {
    this.at += 1;
    this.space();
    if (this.text.charAt(this.at) === close) {
      this.at += 1;
      return;
    }
    for (let index = 0; ; index += 1) {
      this.space();
      let key: string | number = index;
      if (open === '{') {
        if (this.text.charAt(this.at) !== '"') this.fail('key');
        const start = this.at;
        this.string();
        key = JSON.parse(this.text.slice(start, this.at)) as string;
        this.space();
        if (this.text.charAt(this.at) !== ':') this.fail('colon');
        this.at += 1;
        this.space();
      }
      this.value([...place, key]);
      this.space();
      const next = this.text.charAt(this.at);
      if (next === close) {
        this.at += 1;
        return;
      }
      if (next !== ',') this.fail('comma');
      const comma = this.at;
      this.at += 1;
      this.space();
      if (this.text.charAt(this.at) === close) this.fail('trailing-comma', comma);
    }
  }

  private string(): void {
    const start = this.at;
    this.at += 1;
    for (;;) {
      const char = this.text.charAt(this.at);
      if (char === '"') {
        this.at += 1;
        return;
      }
      if (char === '' || char < ' ') throw new Fault(start, 'unclosed-string');
      if (char === '\\') {
        const sequence = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;
        sequence.lastIndex = this.at;
        const found = sequence.exec(this.text);
        if (!found) throw new Fault(this.at, 'escape');
        this.at += found[0].length;
      } else this.at += 1;
    }
  }
}

/**
 * Where and why a text is not JSON. Browsers say it in English and each in its own words, without a line in some; an
 * agent editing a map by hand needs both. Only for a text `JSON.parse` refused.
 */
export function findJsonFault(text: string): JsonFault {
  // What stands at position 0 stays there, so that offsets fit the text as it is shown.
  const plain = text.replace(/^\uFEFF/, ' ');
  let offset = plain.length;
  let cause: Cause = 'value';
  try {
    new Walk(plain).document();
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    offset = error.offset;
    cause = error.cause_;
  }
  const { line, column } = lineOf(plain, offset);
  const { 'zh-CN': zh, en } = words[cause];
  return {
    offset,
    line,
    column,
    text: say(
      `不是有效的 JSON：第 ${line} 行第 ${column} 列，${zh}。`,
      `This is not valid JSON: line ${line}, column ${column}: ${en}.`,
    ),
  };
}

/** Line and column of an offset, counted from 1. */
export function lineOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n') };
}

/**
 * Where a value stands in a text that is JSON, by its place as validation names it (`pages[0].fields.orderId`). A
 * place that is not there (a missing key) is that of the nearest thing around it; undefined for a text that is no JSON.
 */
export function offsetOfPlace(text: string, place: string): number | undefined {
  let best: { length: number; offset: number } | undefined;
  const name = (path: Place): string =>
    path.map((key, i) => (typeof key === 'number' ? `[${key}]` : `${i > 0 ? '.' : ''}${key}`)).join('');
  try {
    new Walk(text, (path, offset) => {
      const here = name(path);
      const around =
        here === '' || place === here || (place.startsWith(here) && /^[.[]/.test(place.slice(here.length)));
      if (around && (!best || here.length > best.length)) best = { length: here.length, offset };
    }).document();
  } catch (error) {
    if (error instanceof Fault) return undefined;
    throw error;
  }
  return best?.offset;
}
