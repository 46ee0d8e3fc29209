import { readMoney } from '../../rules/money/money.ts';
import type { PriceEntry } from '../../storage/schemas/site-map.ts';
import type { PriceFact } from './facts.ts';
import { healthOf } from './health.ts';
import { locateFields } from './labelled-field.ts';
import { locateElement, locateElements } from './locate.ts';
import { createReadings, type EntryOf, type PageReader } from './page-reader.ts';
import { FieldReader, present, type Tally } from './read-field.ts';
import { type Scope, scopeOf } from './scope.ts';

interface PriceFields {
  orderId: string | undefined;
  current: number | undefined;
  lineTitle: string | undefined;
  lines: number[] | undefined;
  tally: Tally;
}

/** The prices fields hold, as value or placeholder; undefined as soon as one holds none. */
function pricesIn(inputs: readonly Element[]): number[] | undefined {
  const prices = inputs.map((input) =>
    input instanceof HTMLInputElement ? readMoney(input.value || input.placeholder) : undefined,
  );
  return prices.length > 0 && prices.every((fen) => fen !== undefined && fen >= 0)
    ? (prices as number[])
    : undefined;
}

/** A dialog that was closed may stay in the page, hidden. */
function isShown(element: Element): boolean {
  return typeof element.checkVisibility === 'function' ? element.checkVisibility() : true;
}

/**
 * Reads the price dialog (site-map.md, price). No dialog is no reading, never a breakage: it is closed most of the
 * time. `current` is the price before the agent, or we, typed: it stays as first read once its inputs were edited.
 */
export function createPriceReader({ map, entry, ctx }: EntryOf<PriceEntry>): PageReader & {
  /** An `input` event happened in this element. */
  edited(target: Node): void;
} {
  const reading = createReadings(map, entry);
  let root: Element | undefined;
  let before: PriceFields | undefined;
  let edited = false;

  const readFields = (scope: Scope): PriceFields => {
    const fields = new FieldReader(scope, ctx.now());
    return {
      orderId: fields.id('orderId', entry.fields?.orderId),
      current: fields.money('current', entry.fields?.current),
      lineTitle: fields.text('lineTitle', entry.fields?.lineTitle),
      lines: entry.mode === 'line-total' ? pricesIn(locateFields(entry.inputs.price, scope)) : undefined,
      tally: fields.tally,
    };
  };

  return {
    touch: (node) => root?.contains(node) ?? false,
    edited(target) {
      if (root?.contains(target)) edited = true;
    },
    read() {
      const shadows = ctx.hasShadows();
      const shown = locateElements(entry.root, scopeOf([ctx.document], shadows)).find(isShown);
      if (shown !== root) {
        root = shown;
        before = undefined;
        edited = false;
      }
      if (!root) return undefined;
      const scope = scopeOf([root], shadows);
      if (!before || !edited) before = readFields(scope);
      const price = locateFields(entry.inputs.price, scope);
      const tally: Tally = { ...before.tally, 'inputs.price': { seen: Math.min(price.length, 1), rows: 1 } };
      const broken = price.length === 0 ? ['inputs.price'] : [];
      const isBroken = broken.length > 0;
      const confirm = locateElement(entry.confirm, scope);
      const fact: PriceFact = {
        kind: 'price',
        ...present<Pick<PriceFact, 'orderId' | 'current' | 'lineTitle' | 'lines'>>(
          isBroken
            ? { orderId: undefined, current: undefined, lineTitle: undefined, lines: undefined }
            : {
                orderId: before.orderId,
                current: before.current,
                lineTitle: before.lineTitle,
                lines: before.lines,
              },
        ),
        mode: entry.mode ?? 'total',
        inputs: {
          price,
          ...present<{ freight: Element; freeFreight: Element }>({
            freight: isBroken ? undefined : locateFields(entry.inputs.freight, scope)[0],
            freeFreight: isBroken ? undefined : locateFields(entry.inputs.freeFreight, scope)[0],
          }),
        },
        ...(confirm && { confirm }),
        root,
        mark: locateElement(entry.mark, scope) ?? root,
      };
      return reading(fact, healthOf('price', 1, tally, broken));
    },
  };
}
