import { isOwnNode } from '../own-nodes.ts';
import { BLANK, type NameBlanker } from './blank-name.ts';
import { blankText, type Keep, shapeText } from './blank-text.ts';

/** How a piece of a page is drawn without what it says. */
export interface SkeletonOptions {
  names: NameBlanker;
  known: ReadonlySet<string>;
  /** Which known words may stay in this element's own text. */
  keep(element: Element): Keep;
  /** Levels below the first element. */
  depth: number;
  /** Characters; what goes beyond is cut with a line that says so. */
  budget: number;
}

const silent = new Set(['SCRIPT', 'STYLE', 'LINK', 'META', 'TEMPLATE', 'NOSCRIPT', 'HEAD']);
/** Drawn as one word: what is in them is a picture, or another page. */
const closed = new Set(['SVG', 'CANVAS', 'VIDEO', 'AUDIO', 'IFRAME', 'OBJECT', 'SELECT', 'PICTURE']);
/** Made for tests and tools: their values are named by people who build pages. */
const purposeAttributes = new Set([
  'data-testid',
  'data-test-id',
  'data-test',
  'data-qa-id',
  'data-qa',
  'data-e2e',
  'data-tid',
  'data-field',
  'data-name',
  'data-type',
  'data-role',
  'prop',
  'role',
  'type',
  'name',
  'scope',
  'contenteditable',
]);
/** Only said to be there: they hold addresses, pictures, hints and what people typed. */
const namedOnly =
  /^(?:href|src|srcset|title|alt|placeholder|value|content|style|on.*|data-clipboard.*|aria-label|action)$/;
/** Marks of frameworks, different in every build. */
const noise = /^(?:data-v-|_ng|ng-|data-reactid|data-react-|data-spm|class$|id$|xmlns|width$|height$|d$)/;
/** Neighbours that differ in the length of their texts alone are drawn once. */
const LENGTHS = /×\d+/g;
const MOST_CLASSES = 6;
const MOST_ATTRIBUTES = 8;

function attributesOf(element: Element, names: NameBlanker): string {
  const shown = [...element.attributes].filter(({ name }) => !noise.test(name)).slice(0, MOST_ATTRIBUTES);
  return shown
    .map(({ name, value }) => {
      if (purposeAttributes.has(name)) return value === '' ? `[${name}]` : `[${name}=${names.blank(value)}]`;
      const shownName = names.blank(name);
      if (namedOnly.test(name) || value === '') return `[${shownName}]`;
      return `[${shownName}=${shapeText(value)}]`;
    })
    .join('');
}

/** `div#t-chat-scroll.card.~[data-testid=order]` */
export function nameOf(element: Element, names: NameBlanker): string {
  const tag = element.localName;
  const shownTag = /^[a-z][a-z0-9]{0,9}$/.test(tag) ? tag : names.blank(tag);
  const id = element.getAttribute('id');
  const classes = [...element.classList].slice(0, MOST_CLASSES).map((token) => `.${names.blankClass(token)}`);
  const shownClasses = classes.filter((one, i) => one !== `.${BLANK}` || classes.indexOf(one) === i).join('');
  return `${shownTag}${id ? `#${names.blank(id)}` : ''}${shownClasses}${attributesOf(element, names)}`;
}

/** Children as a reader of the page meets them: those of an open shadow root first. */
function childrenOf(element: Element): Node[] {
  const inside = element.shadowRoot ? [...element.shadowRoot.childNodes] : [];
  return [...inside, ...element.childNodes];
}

/**
 * The structure of an element, one line per element, indented by depth, neighbours that are alike drawn once with `×n`.
 * What goes beyond the depth or the budget is left out, and `…` stands in its place.
 */
export function skeletonOf(root: Element, options: SkeletonOptions): string {
  const { names, known } = options;
  let left = options.budget;

  const draw = (element: Element, level: number): string[] => {
    let head = nameOf(element, names);
    let at = element;
    // A chain of wrappers is one line.
    for (;;) {
      if (closed.has(at.tagName.toUpperCase())) return [head];
      if (at.shadowRoot) head += ' #shadow-root';
      const parts = childrenOf(at).filter(isDrawn);
      const [only] = parts;
      if (parts.length !== 1 || only?.nodeType !== 1) break;
      at = only as Element;
      head += ` > ${nameOf(at, names)}`;
    }
    const lines: string[] = [];
    const parts = childrenOf(at).filter(isDrawn);
    const onlyText = parts.length > 0 && parts.every((part) => part.nodeType === 3);
    if (onlyText) {
      const text = blankText(parts.map((part) => part.nodeValue ?? '').join(''), options.keep(at), known);
      return [`${head} "${text}"`];
    }
    left -= head.length + level + 1;
    if (parts.length > 0 && (level >= options.depth || left <= 0)) return [`${head} …`];
    let last = '';
    let times = 0;
    const flush = (): void => {
      if (times > 1) lines.push(` ×${times}`);
      times = 0;
    };
    for (const part of parts) {
      if (left <= 0) {
        flush();
        lines.push(' …');
        return [head, ...lines];
      }
      const drawn =
        part.nodeType === 3
          ? [`"${blankText(part.nodeValue ?? '', options.keep(at), known)}"`]
          : draw(part as Element, level + 1);
      const block = drawn.map((line) => ` ${line}`).join('\n');
      const like = block.replace(LENGTHS, '');
      if (like === last) {
        times += 1;
        continue;
      }
      flush();
      last = like;
      times = 1;
      left -= part.nodeType === 3 || drawn.length === 1 ? block.length : 0;
      lines.push(...block.split('\n'));
    }
    flush();
    return [head, ...lines];
  };
  return draw(root, 0).join('\n');
}

function isDrawn(node: Node): boolean {
  if (node.nodeType === 3) return (node.nodeValue ?? '').trim() !== '';
  return node.nodeType === 1 && !isOwnNode(node) && !silent.has((node as Element).tagName.toUpperCase());
}

/** From the body down to the parent of an element, for where a list stands in its page. */
export function pathTo(element: Element, names: NameBlanker): string {
  const steps: string[] = [];
  for (
    let at = element.parentElement;
    at && at !== element.ownerDocument.documentElement;
    at = at.parentElement
  ) {
    steps.unshift(nameOf(at, names));
  }
  return steps.join(' > ');
}
