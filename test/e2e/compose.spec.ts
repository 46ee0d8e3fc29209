import { rm } from 'node:fs/promises';
import { type BrowserContext, chromium, expect, type Page, test } from '@playwright/test';
import { fixtureHost, fixturePages, writeTestExtension } from '../fixtures/editors/test-extension.ts';

/**
 * content/compose in the isolated world of an installed extension, against real editors, with real keys
 * (insertion.md §1, §3, §6, §7).
 */
const phrase = '您好，亲！\n第二行😊';
const inOneLine = '您好，亲！ 第二行😊';
const editors = [
  'textarea',
  'input',
  'contenteditable',
  'plaintext-only',
  'pre',
  'pell',
  'react-textarea',
  'vue-textarea',
  'open-shadow',
  'closed-shadow',
  'closed-shadow-textarea',
  'iframe',
  'written-iframe',
];

interface Outcome {
  result: string;
  reason?: string;
  free?: number;
  undoable?: boolean;
  value?: string;
}
type FixtureWindow = Window & {
  fixture: { mount(id: string): void; focus(): void; text(): string; sent(): number; commits: string[] };
};

let context: BrowserContext;
let extension: string;
let page: Page;

test.beforeAll(async () => {
  extension = await writeTestExtension();
  const serve = await fixturePages();
  context = await chromium.launchPersistentContext('', {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    headless: true,
    args: ['--no-sandbox', `--disable-extensions-except=${extension}`, `--load-extension=${extension}`],
  });
  page = context.pages()[0] ?? (await context.newPage());
  await context.route(`${fixtureHost}/**`, (route) =>
    route.fulfill(serve(new URL(route.request().url()).pathname)),
  );
});

test.afterAll(async () => {
  await context?.close();
  if (extension) await rm(extension, { recursive: true, force: true });
});

test.beforeEach(async () => {
  await page.goto(`${fixtureHost}/`);
  await page.waitForSelector('html[data-harness]');
});

/** Runs a command of the content script. */
function ask<T = Outcome>(name: string, argument = ''): Promise<T> {
  return page.evaluate(
    ([command, value]) =>
      new Promise<T>((resolve) => {
        const id = Math.random().toString(36);
        const answered = (event: Event): void => {
          const answer = JSON.parse((event as CustomEvent<string>).detail) as { id: string; value: T };
          if (answer.id !== id) return;
          document.removeEventListener('shoubian-test-answer', answered);
          resolve(answer.value);
        };
        document.addEventListener('shoubian-test-answer', answered);
        const detail = JSON.stringify({ id, name: command, argument: value });
        document.dispatchEvent(new CustomEvent('shoubian-test', { detail }));
      }),
    [name, argument] as const,
  );
}

async function mount(id: string): Promise<void> {
  await page.evaluate((name) => (window as unknown as FixtureWindow).fixture.mount(name), id);
  // A frame with an address needs a moment until it can be focused.
  await expect
    .poll(() =>
      page.evaluate(() => {
        (window as unknown as FixtureWindow).fixture.focus();
        return document.activeElement !== document.body;
      }),
    )
    .toBe(true);
}

/** The editor's own text; a last newline is the placeholder of an empty line. */
async function text(): Promise<string> {
  const raw = await page.evaluate(() => (window as unknown as FixtureWindow).fixture.text());
  return raw.replace(/\u00a0/g, ' ').replace(/\n$/, '');
}

const sent = (): Promise<number> => page.evaluate(() => (window as unknown as FixtureWindow).fixture.sent());
const landed = (id: string): string => (id === 'input' ? inOneLine : phrase);

