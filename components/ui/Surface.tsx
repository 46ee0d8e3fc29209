import type { ReactNode, SyntheticEvent } from 'react';
import type { Language } from '../../rules/language/local-text.ts';

const keepFromPage = (event: SyntheticEvent): void => event.stopPropagation();

/**
 * The outermost element of every view: resets what is inherited, sets language and theme, and keeps keys and
 * clipboard events from the page around a shadow root, whose hotkeys must not see what is typed in ours.
 */
export function Surface({
  language,
  theme = 'auto',
  className = '',
  children,
}: {
  language: Language;
  theme?: 'auto' | 'light' | 'dark' | undefined;
  className?: string;
  children: ReactNode;
}) {
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: nothing is offered here, events are only held back
    <div
      className={`sb-root ${className}`.trim()}
      lang={language}
      data-theme={theme === 'auto' ? undefined : theme}
      onKeyDown={keepFromPage}
      onKeyUp={keepFromPage}
      onKeyPress={keepFromPage}
      onPaste={keepFromPage}
      onCopy={keepFromPage}
      onCut={keepFromPage}
    >
      {children}
    </div>
  );
}
