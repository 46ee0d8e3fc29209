import { libraryTexts } from '../../components/i18n/library-texts.ts';
import type { LibraryActions } from '../../components/options/library/model.ts';
import type { OptionsNotice } from '../../components/options/model.ts';
import { type LocalText, say } from '../../rules/language/local-text.ts';
import { imageProblem } from '../../rules/phrases/image-file.ts';
import { toBase64 } from '../../storage/base64.ts';
import {
  moveGroup,
  orderLibrary,
  purgePhrases,
  renamePlace,
  trashPhrases,
} from '../../storage/contracts/library.ts';
import {
  compareBackup,
  libraryBackups,
  restoreBackup,
  undoLibrary,
} from '../../storage/contracts/library-history.ts';
import { keepImage, phraseImage } from '../../storage/contracts/phrase-images.ts';
import { sendRequest } from '../../storage/messages/send.ts';
import type { LibraryLook } from './use-library-look.ts';

export interface LibraryParts {
  look(patch: Partial<LibraryLook>): void;
  lookAgain(): void;
  run(work: Promise<unknown>, done?: () => void): void;
  tell(level: OptionsNotice['level'], text: LocalText, takeBack?: () => Promise<unknown>): void;
}

const takeBack = (): Promise<unknown> => sendRequest(undoLibrary, {});

export function libraryActions({ look, lookAgain, run, tell }: LibraryParts): LibraryActions {
  const turn = (redo: boolean): void =>
    run(
      sendRequest(undoLibrary, { redo }).then(({ step }) => {
        lookAgain();
        if (!step) return;
        const [zh, en] = (['zh-CN', 'en'] as const).map((language) =>
          libraryTexts[language].edits[step.kind](step.title, step.count),
        );
        tell('info', redo ? say(`已重做：${zh}`, `Redone: ${en}`) : say(`已撤销：${zh}`, `Undone: ${en}`));
      }),
    );
  return {
    trash: (ids, deleted) =>
      run(sendRequest(trashPhrases, { ids, deleted }), () =>
        tell(
          'info',
          deleted
            ? say(`${ids.length} 条移到了回收站`, `${ids.length} moved to the trash`)
            : say(`恢复了 ${ids.length} 条`, `${ids.length} brought back`),
          takeBack,
        ),
      ),
    purge: (ids) =>
      run(sendRequest(purgePhrases, ids ? { ids } : {}), () =>
        tell('info', say('已彻底删除', 'Deleted for good'), takeBack),
      ),
    moveGroup: (category, name, before) =>
      run(sendRequest(moveGroup, { category, name, before: before ?? null })),
    rename: (place, to) => run(sendRequest(renamePlace, { ...place, to })),
    order: (order) => run(sendRequest(orderLibrary, { order })),
    undo: () => turn(false),
    redo: () => turn(true),
    lookAtBackups: () => run(sendRequest(libraryBackups, {}).then(({ backups }) => look({ backups }))),
    compareBackup: (id) =>
      run(sendRequest(compareBackup, { id }).then((what) => look({ difference: { id, what } }))),
    restoreBackup: (id) =>
      run(
        sendRequest(restoreBackup, { id }).then(async ({ restored }) => {
          if (!restored) tell('stop', say('这份备份读不出来', 'This copy cannot be read'));
          else tell('info', say('已恢复备份', 'The copy is restored'), takeBack);
          look({ difference: { id, what: await sendRequest(compareBackup, { id }) } });
        }),
      ),
    async keepImage(file) {
      const bytes = new Uint8Array(await file.arrayBuffer());
      const problem = imageProblem(file.name, bytes);
      if (problem) return { problem };
      const kept = await sendRequest(keepImage, { name: file.name, base64: toBase64(bytes) });
      return kept.image
        ? { image: kept.image }
        : { problem: say(kept.problem ?? '图片没有保存', kept.problem ?? 'The image was not kept') };
    },
    imageUrl: (hash) =>
      sendRequest(phraseImage, { hash }).then(
        ({ type, base64 }) => `data:${type};base64,${base64}`,
        () => undefined,
      ),
  };
}
