// @vitest-environment happy-dom
import { describe, expect, test, vi } from 'vitest';
import { PhraseForm, type PhraseFormProps } from '../../../components/phrases/PhraseForm.tsx';
import type { FormField } from '../../../rules/phrases/template.ts';
import { stage } from './stage.tsx';

const fields: FormField[] = [
  { name: '姓名' },
  { name: '尺码', options: ['S', 'M', 'L'], fallback: 'S' },
  { name: '称呼', fallback: '亲' },
];

function open(props: Partial<PhraseFormProps> = {}, trusted = true) {
  const onSubmit = vi.fn();
  const onCancel = vi.fn();
  const view = stage(
    <PhraseForm
      language="zh-CN"
      title="核对尺码"
      fields={fields}
      last={{}}
      preview={(answers) => `${answers.姓名 || '【姓名】'}要${answers.尺码}`}
      onSubmit={onSubmit}
      onCancel={onCancel}
      {...props}
    />,
    { trusted },
  );
  const input = (at: number): HTMLInputElement => {
    const found = view.all('input')[at];
    if (!(found instanceof HTMLInputElement)) throw new Error(`no input ${at}`);
    return found;
  };
  return { ...view, onSubmit, onCancel, input };
}

const values = (view: ReturnType<typeof open>): string[] =>
  view.all('input').map((input) => (input as HTMLInputElement).value);

