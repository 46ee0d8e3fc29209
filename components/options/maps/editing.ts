import type { Language } from '../../../rules/language/local-text.ts';
import type { PageKindName } from '../../../storage/health.ts';
import { fieldName } from '../../../storage/page-names.ts';
import type { OptionsMapTexts } from '../../i18n/options-map-texts.ts';
import type { DraftFault } from './check-draft.ts';
import type { Json, JsonPath } from './json-value.ts';

/** The draft as the form sees it. Every change goes through here, so form and JSON edit one document. */
export interface Editing {
  doc: Json;
  faults: readonly DraftFault[];
  language: Language;
  t: OptionsMapTexts;
  set(path: JsonPath, value: Json): void;
  remove(path: JsonPath): void;
  move(path: JsonPath, by: number): void;
  rename(path: JsonPath, from: string, to: string): void;
}

const sideNames = ['buyer', 'agent', 'bot', 'system'] as const;

/** A field in the agent's words; what agents have no single word for is put together here. */
export function slotName(kind: PageKindName, field: string, t: OptionsMapTexts, language: Language): string {
  const side = sideNames.find((name) => field === `messages.side.${name}`);
  if (side) return t.side(t.sides[side]);
  if (field === 'conversations.waiting') return t.waiting;
  return fieldName(kind, field)[language];
}
