import { type LocalText, say } from '../../rules/language/local-text.ts';
import type { InsertOutcome } from './insert.ts';
import type { RefusalReason } from './refusal.ts';

const refusals: Record<RefusalReason, LocalText> = {
  'no-editor': say('没有找到输入框，话术没有放入', 'No input box was found; nothing was inserted'),
  disabled: say('输入框现在不能用，话术没有放入', 'The input box is disabled; nothing was inserted'),
  'read-only': say('输入框是只读的，话术没有放入', 'The input box is read-only; nothing was inserted'),
  'too-long': say(
    '超过输入框的字数上限，话术没有放入',
    'Longer than the input box allows; nothing was inserted',
  ),
  'no-focus': say('页面没有让出输入框，话术没有放入', 'The page kept the focus; nothing was inserted'),
  'no-safe-way': say(
    '这个输入框放不进多行文字，为免弄乱草稿，请手动复制',
    'This editor cannot take the text without harming the draft; please copy it by hand',
  ),
  stopped: say('页面已切换，话术没有放入', 'The page changed; nothing was inserted'),
};

/**
 * What to tell the agent after an insert; undefined when there is nothing to say (insertion.md §7: `ok` is silent
 * as long as Ctrl+Z works).
 */
export function outcomeText(outcome: InsertOutcome): LocalText | undefined {
  switch (outcome.result) {
    case 'ok':
      return landedText(outcome);
    case 'blank-lines-lost':
      return say(
        '已放入，但空行或换行丢了，发送前看一眼',
        'Inserted, but line breaks were lost; check before sending',
      );
    case 'truncated':
      return say('只放入了一部分，发送前核对', 'Only a part was inserted; check before sending');
    case 'duplicated':
      return say('话术出现了两次，发送前核对', 'The phrase was inserted twice; check before sending');
    case 'missing':
      return say('话术没有放入，请手动复制', 'The phrase did not land; please copy it by hand');
    case 'unsupported':
      return tooLong(outcome) ?? refusals[outcome.reason ?? 'no-safe-way'];
  }
}

function landedText({ undoable, replaced }: InsertOutcome): LocalText | undefined {
  if (replaced === false) {
    return say(
      '已放入，前面打的短码没有替换掉，发送前删一下',
      'Inserted, but the typed code still stands before it; remove it before sending',
    );
  }
  return undoable ? undefined : say('已放入，这个输入框不能用撤销', 'Inserted; undo is not available here');
}

function tooLong({ reason, free }: InsertOutcome): LocalText | undefined {
  if (reason !== 'too-long' || free === undefined) return undefined;
  return say(
    `输入框只剩 ${free} 个字的位置，话术没有放入`,
    `Only ${free} more characters fit; nothing was inserted`,
  );
}
