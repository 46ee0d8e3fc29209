import type { DockActions } from '../../components/dock/model.ts';
import { chipActions } from './address-chips.ts';
import type { DeskSession } from './desk-session.ts';

/**
 * What a press on a mark in the page does, by the mark's key and the action's id.
 * @param actions of the dock, each done in the frame it concerns
 * @param here of this very page, where the mark stands
 */
export function markActions(
  session: Pick<DeskSession, 'addressChip' | 'draftOf'>,
  actions: Pick<DockActions, 'openTool' | 'redraftReview' | 'fillReview' | 'copy'>,
  here: Pick<DockActions, 'insertText'>,
): (key: string, action: string) => void {
  return (key, action) => {
    const chip = session.addressChip(key);
    if (chip && action === chipActions.tool) actions.openTool('address', { text: chip.text });
    // In the chat the chip stands in, whichever frame the dock speaks of.
    if (chip?.phrase !== undefined && action === chipActions.insert) here.insertText(chip.phrase);
    const draft = session.draftOf(key);
    if (action === 'again') actions.redraftReview(key);
    if (draft === undefined) return;
    if (action === 'fill') actions.fillReview(key, draft);
    if (action === 'copy') actions.copy(draft);
  };
}
