/**
 * A plain text as the html that ProseMirror and CKEditor 5 read with its empty lines kept: one paragraph per
 * line (insertion.md §2, exceptions).
 */
export function paragraphsHtml(text: string): string {
  return text
    .split('\n')
    .map((line) => `<p>${line === '' ? '<br>' : escapeHtml(line)}</p>`)
    .join('');
}

function escapeHtml(line: string): string {
  return line.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll(' ', '&nbsp;');
}
