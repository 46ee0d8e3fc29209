// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import {
  compositionSettled,
  guardComposition,
  isComposing,
  isImeKey,
} from '../../../content/compose/composition-guard.ts';

let stop: AbortController;
let page: Document;
let field: HTMLTextAreaElement;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  stop = new AbortController();
  page = document.implementation.createHTMLDocument();
  field = page.body.appendChild(page.createElement('textarea'));
  guardComposition(page, stop.signal);
});
afterEach(() => {
  stop.abort();
  vi.useRealTimers();
});

const compose = (type: string): boolean => field.dispatchEvent(new Event(type, { bubbles: true }));

test('keys of an input method are told by isComposing or by 229', () => {
  expect(isImeKey({ isComposing: true, keyCode: 13 })).toBe(true);
  expect(isImeKey({ isComposing: false, keyCode: 229 })).toBe(true);
  expect(isImeKey({ isComposing: false, keyCode: 13 })).toBe(false);
});

test('an insert waits until 50 ms after the composition ends, also when guarded twice', async () => {
  guardComposition(page, stop.signal);
  compose('compositionstart');
  expect(isComposing(page)).toBe(true);
  const done = vi.fn();
  void compositionSettled(page, stop.signal).then(done);
  await vi.advanceTimersByTimeAsync(5000);
  expect(done).not.toHaveBeenCalled();
  compose('compositionend');
  await vi.advanceTimersByTimeAsync(49);
  expect(done).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(done).toHaveBeenCalled();
});

test('a new composition within the 50 ms is waited for as well', async () => {
  compose('compositionstart');
  const done = vi.fn();
  void compositionSettled(page, stop.signal).then(done);
  compose('compositionend');
  await vi.advanceTimersByTimeAsync(20);
  compose('compositionstart');
  await vi.advanceTimersByTimeAsync(1000);
  expect(done).not.toHaveBeenCalled();
  compose('compositionend');
  await vi.advanceTimersByTimeAsync(50);
  expect(done).toHaveBeenCalled();
});

test('a composition whose field was taken away does not block for ever', async () => {
  compose('compositionstart');
  const done = vi.fn();
  void compositionSettled(page, stop.signal).then(done);
  field.remove();
  await vi.advanceTimersByTimeAsync(500);
  expect(done).toHaveBeenCalled();
});

test('stopping ends the wait', async () => {
  compose('compositionstart');
  const waiting = new AbortController();
  const done = vi.fn();
  void compositionSettled(page, waiting.signal).then(done);
  waiting.abort();
  await vi.advanceTimersByTimeAsync(0);
  expect(done).toHaveBeenCalled();
});
