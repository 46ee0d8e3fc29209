import type { DockActions, DockModel } from '../model.ts';
import type { OpenTool } from './tool.ts';

/** What every tool of the dock gets. */
export interface ToolProps {
  model: DockModel;
  actions: DockActions;
  /** What it was opened with; absent where the agent chose it by hand. */
  start?: Omit<OpenTool, 'id'>;
}
