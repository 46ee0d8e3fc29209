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

test.describe('palette', () => {
  const combobox = () => page.locator('shoubian-dock .palette-layer [role=combobox]');

  for (const id of ['textarea', 'contenteditable', 'closed-shadow', 'iframe']) {
    test(`Alt+Q, a search and Enter put a phrase at the caret of ${id}, and no Enter reaches the page`, async () => {
      await mount(id);
      await ask('desk', 'open');
      await page.keyboard.type('ab');
      await page.keyboard.press('ArrowLeft');
      await page.keyboard.press('Alt+q');
      await expect(combobox()).toBeFocused();
      await page.keyboard.type('问');
      await expect(page.locator('shoubian-dock .palette-layer [role=option]')).toHaveCount(1);
      await page.keyboard.press('Enter');
      await expect.poll(text).toBe(`a${phrase}b`);
      await expect(combobox()).toHaveCount(0);
      await page.keyboard.type('x');
      await expect.poll(text).toBe(`a${phrase}xb`);
      await page.keyboard.press('Backspace');
      await page.keyboard.press('Control+z');
      await page.keyboard.press('Control+z');
      await expect.poll(text).toBe('ab');
      expect(await sent()).toBe(0);
    });
  }

  test('a held Enter picks once and never repeats into the editor', async () => {
    await mount('textarea');
    await ask('desk', 'open');
    await page.keyboard.press('Alt+q');
    await expect(combobox()).toBeFocused();
    await page.keyboard.down('Enter');
    await page.keyboard.down('Enter');
    await page.keyboard.down('Enter');
    await page.keyboard.up('Enter');
    await expect.poll(text).toBe(phrase);
    expect(await sent()).toBe(0);
    // The next Enter is the agent's own again.
    await page.keyboard.press('Enter');
    expect(await sent()).toBe(2);
  });

  test('a digit picks, Esc gives the selection back, a missing value keeps it open', async () => {
    await mount('textarea');
    await ask('desk', 'open');
    await page.keyboard.type('abc');
    await page.keyboard.press('Shift+ArrowLeft');
    await page.keyboard.press('Alt+q');
    await expect(combobox()).toBeFocused();
    await page.keyboard.press('3');
    await expect(page.locator('shoubian-dock .palette-layer')).toContainText('{快递}');
    await page.keyboard.press('Escape');
    await expect(combobox()).toHaveCount(0);
    await page.keyboard.press('Alt+q');
    await expect(combobox()).toBeFocused();
    await page.keyboard.press('2');
    await expect.poll(text).toBe('ab48 小时内发出');
    expect(await sent()).toBe(0);
  });

  test('Enter of an input method picks nothing', async () => {
    await mount('textarea');
    await ask('desk', 'open');
    await page.keyboard.press('Alt+q');
    await expect(combobox()).toBeFocused();
    const cdp = await context.newCDPSession(page);
    await cdp.send('Input.imeSetComposition', { text: 'wen', selectionStart: 3, selectionEnd: 3 });
    await cdp.send('Input.dispatchKeyEvent', {
      type: 'rawKeyDown',
      key: 'Enter',
      code: 'Enter',
      windowsVirtualKeyCode: 229,
    });
    await expect(combobox()).toBeFocused();
    await cdp.send('Input.insertText', { text: '问' });
    await expect(page.locator('shoubian-dock .palette-layer [role=option]')).toHaveCount(1);
    await page.keyboard.press('Enter');
    await expect.poll(text).toBe(phrase);
    await cdp.detach();
  });

  test('stays on screen in every corner, and a page that pulls the focus back does not close it', async () => {
    await ask('desk', 'open');
    const { width, height } = page.viewportSize() ?? { width: 1280, height: 720 };
    for (const [left, top] of [
      [0, 0],
      [width - 60, 0],
      [0, height - 30],
      [width - 60, height - 30],
    ]) {
      await page.evaluate(
        ([x, y]) => {
          document.querySelector('main')?.remove();
          const home = document.body.appendChild(document.createElement('main'));
          const field = home.appendChild(document.createElement('textarea'));
          field.style.cssText = `position:fixed;left:${x}px;top:${y}px;width:60px;height:30px`;
          field.focus();
          field.addEventListener('blur', () => setTimeout(() => field.focus(), 0), { once: true });
        },
        [left, top] as const,
      );
      await page.keyboard.press('Alt+q');
      await expect(combobox()).toBeFocused();
      const box = await page.locator('shoubian-dock .palette-layer [role=dialog]').boundingBox();
      if (!box) throw new Error('the palette is not drawn');
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.y).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(width);
      expect(box.y + box.height).toBeLessThanOrEqual(height);
      await page.keyboard.press('Escape');
      await expect(combobox()).toHaveCount(0);
    }
  });
});