for (const id of editors) {
  test.describe(id, () => {
    test('lands at the caret, the next key right behind it, one Ctrl+Z takes it out, nothing is sent', async () => {
      await mount(id);
      await page.keyboard.type('ab');
      await page.keyboard.press('ArrowLeft');
      expect(await ask('insert', phrase)).toMatchObject({ result: 'ok', undoable: true });
      expect(await text()).toBe(`a${landed(id)}b`);
      await page.keyboard.press('Control+z');
      expect(await text()).toBe('ab');
      expect(await ask('insert', phrase)).toMatchObject({ result: 'ok' });
      await page.keyboard.type('x');
      expect(await text()).toBe(`a${landed(id)}xb`);
      expect(await sent()).toBe(0);
    });

    test('replaces the selection and nothing else', async () => {
      await mount(id);
      await page.keyboard.type('a/krb');
      await page.keyboard.press('ArrowLeft');
      for (let i = 0; i < 3; i += 1) await page.keyboard.press('Shift+ArrowLeft');
      expect(await ask('insert', phrase)).toMatchObject({ result: 'ok' });
      expect(await text()).toBe(`a${landed(id)}b`);
      await page.keyboard.press('Control+z');
      expect(await text()).toBe('a/krb');
    });

    test('lands in an empty editor', async () => {
      await mount(id);
      expect(await ask('insert', phrase)).toMatchObject({ result: 'ok' });
      expect(await text()).toBe(landed(id));
      await page.keyboard.type('x');
      expect(await text()).toBe(`${landed(id)}x`);
    });

    test('finds its caret again after a picker had the focus', async () => {
      await mount(id);
      await page.keyboard.type('ab');
      await page.keyboard.press('ArrowLeft');
      await page.evaluate(() => {
        const picker = document.body.appendChild(document.createElement('input'));
        picker.id = 'picker';
        picker.focus();
      });
      await page.keyboard.type('fhsj');
      expect(await ask('insert', phrase)).toMatchObject({ result: 'ok' });
      await page.keyboard.type('x');
      expect(await text()).toBe(`a${landed(id)}xb`);
    });

    test('waits while an input method composes', async () => {
      await mount(id);
      await page.keyboard.type('ab');
      await page.keyboard.press('ArrowLeft');
      const cdp = await context.newCDPSession(page);
      await cdp.send('Input.imeSetComposition', { text: 'ni', selectionStart: 2, selectionEnd: 2 });
      expect(await ask<boolean>('composing')).toBe(true);
      const outcome = ask('insert', phrase);
      // Longer than the read-back of an insert that did not wait would take.
      await page.waitForTimeout(400);
      expect(await text()).toBe('anib');
      await cdp.send('Input.insertText', { text: '你' });
      expect(await outcome).toMatchObject({ result: 'ok' });
      expect(await text()).toBe(`a你${landed(id)}b`);
      await cdp.detach();
    });
  });
}

test('two inserts at once follow each other', async () => {
  await mount('textarea');
  const outcomes = await ask<Outcome[]>('twice', '好的');
  expect(outcomes.map((outcome) => outcome.result)).toEqual(['ok', 'ok']);
  expect(await text()).toBe('好的好的');
});

test('empty lines are kept', async () => {
  for (const id of ['textarea', 'contenteditable', 'pre']) {
    await page.reload();
    await page.waitForSelector('html[data-harness]');
    await mount(id);
    expect(await ask('insert', '一\n\n三')).toMatchObject({ result: 'ok' });
  }
});

test('a text longer than maxlength leaves is refused and told', async () => {
  await mount('textarea');
  await page.keyboard.type('ab');
  await page.locator('textarea').evaluate((field: HTMLTextAreaElement) => {
    field.maxLength = 5;
  });
  expect(await ask('insert', '四个字的')).toMatchObject({
    result: 'unsupported',
    reason: 'too-long',
    free: 3,
  });
  expect(await text()).toBe('ab');
  await page.keyboard.press('Control+a');
  expect(await ask('insert', '四个字的')).toMatchObject({ result: 'ok' });
  expect(await text()).toBe('四个字的');
});

test('read-only and disabled editors are refused', async () => {
  for (const [attribute, reason] of [
    ['readonly', 'read-only'],
    ['disabled', 'disabled'],
    ['aria-readonly', 'read-only'],
  ] as const) {
    await page.reload();
    await page.waitForSelector('html[data-harness]');
    await mount('textarea');
    await page.locator('textarea').evaluate((field, name) => field.setAttribute(name, 'true'), attribute);
    expect(await ask('insert', '好')).toMatchObject({ result: 'unsupported', reason });
    expect(await text()).toBe('');
  }
});

test('an editor that drops what it is given is reported', async () => {
  await mount('textarea');
  await page.locator('textarea').evaluate((field: HTMLTextAreaElement) => {
    field.addEventListener('input', () => {
      field.value = field.value.slice(0, 3);
    });
  });
  expect(await ask('insert', '一二三四五')).toMatchObject({ result: 'truncated' });
});

test('an editor that reverts late is reported', async () => {
  await mount('textarea');
  await page.locator('textarea').evaluate((field: HTMLTextAreaElement) => {
    field.addEventListener('input', () => {
      setTimeout(() => {
        field.value = '';
      }, 60);
    });
  });
  expect(await ask('insert', '一二三')).toMatchObject({ result: 'missing' });
});

test('undoing or sending at once is not reported as a loss', async () => {
  await mount('textarea');
  const outcome = ask('insert', '一二三');
  await expect.poll(text).toBe('一二三');
  await page.keyboard.press('Control+z');
  expect(await outcome).toMatchObject({ result: 'ok' });
});

test('a controlled amount is replaced, committed on leaving, and nothing is pressed', async () => {
  await mount('amount');
  const fill = (value: string): Promise<Outcome> =>
    ask('fill', JSON.stringify({ selector: '#amount', text: value }));
  expect(await fill('12.5')).toMatchObject({ result: 'ok', value: '12.50' });
  expect(await fill('abc')).toMatchObject({ result: 'missing' });
  expect(await fill('9000')).toMatchObject({ result: 'changed', value: '999.00' });
  expect(await page.evaluate(() => (window as unknown as FixtureWindow).fixture.commits)).toEqual([
    '12.50',
    '999.00',
  ]);
  expect(await sent()).toBe(0);
});
