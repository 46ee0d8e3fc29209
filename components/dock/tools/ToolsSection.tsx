import { type ReactNode, useState } from 'react';
import { dockTexts } from '../../i18n/dock-texts.ts';
import { inLanguage, useTexts } from '../../i18n/use-texts.ts';
import { ShiftControl } from '../../shift/ShiftControl.tsx';
import { Segments } from '../../ui/Segments.tsx';
import type { DockActions, DockModel } from '../model.ts';
import { AddressTool } from './AddressTool.tsx';
import { GuideTool } from './GuideTool.tsx';
import { PricingTool } from './PricingTool.tsx';
import { ReturnsTool } from './ReturnsTool.tsx';
import { type ToolId, toolIds, toolNames } from './tool.ts';
import type { ToolProps } from './tool-props.ts';

/** Each tool's view; one that stands here is offered. */
const views: Partial<Record<ToolId, (props: ToolProps) => ReactNode>> = {
  address: AddressTool,
  guide: GuideTool,
  returns: ReturnsTool,
  pricing: PricingTool,
};

/** The tools of the dock, one at a time; whatever opened one last decides which. */
export function ToolsSection({ model, actions }: { model: DockModel; actions: DockActions }) {
  const t = useTexts(dockTexts, model.language);
  const { tool } = model;
  const [choice, setChoice] = useState<{ id: ToolId; turn: number }>();
  const turn = tool?.turn ?? 0;
  const offered = toolIds.filter((id) => views[id]);
  const id = choice?.turn === turn ? choice.id : (tool?.id ?? offered[0]);
  const View = id && views[id];
  return (
    <div className="sb-tools sb-scroll">
      {model.shift && actions.shift && (
        <ShiftControl shift={model.shift} language={model.language} actions={actions.shift} />
      )}
      <Segments
        label={t.tools}
        options={offered.map((one) => ({ id: one, label: inLanguage(toolNames[one], model.language) }))}
        chosen={id ?? 'address'}
        onChoose={(chosen) => setChoice({ id: chosen, turn })}
      />
      {View && (
        <View
          key={`${id}:${turn}`}
          model={model}
          actions={actions}
          {...(tool && tool.id === id && { start: tool })}
        />
      )}
    </div>
  );
}
