import { describe, expect, test } from 'vitest';
import {
  type PhraseRow,
  parsePhraseFile,
  readPhraseFile,
  type WritablePhrase,
  writePhraseFile,
} from '../../../rules/phrases/phrase-file.ts';
import type { PhraseConflict, PresentPhrase } from '../../../rules/phrases/phrase-import.ts';
import { applyPhraseImport, previewPhraseImport } from '../../../rules/phrases/phrase-import.ts';

const library: PresentPhrase[] = [
  { id: 'a', title: '问候', text: '亲，在的', code: 'wh', category: '接待', tags: ['A4'], pinned: true },
  { id: 'b', title: '发货', text: '今天\n发出', category: '发货' },
  { id: 'c', title: '发货', text: '明天发出', category: '发货' },
];

const file = (...phrases: unknown[]): unknown => ({ format: 'shoubian.phrases', version: 1, phrases });

const rows = (...phrases: Record<string, unknown>[]): PhraseRow[] => {
  const read = readPhraseFile(file(...phrases));
  if (!read.ok) throw new Error('the test file does not read');
  return read.phrases;
};

const counts = (incoming: PhraseRow[], existing = library) => {
  const { create, update, identical, conflict } = previewPhraseImport(incoming, existing);
  return [create.length, update.length, identical.length, conflict.length];
};

/** What saving drafts makes of a library: by id, nothing else. */
const save = (present: PresentPhrase[], drafts: ReturnType<typeof applyPhraseImport>): PresentPhrase[] => {
  const kept = new Map(present.map((phrase) => [phrase.id, phrase]));
  for (const [at, draft] of drafts.entries()) {
    const id = draft.id ?? `new-${at}`;
    kept.set(id, { ...draft, id });
  }
  return [...kept.values()];
};

describe('reading', () => {
  test('what is written is read back whole, and written again it is the same bytes', () => {
    const text = writePhraseFile(library);
    const read = parsePhraseFile(text);
    expect(read).toMatchObject({ ok: true, problems: [] });
    if (!read.ok) return;
    expect(read.phrases).toHaveLength(3);
    expect(read.phrases[0]).toEqual({ row: 1, ...library[0] });
    expect(writePhraseFile(read.phrases as unknown as WritablePhrase[])).toBe(text);
  });

  test('texts are kept exactly, only CRLF becomes LF', () => {
    const [row] = rows({ title: '一', text: '  亲\r\n\r\n😊 \n', category: '接待' });
    expect(row?.text).toBe('  亲\n\n😊 \n');
  });

  test('a byte order mark is read over', () => {
    expect(parsePhraseFile(`\uFEFF${writePhraseFile(library)}`).ok).toBe(true);
  });

  test('a phrase without title takes the beginning of its text, without category none', () => {
    expect(rows({ text: '\n亲，这是一条没有写标题的很长很长很长的话术内容' })).toEqual([
      {
        row: 1,
        title: '亲，这是一条没有写标题的很长很长很长的话',
        untitled: true,
        text: '\n亲，这是一条没有写标题的很长很长很长的话术内容',
      },
    ]);
  });

  test.each([
    ['{"format": "shoubian.site-map"}', 'format'],
    ['[]', 'format'],
    ['{"format": "shoubian.phrases", "version": 2, "phrases": []}', '版本是 2'],
    ['{"format": "shoubian.phrases", "version": 1}', 'phrases'],
  ])('%s is refused and the reason named', (text, reason) => {
    const read = parsePhraseFile(text);
    expect(read.ok).toBe(false);
    if (!read.ok) expect(read.errors[0]?.['zh-CN']).toContain(reason);
  });

  test('broken JSON is refused with its line where the engine tells it', () => {
    const read = parsePhraseFile('{\n  "format": "shoubian.phrases",\n  "version": x\n}');
    expect(read.ok).toBe(false);
    if (!read.ok) expect(read.errors[0]?.['zh-CN']).toContain('JSON');
  });

  test('bad rows are named with number and title, good rows are read', () => {
    const read = readPhraseFile(
      file(
        { title: '好', text: '亲' },
        { title: '空的', text: '  ' },
        7,
        { title: '类型', text: '亲', tags: 'A4' },
        { title: '太长', text: '亲'.repeat(20_001) },
        { title: '编码', text: '亲', code: 5 },
      ),
    );
    if (!read.ok) throw new Error('the file was refused');
    expect(read.phrases.map(({ row }) => row)).toEqual([1]);
    expect(read.problems.map((problem) => problem['zh-CN'])).toEqual([
      '第 2 条（空的）：缺少内容',
      '第 3 条：不是一条话术',
      '第 4 条（类型）：「标签」的类型不对',
      '第 5 条（太长）：「内容」有 20001 字，最多 20000 字',
      '第 6 条（编码）：「快捷编码」的类型不对',
    ]);
    expect(read.problems[0]?.en).toBe('Row 2 (空的): the text is missing');
  });
});

