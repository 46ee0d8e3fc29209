// @vitest-environment happy-dom
import { describe, expect, test, vi } from 'vitest';
import type { PopupModel, TodayFigure } from '../../../components/popup/model.ts';
import { PopupView } from '../../../components/popup/PopupView.tsx';
import { say } from '../../../rules/language/local-text.ts';
import { stage } from './stage.tsx';

const figure = (patch: Partial<TodayFigure>): TodayFigure => ({ id: 'answered', unsettled: false, ...patch });

function show(patch: Partial<PopupModel> = {}, trusted = true) {
  const actions = {
    setMarket: vi.fn(),
    teach: vi.fn(),
    openConversation: vi.fn(),
    openOptions: vi.fn(),
    openFigures: vi.fn(),
    openPad: vi.fn(),
    pause: vi.fn(),
    pointAt: vi.fn(),
    turnPageOff: vi.fn(),
  };
  const model: PopupModel = {
    language: 'zh-CN',
    theme: 'auto',
    ready: true,
    markets: [],
    waiting: [],
    today: [],
    problems: [],
    ...patch,
  };
  return { ...stage(<PopupView model={model} actions={actions} />, { trusted }), actions };
}

const tile = (patch: Partial<TodayFigure>) =>
  show({ today: [{ id: 'pdd', name: say('拼多多', 'PDD'), figures: [figure(patch)] }] }).one('.sb-tile');

describe('figures of today', () => {
  test.each([
    [{ id: 'answered', value: 126 }, '126'],
    [{ id: 'mean', value: 27.4 }, '27 秒'],
    [{ id: 'within-target', value: 115 / 126 }, '91.3%'],
    [{ id: 'within-target', value: 1 }, '100%'],
    [{ id: 'talk-ratio', value: 1.25 }, '1.25'],
    [{ id: 'misses', value: 0 }, '0'],
    [{ id: 'within-target' }, '—'],
    [{ id: 'mean' }, '—'],
  ] as [Partial<TodayFigure>, string][])('%o prints as %s', (patch, text) => {
    expect(tile(patch).querySelector('b')?.textContent).toBe(text);
  });

  test('a rate never stands without its counts, and shows a bar', () => {
    const rate = tile({ id: 'within-target', value: 0.9, numerator: 108, denominator: 120 });
    expect(rate.textContent).toContain('108/120');
    expect(rate.querySelectorAll('.sb-meter')).toHaveLength(1);
  });

  test('a figure whose definition is disputed is marked', () => {
    expect(tile({ unsettled: true, value: 1 }).textContent).toContain('口径待核');
    expect(tile({ value: 1 }).textContent).not.toContain('口径待核');
  });
});

describe('marketplaces', () => {
  const market = (state: 'off' | 'needs-permission' | 'on') =>
    ({ id: 'pdd', name: say('拼多多', 'PDD'), level: 'high', seen: '2026-09-08', state }) as const;

  test.each([
    ['off', true],
    ['needs-permission', true],
    ['on', false],
  ] as const)('the switch of a market that is %s asks for %s', (state, wanted) => {
    const view = show({ markets: [market(state)] });
    view.press(view.one('[role=switch]'));
    expect(view.actions.setMarket).toHaveBeenCalledExactlyOnceWith('pdd', wanted);
  });

  test('a press a script made asks for nothing', () => {
    const view = show({ markets: [market('off')] }, false);
    view.press(view.one('[role=switch]'));
    expect(view.actions.setMarket).not.toHaveBeenCalled();
  });
});

test('a problem leads to the section that puts it right', () => {
  const view = show({
    problems: [{ id: 'a', level: 'warn', text: say('话术库已搁置', 'set aside'), section: 'data' }],
  });
  view.press(view.named('去处理'));
  expect(view.actions.openOptions).toHaveBeenCalledExactlyOnceWith('data');
});
