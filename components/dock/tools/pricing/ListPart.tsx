import { useEffect, useState } from 'react';
import { formatFen } from '../../../../rules/money/money.ts';
import type { PriceSearch } from '../../../../storage/contracts/pricing.ts';
import { pricingTexts } from '../../../i18n/pricing-texts.ts';
import { useTexts } from '../../../i18n/use-texts.ts';
import { Button } from '../../../ui/Button.tsx';
import { useMinute } from '../../../ui/clock.tsx';
import { EmptyLine } from '../../../ui/Marks.tsx';
import { SearchBox } from '../../../ui/SearchBox.tsx';
import { ListDate } from '../../price/PriceSources.tsx';
import type { PartProps } from './part.ts';

/** The live stream's price list: looked up by code or name; a price goes into the field last clicked. */
export function ListPart({ model, actions }: PartProps) {
  const { language } = model;
  const t = useTexts(pricingTexts, language);
  const now = useMinute();
  const [query, setQuery] = useState('');
  const [found, setFound] = useState<{ query: string; answer: PriceSearch | undefined }>();
  const [done, setDone] = useState<string>();
  useEffect(() => {
    let current = true;
    void actions.searchPrices(query).then((answer) => {
      if (current) setFound({ query, answer });
    });
    return () => {
      current = false;
    };
  }, [query, actions]);
  const { answer } = found ?? {};
  if (found && !answer?.list) {
    return (
      <>
        <EmptyLine>{t.noList}</EmptyLine>
        <Button onPress={actions.openOptions}>{t.importList}</Button>
      </>
    );
  }
  return (
    <>
      <SearchBox label={t.searchList} query={query} onQuery={setQuery} />
      <ListDate list={answer?.list} language={language} now={now} />
      {found?.query === query && answer?.prices.length === 0 && (
        <EmptyLine>{t.nothingFound(query.trim())}</EmptyLine>
      )}
      <ul className="sb-formulas">
        {(answer?.prices ?? []).map(({ code, price, name }) => (
          <li key={code} data-done={done === code || undefined}>
            <p>
              <kbd className="sb-code">{code}</kbd>
              <span className="sb-muted sb-clip">{name}</span>
              <Button
                keepFocus
                title={t.put(formatFen(price))}
                onPress={() =>
                  void actions
                    .putNumber({ text: formatFen(price), way: `${t.livePrice} ${code}` })
                    .then((came) => setDone(came === 'failed' ? undefined : code))
                }
              >
                ¥{formatFen(price)}
              </Button>
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