describe('the form of a phrase', () => {
  test('opens in its first row, with last answers before defaults', () => {
    const view = open({ last: { 姓名: '小林', 尺码: 'XL' } });
    expect(document.activeElement).toBe(view.input(0));
    expect(values(view)).toEqual(['小林', 'XL', '亲']);
  });

  test('a value the page should have told is never the one of the last buyer', () => {
    const view = open({
      fields: [
        { name: '单号', page: 'absent' },
        { name: '买家', page: 'masked' },
      ],
      last: { 单号: 'YT1', 买家: '小林' },
    });
    expect(values(view)).toEqual(['', '']);
    expect(view.root.textContent).toContain('页面上没有读到');
    expect(view.root.textContent).toContain('页面上打了码');
  });

  test('a name every object has is a name like any other', () => {
    const view = open({ fields: [{ name: 'constructor' }] });
    expect(values(view)).toEqual(['']);
    view.type(view.input(0), 'x');
    view.key(view.input(0), { key: 'Enter' });
    expect(Object.entries(view.onSubmit.mock.calls[0]?.[0] ?? {})).toEqual([['constructor', 'x']]);
  });

  test('Enter goes to the next row and submits on the last', () => {
    const view = open();
    view.type(view.input(0), ' 小林 ');
    view.key(view.input(0), { key: 'Enter' });
    expect(document.activeElement).toBe(view.input(1));
    view.key(view.input(1), { key: 'Enter' });
    expect(document.activeElement).toBe(view.input(2));
    expect(view.onSubmit).not.toHaveBeenCalled();
    view.key(view.input(2), { key: 'Enter' });
    expect(view.onSubmit).toHaveBeenCalledExactlyOnceWith({ 姓名: '小林', 尺码: 'S', 称呼: '亲' });
  });

  test('Ctrl+Enter submits from any row', () => {
    const view = open({ last: { 姓名: '小林' } });
    view.key(view.input(0), { key: 'Enter', ctrlKey: true });
    expect(view.onSubmit).toHaveBeenCalledOnce();
  });

  test('a row without answer and default holds it back, is named and gets the caret', () => {
    const view = open();
    view.key(view.input(2), { key: 'Enter' });
    expect(view.onSubmit).not.toHaveBeenCalled();
    expect(document.activeElement).toBe(view.input(0));
    expect(view.input(0).getAttribute('aria-invalid')).toBe('true');
    expect(view.one('[role=alert]').textContent).toBe('还没有填');
  });

  test('a row with a default may be left blank', () => {
    const view = open({ last: { 姓名: '小林' } });
    view.type(view.input(2), '');
    view.key(view.input(2), { key: 'Enter' });
    expect(view.onSubmit).toHaveBeenCalledExactlyOnceWith({ 姓名: '小林', 尺码: 'S', 称呼: '' });
  });

  test('the arrows go round the choices, and any text may be written', () => {
    const view = open();
    const size = view.input(1);
    view.key(size, { key: 'ArrowDown' });
    expect(size.value).toBe('M');
    expect(view.one('[aria-selected=true]').textContent).toBe('M');
    expect(size.getAttribute('aria-activedescendant')).toBe(view.one('[aria-selected=true]').id);
    view.key(size, { key: 'ArrowUp' });
    view.key(size, { key: 'ArrowUp' });
    expect(size.value).toBe('L');
    view.type(size, '均码');
    expect(view.all('[aria-selected=true]')).toEqual([]);
    view.key(size, { key: 'ArrowUp' });
    expect(size.value).toBe('L');
    expect(view.key(view.input(0), { key: 'ArrowDown' }).defaultPrevented).toBe(false);
  });

  test('a click takes a choice', () => {
    const view = open();
    view.press(view.named('L'));
    expect(view.input(1).value).toBe('L');
  });

  test('the preview follows what is written', () => {
    const view = open();
    const shown = (): string | null => view.one('.sb-phrase-form-preview p').textContent;
    expect(shown()).toBe('【姓名】要S');
    view.type(view.input(0), '小林');
    view.key(view.input(1), { key: 'ArrowDown' });
    expect(shown()).toBe('小林要M');
  });

  test('Esc and the button cancel', () => {
    const view = open();
    expect(view.key(view.input(1), { key: 'Escape' }).defaultPrevented).toBe(true);
    view.press(view.named('取消'));
    expect(view.onCancel).toHaveBeenCalledTimes(2);
    expect(view.onSubmit).not.toHaveBeenCalled();
  });

  test('Tab stays in the form', () => {
    const view = open();
    const submit = view.named('放入');
    view.key(submit, { key: 'Tab' });
    expect(document.activeElement).toBe(view.input(0));
    view.key(view.input(0), { key: 'Tab', shiftKey: true });
    expect(document.activeElement).toBe(submit);
    expect(view.key(view.input(0), { key: 'Tab' }).defaultPrevented).toBe(false);
  });

  test.each([
    ['Enter', { key: 'Enter', isComposing: true }],
    ['Ctrl+Enter', { key: 'Enter', ctrlKey: true, isComposing: true }],
    ['Escape', { key: 'Escape', isComposing: true }],
    ['an arrow', { key: 'ArrowDown', isComposing: true }],
    ['Tab', { key: 'Tab', isComposing: true }],
    ['the Enter Safari sends after the composition', { key: 'Enter', keyCode: 229 }],
  ])('%s belongs to the input method while it composes', (_, init) => {
    const view = open({ last: { 姓名: '小林' } });
    for (const at of [1, 2]) expect(view.key(view.input(at), init).defaultPrevented).toBe(false);
    expect(view.onSubmit).not.toHaveBeenCalled();
    expect(view.onCancel).not.toHaveBeenCalled();
    expect(values(view)).toEqual(['小林', 'S', '亲']);
  });

  test('keys and clicks made by a page are ignored', () => {
    const view = open({ last: { 姓名: '小林' } }, false);
    view.key(view.input(2), { key: 'Enter' });
    view.key(view.input(1), { key: 'ArrowDown' });
    view.key(view.input(1), { key: 'Escape' });
    view.press(view.named('放入'));
    view.press(view.named('L'));
    expect(view.onSubmit).not.toHaveBeenCalled();
    expect(view.onCancel).not.toHaveBeenCalled();
    expect(values(view)).toEqual(['小林', 'S', '亲']);
  });

  test('another phrase is another form: nothing typed for one stands in the other', () => {
    const view = open({ fields: [{ name: '姓名' }] });
    view.type(view.input(0), '小林');
    const { onSubmit, onCancel } = view;
    const next = { title: '另一条', fields: [{ name: '姓名' }], last: {}, preview: () => '' };
    view.render(<PhraseForm language="zh-CN" {...next} onSubmit={onSubmit} onCancel={onCancel} />);
    expect(values(view)).toEqual(['']);
  });

  test('speaks English too, and says what submitting does', () => {
    const view = open({ language: 'en', submitLabel: 'Copy' });
    expect(view.one('[role=dialog]').getAttribute('aria-label')).toBe('Fill in “核对尺码”');
    expect(view.named('Copy')).toBeDefined();
  });
});
