import { useState } from 'react';
import type { TableFinding } from '../../../rules/zones/check-table.ts';
import { courierTileTexts } from '../../i18n/courier-tile-texts.ts';
import { inLanguage, useTexts } from '../../i18n/use-texts.ts';
import { Button } from '../../ui/Button.tsx';
import { Line } from '../../ui/Marks.tsx';
import type { SectionProps } from '../model.ts';

const first = 4;

/** What the check of the table found, the gravest first; each leads to its rule. */
export function Findings({
  model,
  findings,
  onGo,
}: Pick<SectionProps, 'model'> & { findings: readonly TableFinding[]; onGo: (ruleId: string) => void }) {
  const words = useTexts(courierTileTexts, model.language);
  const [all, setAll] = useState(false);
  if (findings.length === 0) return <p className="sb-hint sb-findings-none">{words.noFindings}</p>;
  const gravity = { stop: 0, warn: 1, info: 2 };
  const sorted = findings.toSorted((one, other) => gravity[one.level] - gravity[other.level]);
  const shown = all ? sorted.slice(0, 200) : sorted.slice(0, first);
  return (
    <section className="sb-findings" data-findings="" aria-label={words.findings}>
      <p className="sb-hint">{words.findingCount(findings.length)}</p>
      {shown.map(({ level, text, rules }) => (
        <Line
          key={`${text.en} ${rules.join(' ')}`}
          tone={level}
          icon={level === 'info' ? 'eye' : 'alert'}
          actions={rules.slice(0, 2).map((id, at) => (
            <Button key={id} kind="quiet" onPress={() => onGo(id)}>
              {rules.length > 1 ? `${words.goToRule} ${at + 1}` : words.goToRule}
            </Button>
          ))}
        >
          {inLanguage(text, model.language)}
        </Line>
      ))}
      {sorted.length > shown.length && !all && (
        <Button kind="quiet" onPress={() => setAll(true)}>
          {words.moreFindings(sorted.length - shown.length)}
        </Button>
      )}
    </section>
  );
}
