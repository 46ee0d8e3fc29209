import type { ParsedAddress } from '../../../../rules/address/parsed-address.ts';
import type { Language } from '../../../../rules/language/local-text.ts';
import { doubtful } from '../../../../rules/zones/index.ts';
import { addressTexts } from '../../../i18n/address-texts.ts';
import { useTexts } from '../../../i18n/use-texts.ts';

const order = [
  'province',
  'city',
  'district',
  'town',
  'detail',
  'name',
  'phone',
  'ext',
  'postcode',
  'code',
] as const;

/** Each part that was read, and from what where the text does not write it in full; masks are shown as they stand. */
export function ReadParts({ parsed, language }: { parsed: ParsedAddress; language: Language }) {
  const t = useTexts(addressTexts, language);
  const rows = order.flatMap((part) => {
    const value = parsed[part];
    if (value === undefined) return [];
    // A municipality is its own city; a district that is left open has no code of its own.
    if (part === 'city' && value === parsed.province) return [];
    const note = parsed.inferred.find((one) => one.part === part);
    return [{ part, value, note: note && t.how[note.how](note.from) }];
  });
  return (
    <section>
      <h3>{t.read}</h3>
      <dl className="sb-address-parts">
        {rows.map(({ part, value, note }) => (
          <div key={part}>
            <dt>{t.part[part]}</dt>
            <dd>
              {value}
              {note && <span className="sb-address-note">{note}</span>}
            </dd>
          </div>
        ))}
      </dl>
      {parsed.province !== undefined && parsed.confidence < doubtful && (
        <p className="sb-address-unsure">{t.unsure}</p>
      )}
    </section>
  );
}
