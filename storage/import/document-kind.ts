import { type LocalText, say } from '../../rules/language/local-text.ts';
import { isHolidayFile } from './holiday-file.ts';
import { findJsonFault } from './json-fault.ts';

/** Every kind of file the product reads, by the `format` its JSON names (site-map.md, automation contract). */
export const documentFormats = {
  'shoubian.site-map': 'site-map',
  'shoubian.phrases': 'phrases',
  'shoubian.product-cards': 'product-cards',
  'shoubian.courier-table': 'courier-table',
  'shoubian.decisions': 'decisions',
  'shoubian.rule-pack': 'rule-pack',
  'shoubian.backup': 'backup',
} as const;

/** The version of every format so far. */
const DOCUMENT_VERSION = 1;

export type DocumentKind = (typeof documentFormats)[keyof typeof documentFormats] | 'holidays';

export const documentNames: Record<DocumentKind, LocalText> = {
  'site-map': say('页面地图', 'Site map'),
  phrases: say('话术', 'Phrases'),
  'product-cards': say('商品卡', 'Product cards'),
  'courier-table': say('快递表', 'Courier table'),
  decisions: say('处理步骤', 'Decision tables'),
  'rule-pack': say('店铺规则', 'Rule pack'),
  backup: say('备份', 'Backup'),
  holidays: say('节假日表', 'Holiday table'),
};

export type Recognised =
  | { ok: true; kind: DocumentKind; json: Record<string, unknown> }
  | { ok: false; errors: LocalText[] };

/** Tells what a file is from its own words; a file that is none of ours changes nothing. */
export function recogniseDocument(text: string): Recognised {
  let json: unknown;
  try {
    // A byte order mark is what some editors put in front; JSON does not know it.
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { ok: false, errors: [findJsonFault(text).text] };
  }
  if (isHolidayFile(json)) return { ok: true, kind: 'holidays', json: json as Record<string, unknown> };
  const format = (json as { format?: unknown } | null)?.format;
  const kind =
    typeof format === 'string' && Object.hasOwn(documentFormats, format)
      ? documentFormats[format as keyof typeof documentFormats]
      : undefined;
  if (!kind) {
    const known = Object.keys(documentFormats).join('、');
    return {
      ok: false,
      errors: [
        say(
          `认不出这是什么文件：里面的 format 应是 ${known} 之一`,
          `This kind of file is not known: format should be one of ${known}`,
        ),
      ],
    };
  }
  const { version } = json as { version?: unknown };
  if (typeof version === 'number' && version > DOCUMENT_VERSION) {
    const name = documentNames[kind];
    return {
      ok: false,
      errors: [
        say(
          `这份${name['zh-CN']}是第 ${version} 版，当前扩展只认识第 ${DOCUMENT_VERSION} 版，请先更新扩展`,
          `This file (${name.en}) is version ${version}; this extension reads version ${DOCUMENT_VERSION}. Update it first`,
        ),
      ],
    };
  }
  return { ok: true, kind, json: json as Record<string, unknown> };
}
