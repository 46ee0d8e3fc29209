// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest';
import { watchTransfers } from '../../../content/desks/transfer-guard.ts';
import { say } from '../../../rules/language/local-text.ts';

const text = say('先回一句再转接', 'Answer first');
let control = new AbortController();

function pressed(html: string, selector: string, options: { costs?: boolean; trusted?: boolean } = {}) {
  document.body.innerHTML = html;
  const tell = vi.fn();
  const { costs = true, trusted = true } = options;
  watchTransfers({
    document,
    warning: () => (costs ? text : undefined),
    tell,
    signal: control.signal,
    trusts: () => trusted,
  });
  const event = new MouseEvent('pointerdown', { bubbles: true, composed: true, cancelable: true });
  document.querySelector(selector)?.dispatchEvent(event);
  expect(event.defaultPrevented).toBe(false);
  return tell.mock.calls.length;
}

afterEach(() => {
  control.abort();
  control = new AbortController();
});

describe('before an unanswered chat is handed over', () => {
  it.each([
    ['a button', '<button>转接</button>', 'button'],
    ['an icon in it', '<div role="button"><i></i> 转接 会话</div>', 'i'],
    ['a line of a menu', '<ul><li>转发给小李</li></ul>', 'li'],
  ])('a press on %s is warned of, and goes to the page', (_, html, selector) => {
    expect(pressed(html, selector)).toBe(1);
  });

  it.each([
    ['a message that speaks of it', '<p>我帮您转接到售后那边处理一下哦</p>', 'p'],
    ['another button', '<button>结束会话</button>', 'button'],
    ['a bar of several buttons', '<div><span>备注</span><span>转接</span><span>结束会话</span></div>', 'div'],
  ])('a press on %s is not', (_, html, selector) => {
    expect(pressed(html, selector)).toBe(0);
  });

  it('nothing is said where nothing is lost, nor of what a script presses', () => {
    expect(pressed('<button>转接</button>', 'button', { costs: false })).toBe(0);
    expect(pressed('<button>转接</button>', 'button', { trusted: false })).toBe(0);
  });
});