test.describe('dock', () => {
  const host = () => page.locator('shoubian-dock');
  const hostBox = async () => {
    const box = await host().evaluate((node) => {
      const { left, top, right, bottom } = node.getBoundingClientRect();
      return { left, top, right, bottom };
    });
    return box;
  };

  test('a click on a phrase leaves the focus in the editor and inserts at the caret', async () => {
    await mount('contenteditable');
    await ask('desk', 'open');
    await page.keyboard.type('ab');
    await page.keyboard.press('ArrowLeft');
    await page.locator('shoubian-dock').getByText('问候').click();
    await expect.poll(text).toBe(`a${phrase}b`);
    await page.keyboard.type('x');
    expect(await text()).toBe(`a${phrase}xb`);
  });

  test('is one element beside the body, closed to the page, and comes back when it is removed', async () => {
    await ask('desk', 'closed');
    await expect(host()).toHaveCount(1);
    const seen = await host().evaluate((node) => [node.parentElement?.tagName, node.shadowRoot]);
    expect(seen).toEqual(['HTML', null]);
    await host().evaluate((node) => node.remove());
    await expect(host()).toHaveCount(1);
    await page.evaluate(() => {
      const root = document.documentElement.cloneNode(true) as HTMLElement;
      root.querySelector('shoubian-dock')?.remove();
      document.replaceChild(root, document.documentElement);
    });
    await expect(host()).toHaveCount(1);
  });

  test('keys typed in it are not the page’s', async () => {
    await mount('textarea');
    await ask('desk', 'open');
    await page.evaluate(() => {
      const leak = (): void => document.documentElement.setAttribute('data-leaked', '');
      document.addEventListener('keydown', leak);
      document.addEventListener('keydown', leak, true);
      document.addEventListener('keyup', leak, true);
      document.addEventListener('input', leak);
    });
    const search = page.locator('shoubian-dock input').first();
    await search.click();
    await page.keyboard.type('fhsj');
    await expect(search).toHaveValue('fhsj');
    expect(await page.locator('html[data-leaked]').count()).toBe(0);
  });

  test('never covers the send button, even when it moves, nor the page’s scrollbar', async () => {
    await page.evaluate(() => {
      document.body.style.height = '5000px';
      const send = document.body.appendChild(document.createElement('button'));
      send.className = 'obstacle';
      send.textContent = '发送';
      send.style.cssText = 'position:fixed;right:20px;bottom:20px;width:80px;height:32px';
    });
    await ask('desk', 'open');
    const clear = () =>
      page.evaluate(() => {
        const dock = document.querySelector('shoubian-dock')?.getBoundingClientRect();
        const send = document.querySelector('.obstacle')?.getBoundingClientRect();
        if (!dock || !send) return false;
        const beside = dock.bottom <= send.top || dock.top >= send.bottom || dock.right <= send.left;
        return beside && dock.right <= document.documentElement.clientWidth && dock.width > 0;
      });
    await expect.poll(clear).toBe(true);
    await page.locator('.obstacle').evaluate((send) => {
      (send as HTMLElement).style.bottom = '400px';
    });
    await expect.poll(clear).toBe(true);
  });

  test('is dragged along the edge and moved by Alt+arrow, and the place is kept', async () => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await ask('desk', 'open');
    const before = await hostBox();
    const bar = await page.locator('shoubian-dock [data-drag-handle]').boundingBox();
    if (!bar) throw new Error('no bar to drag');
    await page.mouse.move(bar.x + 60, bar.y + 12);
    await page.mouse.down();
    await page.mouse.move(bar.x + 20, bar.y + 62, { steps: 4 });
    await page.mouse.up();
    const dragged = await hostBox();
    expect(dragged.top - before.top).toBe(50);
    expect(dragged.right).toBe(before.right);
    const collapse = page.locator('shoubian-dock').getByRole('button', { name: '收起', exact: true });
    await collapse.focus();
    await page.keyboard.press('Alt+ArrowUp');
    expect((await hostBox()).top).toBe(dragged.top - 24);
    const place = JSON.parse((await page.locator('html').getAttribute('data-place')) ?? '{}');
    expect(place).toEqual({ collapsed: false, top: expect.closeTo(158 / 264, 2) });
    await collapse.click();
    await expect(page.locator('shoubian-dock .sb-handle')).toBeVisible();
    const handle = await page.locator('shoubian-dock .sb-handle').boundingBox();
    expect((handle?.x ?? 0) + (handle?.width ?? 0)).toBe(1280);
    await page.setViewportSize({ width: 1280, height: 720 });
  });

  test('a script of the page cannot press its buttons or drag it', async () => {
    await mount('textarea');
    await ask('desk', 'open');
    const before = await hostBox();
    await page.evaluate(() => {
      const root = document.querySelector('shoubian-dock')?.shadowRoot;
      for (const button of root?.querySelectorAll('button') ?? []) button.click();
      const bar = root?.querySelector('[data-drag-handle]');
      const press = { bubbles: true, composed: true, pointerId: 1, button: 0 };
      bar?.dispatchEvent(new PointerEvent('pointerdown', { ...press, clientY: 100 }));
      bar?.dispatchEvent(new PointerEvent('pointermove', { ...press, clientY: 300 }));
      bar?.dispatchEvent(new PointerEvent('pointerup', { ...press, clientY: 300 }));
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { code: 'KeyQ', key: 'q', altKey: true, bubbles: true }),
      );
    });
    expect(await hostBox()).toEqual(before);
    expect(await text()).toBe('');
    await expect(page.locator('shoubian-dock .palette-layer [role=combobox]')).toHaveCount(0);
  });

  test('an orphaned script shows only the line to refresh, and stops', async () => {
    await mount('textarea');
    await ask('desk', 'open');
    await page.evaluate(() => document.dispatchEvent(new CustomEvent('shoubian-test-orphan')));
    await page.keyboard.press('Shift');
    await expect(page.locator('shoubian-dock').getByText('刷新本页后继续使用')).toBeVisible();
    await expect(page.locator('shoubian-dock').getByText('问候')).toHaveCount(0);
    expect(await page.locator('html[data-stopped]').count()).toBe(1);
  });
});
