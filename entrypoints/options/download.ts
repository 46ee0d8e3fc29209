/** Saves a file on the agent's machine. Texts are written as UTF-8. */
export function downloadFile(
  fileName: string,
  parts: BlobPart[],
  type = 'application/json;charset=utf-8',
): void {
  const url = URL.createObjectURL(new Blob(parts, { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(url);
}

/** Saves a text as a file. */
export const downloadText = (fileName: string, text: string): void => downloadFile(fileName, [text]);
