import { expect, type Locator, type Page } from '@playwright/test';
import { dock, openTab, practice } from '../../../sandbox/tour/desk-driver.mjs';

/** One practice chat, and how an agent works in it. */
export interface ChatPage {
  name: string;
  url: string;
  /** Rows of the conversation list; the agent clicks one. */
  row: string;
  editor: string;
  send: string;
  /** The box that scrolls the messages. */
  list: string;
  origin: string;
}

export const pdd: ChatPage = {
  name: 'PDD, Vue 2 textarea',
  url: 'https://mms.pinduoduo.com/chat-merchant/index.html#/',
  row: '.chat-item-box',
  editor: 'textarea#replyTextarea',
  send: '.send-btn',
  list: '.history-box',
  origin: 'https://mms.pinduoduo.com',
};

export const jdChat: ChatPage = {
  name: 'JD, pell contenteditable',
  url: 'https://dongdong.jd.com/',
  row: '.alluser-item',
  editor: '.EditorContent',
  send: '.send-button',
  list: '#t-chat-scroll .c-wrap',
  origin: 'https://dongdong.jd.com',
};

export const xianyu: ChatPage = {
  name: 'Xianyu, antd textarea',
  url: 'https://www.goofish.com/im',
  row: 'div[class*="conversation-item--"]',
  editor: 'textarea.ant-input',
  send: '[class*="sendbox-bottom--"] button',
  list: '[class*="message-list-reverse--"]',
  origin: 'https://www.goofish.com',
};

/** The page inside 1688's frame, opened by itself. */
export const alibaba: ChatPage = {
  name: '1688, contenteditable pre',
  url: 'https://air.1688.com/app/ocms-fusion-components-1688/def_cbu_web_im_core/index.html',
  row: '.conversation-item',
  editor: 'pre.edit',
  send: '.send-btn',
  list: '.ww_message',
  origin: 'https://air.1688.com',
};

export const kuaishou: ChatPage = {
  name: 'Kuaishou, Quill 2',
  url: 'https://im.kwaixiaodian.com/workbench',
  row: '.SessionBaseCard',
  editor: '.ql-editor',
  send: 'button.ant-btn-primary',
  list: '[class*="LayoutDefaultWrapper_msgMain"]',
  origin: 'https://im.kwaixiaodian.com',
};

export const doudian: ChatPage = {
  name: '飞鸽, React textarea',
  url: 'https://im.jinritemai.com/pc_seller_v2/main/workspace',
  row: '[data-qa-id="qa-conversation-chat-item"]',
  editor: '[data-qa-id="qa-send-message-textarea"]',
  send: '[data-qa-id="qa-send-message-button"]',
  list: '.messageList',
  origin: 'https://im.jinritemai.com',
};

export const chatPages: readonly ChatPage[] = [pdd, jdChat, xianyu];

/** Opens the chat and its first conversation, by the agent's click, and puts the caret into the editor. */
export async function openChat(page: Page, chat: ChatPage, url = chat.url): Promise<Locator> {
  await page.goto(url);
  await page.locator(chat.row).first().click();
  const editor = page.locator(chat.editor);
  await editor.click();
  // The dock offers phrases once the desk has read the page and found the editor.
  await dock(page).getByRole('tab', { name: '话术' }).waitFor();
  return editor;
}

/** What stands in the editor; line breaks of a contenteditable as plain ones. */
export function written(editor: Locator): Promise<string> {
  return editor.evaluate((element) => {
    if ('value' in element) return String(element.value);
    // biome-ignore lint/performance/useDomNodeTextContent: the lines as drawn are what is asked for
    return (element as HTMLElement).innerText.replace(/\n$/, '');
  });
}

/** What the page's own model holds; Xianyu keeps it to itself, there only its send button can tell. */
export async function model(page: Page, chat: ChatPage): Promise<string | undefined> {
  return chat === xianyu ? undefined : practice<string>(page, 'practice.draft');
}

/** Editor, and the page's own model where it can be asked, come to hold exactly this. */
export async function expectDraft(page: Page, chat: ChatPage, text: string): Promise<void> {
  const editor = page.locator(chat.editor);
  await expect.poll(() => written(editor)).toBe(text);
  if (chat !== xianyu) await expect.poll(() => model(page, chat)).toBe(text);
}

/** What the agent sent since the page was opened, oldest first. */
export async function sentTexts(page: Page): Promise<string[]> {
  return practice<string[]>(page, 'practice.sent.map((message) => message.text)');
}

/** Shows the phrases in the dock and finds one by its exact title. */
export async function phraseRow(page: Page, title: string): Promise<Locator> {
  await openTab(page, '话术');
  return dock(page)
    .getByRole('listbox', { name: '话术列表' })
    .getByRole('option')
    .filter({ has: page.getByText(title, { exact: true }) });
}
