// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { TemplateProblems } from '../../../components/phrases/TemplateProblems.tsx';
import { checkTemplate } from '../../../rules/phrases/template.ts';
import { stage } from './stage.tsx';

function show(text: string, trusted = true) {
  const onShow = vi.fn();
  const view = stage(
    <TemplateProblems language="zh-CN" text={text} problems={checkTemplate(text)} onShow={onShow} />,
    { trusted },
  );
  return { ...view, onShow };
}

test('exactly what is wrong is underlined, in its own line, with the reason', () => {
  const view = show('第一行\n您好{buyer_name}，在的\n第三行');
  expect(view.one('mark').textContent).toBe('{buyer_name}');
  expect(view.one('button').textContent).toBe('您好{buyer_name}，在的');
  expect(view.one('[role=alert]').textContent).toContain('名字只能用文字和数字');
});

test('a long line is cut around the place, never through a character', () => {
  const view = show(`${'😀'.repeat(30)}{a_b}${'𠮷'.repeat(30)}`);
  expect(view.one('button').textContent).toBe(`…${'😀'.repeat(12)}{a_b}${'𠮷'.repeat(12)}…`);
});

test('what can be inserted all the same is said more softly', () => {
  const view = show('{地址}');
  expect(view.all('[role=alert]')).toEqual([]);
  expect(view.one('[role=status] li').dataset.level).toBe('warn');
  expect(view.one('[role=status]').textContent).toContain('{收货地址}');
});

test('pressing one selects it where it is written', () => {
  const view = show('您好{买家，在吗');
  view.press(view.one('button'));
  expect(view.onShow).toHaveBeenCalledExactlyOnceWith(2, 5);
});

test('a page cannot press it', () => {
  const view = show('{a_b}', false);
  view.press(view.one('button'));
  expect(view.onShow).not.toHaveBeenCalled();
});

test('of many the first five are shown and the rest counted', () => {
  const view = show('{a_b}'.repeat(9));
  expect(view.all('button')).toHaveLength(5);
  expect(view.root.textContent).toContain('还有 4 处');
});

test('a text without problems has no list', () => {
  expect(show('亲，{买家}您好').root.innerHTML).toBe('');
});
