/** Whether a text has an empty line between its lines; several editors lose it in a plain paste. */
export function hasEmptyLine(text: string): boolean {
  return /\n\s*\n/.test(text);
}
