import { readFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.resolve(import.meta.dirname, '../../fixtures/invented-markets');

let opened = 0;

/** Puts one of the invented marketplaces' pages into the test's document, its scripts run. */
export function openMarket<Truth = Record<string, unknown>[]>(name: string): Truth {
  opened += 1;
  // A custom element can be defined once only.
  const html = readFileSync(path.join(folder, `${name}.html`), 'utf8').replaceAll(
    'zl-trade-grid',
    `zl-trade-grid-${'abcdefghijklmnopqrstuvwxyz'.charAt(opened % 26)}${'x'.repeat(opened / 26)}`,
  );
  const scripts = [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map((match) => match[1] ?? '');
  const inner = html
    .replace(/<script[\s\S]*?<\/script>/g, '')
    .replace(/<!doctype[^>]*>|<\/?(?:html|body|meta|title)[^>]*>/g, '');
  document.body.innerHTML = inner;
  const stock = readFileSync(path.join(folder, 'stock.js'), 'utf8');
  // The page's own code, as a browser would run it.
  new Function(stock)();
  const declared = globalThis as unknown as { stock: unknown };
  declared.stock = (window as unknown as { stock: unknown }).stock;
  for (const script of scripts) new Function(script)();
  const { truth } = window as unknown as { truth?: () => Truth };
  return truth?.() as Truth;
}

/** The innermost element whose own text holds these words, open shadow roots included. */
export function pointAt(words: string, root: ParentNode = document): Element {
  const found: Element[] = [];
  const visit = (node: ParentNode): void => {
    for (const element of node.querySelectorAll('*')) {
      if (element.shadowRoot) visit(element.shadowRoot);
      const own = [...element.childNodes]
        .filter((child) => child.nodeType === 3)
        .map((child) => child.nodeValue ?? '');
      if (!/^(?:SCRIPT|STYLE)$/.test(element.tagName) && own.join('').includes(words)) found.push(element);
    }
  };
  visit(root);
  const [first] = found;
  if (!first) throw new Error(`nothing shows ${words}`);
  return first;
}
