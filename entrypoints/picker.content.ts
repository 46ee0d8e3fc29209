import '../storage/zod-jitless.ts';
import { defineContentScript } from '#imports';
import { openPicker } from '../content/dock/picker-host.tsx';
import { lendPicker } from '../content/picker/lent-picker.ts';

/** The picker, brought into a frame when its desk asks: pages are opened all day and taught once a month. */
export default defineContentScript({
  registration: 'runtime',
  noScriptStartedPostMessage: true,
  main() {
    lendPicker(openPicker);
  },
});
