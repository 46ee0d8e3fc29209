import type { KeyboardEvent } from 'react';

/**
 * True while an input method owns the keyboard: then Enter, digits and arrows are its own and never a command
 * (insertion.md §6). Safari sends the Enter that ends a composition after `compositionend`, with keyCode 229.
 */
export function imeOwns(event: KeyboardEvent): boolean {
  return event.nativeEvent.isComposing || event.keyCode === 229;
}
