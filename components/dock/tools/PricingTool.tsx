import { useState } from 'react';
import { pricingTexts } from '../../i18n/pricing-texts.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { EmptyLine } from '../../ui/Marks.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { ChangePart } from './pricing/ChangePart.tsx';
import { CompensationPart } from './pricing/CompensationPart.tsx';
import { FormulaPart } from './pricing/FormulaPart.tsx';
import { ListPart } from './pricing/ListPart.tsx';
import type { ToolProps } from './tool-props.ts';

const parts = ['change', 'formula', 'list', 'compensation'] as const;

/** Prices worked out without any dialog (B10, B11, B13): a discount and its split, formulas, the live list, compensation. */
export function PricingTool({ model, actions, start }: ToolProps) {
  const t = useTexts(pricingTexts, model.language);
  const [part, setPart] = useState<(typeof parts)[number]>(
    start?.text === 'compensation' ? 'compensation' : 'change',
  );
  const { pricing } = model;
  if (!pricing) return <EmptyLine>{t.noFormula}</EmptyLine>;
  const orderKey = start?.orderKey;
  const props = { model, actions, pricing, ...(orderKey !== undefined && { orderKey }) };
  return (
    <div className="sb-pricing">
      <Segments
        label={t.part}
        options={parts.map((id) => ({ id, label: t.parts[id] }))}
        chosen={part}
        onChoose={setPart}
      />
      {part === 'change' && <ChangePart {...props} />}
      {part === 'formula' && <FormulaPart {...props} />}
      {part === 'list' && <ListPart {...props} />}
      {part === 'compensation' && <CompensationPart {...props} />}
    </div>
  );
}
