import { markStyle } from './mark-style.ts';

/** One thing a mark says in a few words. With an action it is a button. */
export interface MarkChip {
  text: string;
  /** `done` says what an agent did with the row. */
  level: 'info' | 'warn' | 'stop' | 'done';
  /** The reasons, as tooltip and accessible description. */
  title: string;
  action?: string;
}

export interface MarkContent {
  chips: MarkChip[];
  /** A paragraph under the chips, such as a drafted reply. */
  body?: string;
  actions?: { id: string; label: string; title?: string }[];
  /** Drawn fainter, for a row an agent is done with. */
  faint?: true;
}

function element(document: Document, tag: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  if (text) made.textContent = text;
  return made;
}

function button(document: Document, className: string, text: string, action: string): HTMLElement {
  const made = element(document, 'button', className, text);
  made.setAttribute('type', 'button');
  made.setAttribute('data-action', action);
  return made;
}

function drawChip(document: Document, chip: MarkChip): HTMLElement {
  const className = `chip ${chip.level}`;
  const made =
    chip.action === undefined
      ? element(document, 'span', className, chip.text)
      : button(document, className, chip.text, chip.action);
  if (chip.title) made.title = chip.title;
  return made;
}

/** Draws a mark's content into its shadow root. A button keeps the focus it had if it is still there. */
export function drawMark(
  document: Document,
  root: ShadowRoot,
  { chips, body, actions = [], faint }: MarkContent,
): void {
  const focused = root.activeElement?.getAttribute('data-action');
  let style = root.querySelector('style');
  if (!style) {
    style = document.createElement('style');
    style.textContent = markStyle();
  }
  const mark = element(document, 'div', faint ? 'mark faint' : 'mark');
  mark.setAttribute('role', 'group');
  mark.setAttribute('aria-label', '手边 Shoubian');
  const line = element(document, 'div', 'chips');
  line.append(...chips.map((chip) => drawChip(document, chip)));
  if (chips.length > 0) mark.append(line);
  if (body !== undefined) mark.append(element(document, 'p', 'body', body));
  if (actions.length > 0) {
    const row = element(document, 'div', 'actions');
    for (const { id, label, title } of actions) {
      const made = button(document, 'action', label, id);
      if (title !== undefined) made.title = title;
      row.append(made);
    }
    mark.append(row);
  }
  root.replaceChildren(style, mark);
  if (focused) {
    const again = [...root.querySelectorAll<HTMLElement>('button[data-action]')];
    again.find((one) => one.getAttribute('data-action') === focused)?.focus();
  }
}
