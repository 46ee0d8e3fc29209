import { useEffect, useState } from 'react';
import { browser } from '#imports';

/** The page the popup was opened over. Its address is absent where the browser hides it from extensions. */
export interface ActiveTab {
  id: number;
  url?: string;
}

/** The tab in front; opening the popup is what lets us see its address (`activeTab`). */
export function useActiveTab(): ActiveTab | undefined {
  const [active, setActive] = useState<ActiveTab>();
  useEffect(() => {
    browser.tabs.query({ active: true, currentWindow: true }).then(
      ([tab]) => {
        if (tab?.id !== undefined) setActive({ id: tab.id, ...(tab.url !== undefined && { url: tab.url }) });
      },
      () => setActive(undefined),
    );
  }, []);
  return active;
}
