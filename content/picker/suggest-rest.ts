import { locateFields } from '../site-map/labelled-field.ts';
import { queryAll, scopeOf } from '../site-map/scope.ts';
import { anchorsOf } from './anchor.ts';
import { conversationGuide, messagesGuide } from './chat-guides.ts';
import { identityOf, suggestBuyer, suggestConversation, suggestSend } from './chat-suggest.ts';
import { draftOf, previewOf } from './draft-of.ts';
import { guides, specOf } from './field-guide.ts';
import { fieldReadings, type RowScopes, shortText } from './field-locator.ts';
import { linesGuide } from './list-guides.ts';
import { uniqueLocator } from './page-locator.ts';
import { rowLevels, rowScopes } from './rows.ts';
import { deriveActive } from './sides.ts';
import { lineScopes, suggestFields, suggestLines } from './suggest.ts';
import { holds, keep, offer, shadowsOf, type Work } from './work.ts';

/** Once the rows are known: everything the page itself tells of the other fields. Offered, never taken. */
export function suggestRest(work: Work): void {
  if (work.kind === 'chat') {
    suggestChat(work);
    return;
  }
  const { kind, rows } = work;
  if (!kind || !rows) return;
  offer(
    work,
    suggestFields(
      guides[kind].filter(({ name }) => !name.startsWith('lines.')),
      rows,
      work.now(),
    ),
  );
  if (kind === 'price') suggestInputs(work);
  const line = kind === 'orders' ? suggestLines(rows) : undefined;
  if (line) takeLine(work, line.item, rows);
}

/** The other fields of a price dialog by their labels, and the button that confirms, so that it is never covered. */
function suggestInputs(work: Work): void {
  const { root } = work;
  if (!root) return;
  const scope = scopeOf([root.element], shadowsOf(work));
  for (const spec of guides.price) {
    if (spec.type !== 'element' || work.picked.has(spec.name)) continue;
    const labelled = spec.labels.flatMap((label) => locateFields({ label }, scope))[0];
    const button =
      spec.name === 'confirm'
        ? queryAll(scope, 'button, [role=button], a, span').find((one) =>
            /^(?:确\s*[定认]|提\s*交|保\s*存)/.test(shortText(one)),
          )
        : undefined;
    const element = labelled ?? button;
    const found = element && uniqueLocator(element, scope);
    if (!element || !found) continue;
    const reading = {
      ...found,
      value: shortText(element) || `<${element.localName}>`,
      seen: 1,
      distinct: 1,
      rows: 1,
    };
    keep(work, spec.name, [reading], element, 'suggested', 'sure');
  }
}

function suggestChat(work: Work): void {
  const { conversations, messages, home } = work;
  const now = work.now();
  const shadows = shadowsOf(work);
  if (conversations) {
    offer(work, suggestFields(conversationGuide, conversations.rows, now));
    offer(work, suggestConversation(conversations.rows, now));
    const spec = specOf('chat', 'conversations.id');
    const identity = spec && identityOf(conversations.level.items, spec, conversations.rows, now);
    if (identity) keep(work, 'conversations.id', [identity], conversations.level.sample, 'suggested', 'sure');
    work.active = deriveActive(conversations.level.items);
    const named =
      conversations.level.items.length > 0 && draftOf(work, true)
        ? previewOf(work)?.fields['conversations.name']
        : undefined;
    const names = (named?.values ?? []).filter((name) => name !== undefined);
    const header = suggestBuyer(
      home,
      names,
      [...conversations.level.items, ...(messages?.items ?? [])],
      shadows,
    );
    if (header) keep(work, 'buyer', [header.reading], header.element, 'suggested', 'sure');
  }
  if (messages) {
    const scopes = rowScopes(messages.items, messages.buyer, undefined, shadows);
    offer(
      work,
      suggestFields(
        messagesGuide.filter(({ name }) => name === 'messages.time'),
        scopes,
        now,
      ),
    );
    const spec = specOf('chat', 'messages.id');
    const identity = spec && identityOf(messages.items, spec, scopes, now);
    if (identity) keep(work, 'messages.id', [identity], messages.buyer, 'suggested', 'sure');
  }
  const editor = work.picked.get('editor')?.element;
  const send = editor && suggestSend(editor, shadows);
  if (send) keep(work, 'send', [send.reading], send.element, 'suggested', 'sure');
}

/** The level around a goods title that repeats inside an order. */
export function lineAround(work: Work, element: Element, order: RowScopes): Element | undefined {
  const inner = rowLevels(element, { shadows: shadowsOf(work), numbered: false }).levels.filter(
    ({ sample }) => order.sample.elements.some((top) => top !== sample && holds(top, sample)),
  );
  return inner.at(-1)?.sample;
}

/** The goods lines of an order, from one of them; what they show is offered with it. */
export function takeLine(work: Work, item: Element, orders: RowScopes): void {
  const now = work.now();
  const { levels } = rowLevels(item, { shadows: shadowsOf(work), numbered: false });
  const heads = new Set<Node>(work.list?.level.group ? work.list.level.items : []);
  const [headCss] = work.list?.level.locator ?? [];
  const candidates = [
    ...(levels.find((one) => one.items.includes(item))?.locator ?? []).flatMap(({ css }) => css ?? []),
    ...anchorsOf(item).map(({ css }) => css),
    // A goods row that nothing tells from the order's own head but what tells the head.
    ...(headCss?.css && !/[\s>]/.test(headCss.css) ? [`${item.localName}:not(${headCss.css})`] : []),
  ];
  const css = candidates.find((one) => {
    const found = orders.scopes.flatMap((scope) => queryAll(scope, one));
    return found.includes(item) && !found.some((element) => heads.has(element));
  });
  if (css === undefined) return;
  work.lines = { item, css, rows: lineScopes(css, orders, item) };
  offer(work, suggestFields(linesGuide, work.lines.rows, now));
  const spec = specOf('orders', 'lines.title');
  if (!spec || work.picked.has('lines.title')) return;
  const title = queryAll(work.lines.rows.sample, '*').find(
    (one) => one.children.length === 0 && /\p{L}{2}/u.test(shortText(one)),
  );
  const readings = title ? fieldReadings(title, spec, work.lines.rows, now) : [];
  if (title && readings[0]) keep(work, 'lines.title', readings, title, 'suggested', 'likely');
}