describe('preview', () => {
  test("importing one's own export changes nothing, also where titles repeat", () => {
    const read = parsePhraseFile(writePhraseFile(library));
    if (!read.ok) throw new Error('own file does not read');
    const preview = previewPhraseImport(read.phrases, library);
    expect(counts(read.phrases)).toEqual([0, 0, 3, 0]);
    expect(applyPhraseImport(preview, 'replace')).toEqual([]);
  });

  test('the same holds without ids and in another order', () => {
    const bare = rows(...library.map(({ id: _, ...rest }) => ({ ...rest })).reverse());
    expect(counts(bare)).toEqual([0, 0, 3, 0]);
  });

  test.each([
    ['code', { title: '别的', text: '别的', code: 'WH', category: '别的' }, 'a'],
    ['title and category', { title: '问候', text: '别的', category: '接待' }, 'a'],
    ['text but for spaces and width', { title: '别的', text: '明天 发出', category: '别的' }, undefined],
    ['text', { title: '别的', text: ' 明天发出 ', category: '别的' }, 'c'],
    ['id', { id: 'b', title: '别的', text: '别的', category: '别的' }, 'b'],
  ])('a row that agrees in %s but differs is a conflict', (_, row, id) => {
    const { conflict, create } = previewPhraseImport(rows(row), library);
    expect(conflict[0]?.existing.id).toBe(id);
    expect(create).toHaveLength(id ? 0 : 1);
  });

  test('the same title in another category is another phrase', () => {
    expect(counts(rows({ title: '问候', text: '您好', category: '售后' }))).toEqual([1, 0, 0, 0]);
  });

  test('a row that only adds a code, tags or the pin is an update', () => {
    const added = rows({
      title: '发货',
      text: '明天发出',
      category: '发货',
      code: 'fh',
      tags: ['A10'],
      pinned: true,
    });
    const preview = previewPhraseImport(added, library);
    expect(counts(added)).toEqual([0, 1, 0, 0]);
    expect(applyPhraseImport(preview)).toEqual([
      { id: 'c', title: '发货', text: '明天发出', category: '发货', code: 'fh', tags: ['A10'], pinned: true },
    ]);
  });

  test('a row that would take a tag away or change a code is a conflict', () => {
    const base = { title: '问候', text: '亲，在的', category: '接待' };
    expect(counts(rows({ ...base, code: 'wh2' }))).toEqual([0, 0, 0, 1]);
    expect(counts(rows({ ...base, tags: ['A5'] }))).toEqual([0, 0, 0, 1]);
    expect(counts(rows(base))).toEqual([0, 0, 1, 0]);
  });

  test('a row that repeats an earlier row of the file is not created twice', () => {
    const row = { title: '新的', text: '您好呀', category: '接待' };
    expect(counts(rows(row, row))).toEqual([1, 0, 1, 0]);
  });
});

describe('applying', () => {
  const incoming = rows(
    { title: '问候', text: '亲，您好', code: 'wh', category: '接待' },
    { title: '新的', text: '您好呀', category: '接待' },
  );
  const preview = previewPhraseImport(incoming, library);

  test('a conflict is skipped unless told otherwise', () => {
    expect(applyPhraseImport(preview)).toEqual([{ title: '新的', text: '您好呀', category: '接待' }]);
  });

  test('replace changes the present phrase and keeps what the file does not speak of', () => {
    expect(applyPhraseImport(preview, 'replace')).toContainEqual({
      id: 'a',
      title: '问候',
      text: '亲，您好',
      code: 'wh',
      category: '接待',
      tags: ['A4'],
      pinned: true,
    });
  });

  test('keep both makes a second phrase with a code of its own', () => {
    const drafts = applyPhraseImport(preview, 'keep-both');
    expect(drafts).toContainEqual({ title: '问候', text: '亲，您好', code: 'wh2', category: '接待' });
  });

  test('every conflict can be chosen alone', () => {
    const seen: PhraseConflict[] = [];
    applyPhraseImport(preview, (conflict) => {
      seen.push(conflict);
      return 'skip';
    });
    expect(seen.map(({ incoming: row }) => row.row)).toEqual([1]);
  });

  test.each(['skip', 'replace', 'keep-both'] as const)('with %s no phrase is lost', (choice) => {
    const after = save(library, applyPhraseImport(preview, choice));
    for (const { id } of library) expect(after.map((phrase) => phrase.id)).toContain(id);
  });

  test('importing the same file again after replacing changes nothing', () => {
    const after = save(library, applyPhraseImport(preview, 'replace'));
    expect(counts(incoming, after)).toEqual([0, 0, 2, 0]);
  });
});
