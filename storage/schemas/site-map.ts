import * as z from 'zod/mini';
import { isEverySite } from '../../rules/hosts/broad-host.ts';
import { type LocalText, say } from '../../rules/language/local-text.ts';
import { orderStatuses } from '../../rules/orders/order.ts';
import { platforms } from '../../rules/platform.ts';
import { explainSiteMapIssue } from './site-map-errors.ts';
import { css, filled, locatorSchema, regex } from './site-map-locator.ts';
import { explainRevision, REVISIONS } from './site-map-revision.ts';

export type { Locator, LocatorObject } from './site-map-locator.ts';

/**
 * The site-map document, version 1, revisions 0 to 2 (site-map.md; docs/site-maps.md). Every object is strict: a
 * key the contract does not know is an error, because a misspelt key would otherwise be a field that silently never
 * reads.
 */

const MAX_HOSTS = 50;
const MAX_PAGES = 50;

/** `https://*.example.com/*`. How much it may cover is judged where maps come in (site-map-check.ts). */
const matchPattern = /^(?:\*|https?):\/\/(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::\d+)?\/\S*$/i;

const optionalLocator = z.optional(locatorSchema);

/** One optional locator per name. */
const locators = <const Names extends readonly string[]>(names: Names) =>
  Object.fromEntries(names.map((name) => [name, optionalLocator])) as Record<
    Names[number],
    typeof optionalLocator
  >;

export const orderFieldNames = [
  'buyer',
  'buyerId',
  'receiver',
  'phone',
  'address',
  'amount',
  'freight',
  'status',
  'placedAt',
  'paidAt',
  'shipBy',
  'shippedAt',
  'memo',
  'flag',
  'courier',
  'trackingNo',
  'lastTrackAt',
  'lastTrackText',
] as const;
export const lineFieldNames = ['title', 'sku', 'code', 'quantity', 'price', 'refund'] as const;
export const reviewFieldNames = [
  'orderId',
  'buyer',
  'rating',
  'time',
  'append',
  'itemTitle',
  'sku',
  'reply',
] as const;
export const refundFieldNames = [
  'orderId',
  'buyer',
  'type',
  'reason',
  'amount',
  'status',
  'trackingNo',
  'returnTrackingNo',
  'time',
  'memo',
] as const;

const evidenceSchema = z.strictObject({
  level: z.enum(['high', 'medium', 'low', 'user']),
  seen: z
    .string()
    .check(z.regex(/^\d{4}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?$/, { error: 'date' })),
  note: z.optional(z.string()),
});

/** What every page entry may say. `evidence` is the entry's own where it differs from the document's. */
const entryFields = {
  when: z.optional(z.strictObject({ path: z.optional(regex), has: optionalLocator })),
  frames: z.optional(z.enum(['top', 'all'])),
  evidence: z.optional(evidenceSchema),
  mark: optionalLocator,
};

const orderRowFields = {
  item: locatorSchema,
  group: z.optional(z.enum(['element', 'until-next'])),
  fields: z.strictObject({ orderId: locatorSchema, ...locators(orderFieldNames) }),
  lines: z.optional(
    z.strictObject({ item: locatorSchema, fields: z.strictObject(locators(lineFieldNames)) }),
  ),
  statuses: z.optional(z.record(z.string(), z.enum(orderStatuses))),
};
const orderRowsSchema = z.strictObject({ ...orderRowFields, mark: optionalLocator });

const chatSchema = z.strictObject({
  kind: z.literal('chat'),
  ...entryFields,
  conversations: z.optional(
    z.strictObject({
      item: locatorSchema,
      ...locators(['id', 'name', 'preview', 'unread', 'waiting', 'time'] as const),
      active: z.optional(css),
    }),
  ),
  buyer: optionalLocator,
  buyerId: optionalLocator,
  account: optionalLocator,
  messages: z.strictObject({
    item: locatorSchema,
    ...locators(['root', 'id', 'text', 'time', 'image', 'nick'] as const),
    side: z.optional(
      z.strictObject({
        buyer: z.optional(css),
        agent: z.optional(css),
        bot: z.optional(css),
        system: z.optional(css),
      }),
    ),
  }),
  orders: z.optional(orderRowsSchema),
  items: z.optional(
    z.strictObject({ item: locatorSchema, ...locators(['title', 'sku', 'code', 'id'] as const) }),
  ),
  editor: locatorSchema,
  send: optionalLocator,
});

const ordersSchema = z.strictObject({
  kind: z.literal('orders'),
  ...entryFields,
  root: optionalLocator,
  ...orderRowFields,
  memoEditor: optionalLocator,
});

