import * as z from 'zod/mini';
import { chatPlaceSchema } from '../schemas/queue.ts';
import { defineNotice } from './contract.ts';

/**
 * Background → the top frame of the tab that was brought forward for a buyer (`queue.focus`): open this conversation,
 * where the page lets us, else show where it is. The desk passes it on to the frame the chat stands in.
 */
export const openChat = defineNotice({
  name: 'queue.open-chat',
  input: z.object({ chat: chatPlaceSchema }),
});
