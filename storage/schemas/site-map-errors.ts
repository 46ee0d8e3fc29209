import type * as z from 'zod/mini';
import { type LocalText, say } from '../../rules/language/local-text.ts';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** `['pages', 0, 'fields', '待付款']` → `pages[0].fields.待付款`. */
function placeOf(path: Path): string {
  return path
    .map((key, i) => (typeof key === 'number' ? `[${key}]` : `${i ? '.' : ''}${String(key)}`))
    .join('');
}

function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    root,
  );
}

const typeNames: Record<string, LocalText> = {
  string: say('文字', 'text'),
  number: say('数字', 'a number'),
  int: say('整数', 'a whole number'),
  boolean: say('true 或 false', 'true or false'),
  object: say('对象', 'an object'),
  record: say('对象', 'an object'),
  array: say('列表', 'a list'),
};

/** Messages of our own refinements; the schema names them by key. */
const refinements: Record<string, LocalText> = {
  empty: say('不能为空', 'must not be empty'),
  selector: say(
    '不是有效的 CSS 选择器（引号或括号没有成对）',
    'is not a CSS selector (quotes or brackets do not close)',
  ),
  regex: say('不是有效的正则表达式', 'is not a valid regular expression'),
  attribute: say('不是有效的属性名', 'is not an attribute name'),
  'empty-locator': say('定位对象里什么都没写', 'is a locator that says nothing'),
  'match-pattern': say(
    '不是有效的网址范围，应类似 https://seller.example.com/*',
    'is not a match pattern such as https://seller.example.com/*',
  ),
  'every-site': say(
    '不能包含所有网站，请写到具体的市场，例如 https://seller.example.com/*',
    'must not cover every site; name one marketplace, such as https://seller.example.com/*',
  ),
  date: say('应为日期，例如 2026-09-08', 'should be a date such as 2026-09-08'),
  id: say('只能用小写字母、数字和连字符', 'may only use lower-case letters, digits and hyphens'),
};

/** How a limit is said of what is limited. */
const limits: Record<string, { zh(most: number | bigint): string; en(most: number | bigint): string }> = {
  string: {
    zh: (most) => `不能超过 ${most} 个字符`,
    en: (most) => `must not be longer than ${most} characters`,
  },
  array: { zh: (most) => `不能超过 ${most} 项`, en: (most) => `must not have more than ${most} entries` },
};

function told(path: Path, zh: string, en: string): LocalText[] {
  const place = placeOf(path);
  return [place ? say(`${place}：${zh}。`, `${place}: ${en}.`) : say(`${zh}。`, `${en}.`)];
}

/** Whether a union's branch failed only because the value is of another type altogether. */
const isOtherType = (issues: readonly Issue[]): boolean =>
  issues.some((issue) => issue.code === 'invalid_type' && issue.path.length === 0);

/**
 * One fault of a site map in plain words, with its place in the document.
 * `root` is the whole document; it tells a missing value from a wrong one.
 */
export function explainSiteMapIssue(issue: Issue, root: unknown, base: Path = []): LocalText[] {
  const path = [...base, ...issue.path];
  const missing = valueAt(root, path) === undefined;
  switch (issue.code) {
    case 'unrecognized_keys': {
      const keys = issue.keys.join(', ');
      return told(path, `不认识的键 ${keys}`, `unknown key ${keys}`);
    }
    case 'invalid_type': {
      if (missing) return told(path, '缺少这一项', 'is missing');
      const expected = typeNames[issue.expected] ?? say(issue.expected, issue.expected);
      return told(path, `应为${expected['zh-CN']}`, `should be ${expected.en}`);
    }
    case 'invalid_value': {
      if (missing) return told(path, '缺少这一项', 'is missing');
      const values = issue.values.map(String).join(' / ');
      return told(path, `只能是 ${values}`, `should be one of ${values}`);
    }
    case 'invalid_union': {
      if (missing) return told(path, '缺少这一项', 'is missing');
      const options = (issue as { options?: readonly unknown[] }).options;
      if (options) {
        const values = options.map(String).join(' / ');
        return told(path, `只能是 ${values}`, `should be one of ${values}`);
      }
      const branch = issue.errors.find((errors) => !isOtherType(errors));
      if (branch) return branch.flatMap((inner) => explainSiteMapIssue(inner, root, path));
      return told(
        path,
        '应为选择器、定位对象，或由它们组成的列表',
        'should be a selector, a locator object, or a list of them',
      );
    }
    case 'too_small':
      return told(
        path,
        issue.origin === 'array' ? '至少要有一项' : `不能小于 ${issue.minimum}`,
        issue.origin === 'array' ? 'needs at least one entry' : `must not be below ${issue.minimum}`,
      );
    case 'too_big':
      return told(
        path,
        limits[issue.origin]?.zh(issue.maximum) ?? `不能大于 ${issue.maximum}`,
        limits[issue.origin]?.en(issue.maximum) ?? `must not be above ${issue.maximum}`,
      );
    default: {
      const text = refinements[issue.message] ?? say('内容不对', 'is not valid');
      return told(path, text['zh-CN'], text.en);
    }
  }
}
