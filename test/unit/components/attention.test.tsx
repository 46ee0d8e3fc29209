// @vitest-environment happy-dom
import { act } from 'react';
import { describe, expect, it, test, vi } from 'vitest';
import { QuietHoursRow } from '../../../components/options/QuietHoursRow.tsx';
import { PauseControl } from '../../../components/ui/PauseControl.tsx';
import type { QuietHours } from '../../../rules/attention/hush.ts';
import { at } from '../attention/waiting.ts';
import { stage } from './stage.tsx';

const START = at('14:20');
const MINUTE = 60_000;

describe('do not disturb', () => {
  it('is begun with one press and ended with one', () => {
    const onPause = vi.fn();
    const view = stage(<PauseControl pausedUntil={0} language="zh-CN" onPause={onPause} />, {
      trusted: true,
      now: () => START,
    });
    view.press(view.named('勿扰 15 分钟'));
    expect(onPause).toHaveBeenLastCalledWith(true);
    view.render(<PauseControl pausedUntil={START + 15 * MINUTE} language="zh-CN" onPause={onPause} />);
    view.press(view.named('勿扰到 14:35 · 结束勿扰'));
    expect(onPause).toHaveBeenLastCalledWith(false);
  });

  it('says in the dock, where there is little room, the time alone, and the rest to who cannot see it', () => {
    const view = stage(
      <PauseControl compact pausedUntil={START + 15 * MINUTE} language="zh-CN" onPause={() => undefined} />,
      { now: () => START },
    );
    expect(view.one('[aria-hidden="true"]:not(svg)').textContent).toBe('14:35');
    expect(view.one('.sb-unseen').textContent).toBe('勿扰到 14:35，点一下现在结束');
  });

  it('goes back to rest by itself', () => {
    vi.useFakeTimers();
    try {
      let now = START;
      const view = stage(
        <PauseControl pausedUntil={START + 2_000} language="zh-CN" onPause={() => undefined} />,
        { now: () => now },
      );
      expect(view.all('[data-paused]')).toHaveLength(1);
      now = START + 2_000;
      act(() => vi.advanceTimersByTime(2_500));
      expect(view.all('[data-paused]')).toHaveLength(0);
    } finally {
      vi.useRealTimers();
    }
  });

  it('cannot be begun by the page', () => {
    const onPause = vi.fn();
    const view = stage(<PauseControl pausedUntil={0} language="zh-CN" onPause={onPause} />);
    view.press(view.named('勿扰 15 分钟'));
    expect(onPause).not.toHaveBeenCalled();
  });
});

describe('quiet hours as typed', () => {
  const night: QuietHours = { from: 23 * 60, to: 8 * 60 };
  function row(quiet: QuietHours | null) {
    const onSet = vi.fn();
    const view = stage(<QuietHoursRow quiet={quiet} language="zh-CN" onSet={onSet} />, { trusted: true });
    return { view, onSet };
  }

  it('are proposed over night when they are turned on, and gone when they are turned off', () => {
    const off = row(null);
    off.view.press(off.view.one('[role="switch"]'));
    expect(off.onSet).toHaveBeenCalledWith(night);
    const on = row(night);
    on.view.press(on.view.one('[role="switch"]'));
    expect(on.onSet).toHaveBeenCalledWith(null);
  });

  test.each<[string, QuietHours]>([
    ['9:30', { from: 570, to: 480 }],
    ['０９：３０', { from: 570, to: 480 }],
    [' 00:00 ', { from: 0, to: 480 }],
  ])('"%s" is kept at once', (text, quiet) => {
    const { view, onSet } = row(night);
    view.type(view.one('[aria-label="静音从"]'), text);
    expect(onSet).toHaveBeenLastCalledWith(quiet);
    expect(view.all('[role="alert"]')).toHaveLength(0);
  });

  test.each([
    ['', '写成 22:00 这样的时间'],
    ['25:00', '写成 22:00 这样的时间'],
    ['9点', '写成 22:00 这样的时间'],
    ['8:00', '开始和结束不能是同一个时间'],
  ])('"%s" changes nothing and says why', (text, why) => {
    const { view, onSet } = row(night);
    view.type(view.one('[aria-label="静音从"]'), text);
    expect(onSet).not.toHaveBeenCalled();
    expect(view.one('[role="alert"]').textContent).toBe(why);
  });

  it('may be the whole day, from 00:00 to 24:00, and none from 24:00 to 00:00', () => {
    const { view, onSet } = row({ from: 0, to: 480 });
    view.type(view.one('[aria-label="静音到"]'), '24:00');
    expect(onSet).toHaveBeenLastCalledWith({ from: 0, to: 1_440 });
    const other = row({ from: 1_440, to: 480 });
    other.view.type(other.view.one('[aria-label="静音到"]'), '0:00');
    expect(other.onSet).not.toHaveBeenCalled();
  });
});
