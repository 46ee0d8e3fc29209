import { describe, expect, it } from 'vitest';
import { readEspanso } from '../../../rules/phrases/files/read-espanso.ts';
import { readYaml } from '../../../storage/import/yaml-file.ts';

const file = `
# 客服常用
matches:
  - trigger: ":zaide"
    replace: "在的亲，请说"
  - triggers: [";fh", ";fahuo"]
    label: 发货时间
    replace: |
      亲，今天发出
      请留意物流
  - trigger: ":qm"
    replace: "$|$ 祝您生活愉快"
  - trigger: ":rq"
    replace: "今天是 {{mydate}}"
    vars:
      - name: mydate
        type: date
  - trigger: ":tp"
    image_path: "/pictures/size.png"
  - trigger: ":kong"
    replace: ""
  - 一行不知道是什么
`;

describe('a match file of Espanso', () => {
  it('is read with code, title and text; what only Espanso can do is left out and said, by place', async () => {
    const read = readEspanso(await readYaml(file));
    expect(read?.rows).toEqual([
      { row: 1, title: '在的亲，请说', text: '在的亲，请说', untitled: true, code: 'zaide' },
      { row: 2, title: '发货时间', text: '亲，今天发出\n请留意物流', code: 'fh' },
      { row: 3, title: '祝您生活愉快', text: '{光标} 祝您生活愉快', untitled: true, code: 'qm' },
      {
        row: 4,
        title: '今天是 {{mydate}}',
        text: '今天是 {{mydate}}',
        untitled: true,
        code: 'rq',
        foreign: true,
      },
    ]);
    expect(read?.problems.map(({ row, kind }) => [row, kind])).toEqual([
      [5, 'bad'],
      [6, 'bad'],
      [7, 'bad'],
    ]);
    expect(read?.notes.map((note) => note['zh-CN']).join()).toContain('另外 1 个');
  });

  it.each([
    ['broken YAML', 'matches:\n  - trigger: ":a\n    replace: [', undefined],
    ['another document', 'name: x\n', undefined],
    ['matches that are no list', 'matches:\n  trigger: a\n', undefined],
    ['a text', '你好', undefined],
  ])('%s is none', async (_, text, expected) => {
    expect(readEspanso(await readYaml(text))).toBe(expected);
  });

  it('does not carry out tags of other programs, and is not blown up by aliases', async () => {
    const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefghij']
      .map((name, at) => `${name}: &${name} [${Array(9).fill(`*${'abcdefghij'[at]}`).join(',')}]`)
      .join('\n')}\nmatches: []\n`;
    expect(await readYaml(bomb)).toBeUndefined();
    expect(
      readEspanso(await readYaml('matches:\n  - trigger: a\n    replace: !!js/function "x"\n'))?.rows,
    ).toHaveLength(1);
  });
});