const reviewsSchema = z.strictObject({
  kind: z.literal('reviews'),
  ...entryFields,
  root: optionalLocator,
  item: locatorSchema,
  fields: z.strictObject({ text: locatorSchema, ...locators(reviewFieldNames) }),
  ratings: z.optional(z.record(z.string(), z.int().check(z.minimum(1), z.maximum(5)))),
  replyEditor: optionalLocator,
});

const priceSchema = z.strictObject({
  kind: z.literal('price'),
  ...entryFields,
  root: locatorSchema,
  fields: z.optional(z.strictObject(locators(['orderId', 'current', 'lineTitle'] as const))),
  mode: z.optional(z.enum(['total', 'line-delta', 'line-total'])),
  inputs: z.strictObject({ price: locatorSchema, freight: optionalLocator, freeFreight: optionalLocator }),
  confirm: optionalLocator,
});

const refundsSchema = z.strictObject({
  kind: z.literal('refunds'),
  ...entryFields,
  root: optionalLocator,
  item: locatorSchema,
  fields: z.strictObject(locators(refundFieldNames)),
});

const pageEntrySchema = z.discriminatedUnion('kind', [
  chatSchema,
  ordersSchema,
  reviewsSchema,
  priceSchema,
  refundsSchema,
]);

export const siteMapSchema = z.strictObject({
  format: z.literal('shoubian.site-map'),
  version: z.literal(1),
  revision: z.optional(z.literal(REVISIONS)),
  id: z.string().check(z.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, { error: 'id' }), z.maxLength(60)),
  name: z.strictObject({ 'zh-CN': filled, en: filled }),
  platform: z.enum(platforms),
  hosts: z
    .array(
      z.string().check(
        z.refine((host) => !isEverySite(host), { error: 'every-site', abort: true }),
        z.regex(matchPattern, { error: 'match-pattern' }),
      ),
    )
    .check(z.minLength(1), z.maxLength(MAX_HOSTS)),
  evidence: evidenceSchema,
  pages: z.array(pageEntrySchema).check(z.minLength(1), z.maxLength(MAX_PAGES)),
});

export type SiteMap = z.infer<typeof siteMapSchema>;
export type PageEntry = z.infer<typeof pageEntrySchema>;
export type ChatEntry = z.infer<typeof chatSchema>;
export type OrdersEntry = z.infer<typeof ordersSchema>;
export type OrderRows = z.infer<typeof orderRowsSchema>;
export type ReviewsEntry = z.infer<typeof reviewsSchema>;
export type PriceEntry = z.infer<typeof priceSchema>;
export type RefundsEntry = z.infer<typeof refundsSchema>;
export type Evidence = z.infer<typeof evidenceSchema>;

export type SiteMapResult = { ok: true; map: SiteMap } | { ok: false; errors: LocalText[] };

/**
 * Validates a parsed JSON value as a site map, version 1. Never throws: what is wrong comes back as one sentence
 * per fault, in both languages, each naming the place in the document (`pages[0].fields.orderId`).
 */
export function readSiteMap(json: unknown): SiteMapResult {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) {
    return {
      ok: false,
      errors: [
        say('这不是站点地图：应为一个 JSON 对象。', 'This is not a site map: a JSON object is expected.'),
      ],
    };
  }
  const { format, version, revision } = json as Record<string, unknown>;
  if (format !== 'shoubian.site-map') {
    return {
      ok: false,
      errors: [
        say(
          '这不是站点地图：format 应为 “shoubian.site-map”。',
          'This is not a site map: format should be "shoubian.site-map".',
        ),
      ],
    };
  }
  if (typeof version === 'number' && version > 1) {
    return {
      ok: false,
      errors: [
        say(
          `这份站点地图是第 ${version} 版，当前扩展只认识第 1 版，请先更新扩展。`,
          `This site map is version ${version}; this extension reads version 1. Update the extension first.`,
        ),
      ],
    };
  }
  const latest = Math.max(...REVISIONS);
  if (typeof revision === 'number' && revision > latest) {
    return {
      ok: false,
      errors: [
        say(
          `这份站点地图用的是第 ${revision} 次修订的写法，当前扩展只认识到第 ${latest} 次修订，请先更新扩展。`,
          `This site map was made for revision ${revision} of the format; this extension knows revisions up to ${latest}. Update the extension first.`,
        ),
      ],
    };
  }
  const result = siteMapSchema.safeParse(json);
  if (result.success) {
    const errors = explainRevision(result.data);
    return errors.length > 0 ? { ok: false, errors } : { ok: true, map: result.data };
  }
  return { ok: false, errors: result.error.issues.flatMap((issue) => explainSiteMapIssue(issue, json)) };
}
