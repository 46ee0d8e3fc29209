import { Button } from '../../ui/Button.tsx';
import type { DockActions } from '../model.ts';

/** A text for the buyer, whole, as it would go into the editor. */
export const Draft = ({ text }: { text: string }) => <blockquote className="sb-draft">{text}</blockquote>;

/** The two ways of a drafted text: into the editor, where there is one, or onto the clipboard. Nothing is sent. */
export function DraftButtons({
  text,
  labels,
  hasEditor,
  actions,
}: {
  text: string;
  labels: { insert: string; copy: string };
  hasEditor: boolean;
  actions: Pick<DockActions, 'insertText' | 'copy'>;
}) {
  return (
    <>
      {hasEditor && (
        <Button icon="fill" keepFocus onPress={() => actions.insertText(text)}>
          {labels.insert}
        </Button>
      )}
      <Button icon="copy" kind={hasEditor ? 'quiet' : 'plain'} keepFocus onPress={() => actions.copy(text)}>
        {labels.copy}
      </Button>
    </>
  );
}
