import { defineConfig } from 'wxt';
import { marketHosts } from './content/sites/hosts.ts';

const icons = { 16: 'icon/16.png', 32: 'icon/32.png', 48: 'icon/48.png', 128: 'icon/128.png' };

export default defineConfig({
  modules: ['@wxt-dev/module-react', '@wxt-dev/webextension-polyfill'],
  imports: false,
  // Firefox's default in WXT is MV2, which silently drops optional hosts (platform.md, decision 7).
  manifestVersion: 3,
  // WXT defines NODE_ENV of content scripts as the mode's name, so the e2e build would carry React's development
  // build, twice the size and slower than what is shipped; the tests must run what is shipped.
  vite: ({ mode }) =>
    mode === 'e2e'
      ? {
          plugins: [
            {
              name: 'production-react',
              config: () => ({ define: { 'process.env.NODE_ENV': '"production"' } }),
            },
          ],
        }
      : {},
  manifest: ({ browser, mode }) => ({
    name: '__MSG_extName__',
    description: '__MSG_extDescription__',
    default_locale: 'zh_CN',
    icons,
    action: { default_title: '__MSG_extName__', default_icon: icons },
    // `activeTab` shows the popup the address of the page it was opened over, so that it can ask for that host alone;
    // it warns of nothing at install and ends with the tab. `unlimitedStorage` warns of nothing either: a library of
    // 50,000 phrases and the copy taken before an import are more than the 10 MB local storage holds without it.
    // `offscreen` lets Chromium sound a tone and warns of nothing; Firefox's background page sounds by itself.
    permissions: [
      'storage',
      'alarms',
      'scripting',
      'notifications',
      'activeTab',
      'unlimitedStorage',
      ...(browser === 'firefox' ? [] : ['offscreen']),
    ],
    // Besides the built-in marketplaces any host may be asked for, one at a time, when an agent brings a map of their
    // own; nothing is granted at install.
    optional_host_permissions: [...marketHosts, '*://*/*'],
    incognito: 'not_allowed',
    // Within the browser; whoever chats in another program makes it global in the browser's own list of shortcuts
    // (Chromium suggests only Ctrl+Shift+digit for that).
    commands: {
      'open-phrase-pad': {
        suggested_key: { default: 'Alt+Shift+Q' },
        description: '__MSG_openPhrasePad__',
      },
    },
    // The test build grants itself every host, because a permission prompt cannot be answered headless.
    ...(mode === 'e2e' && { host_permissions: ['<all_urls>'] }),
    ...(browser !== 'firefox' && { minimum_chrome_version: '120' }),
    ...(browser === 'firefox' && {
      browser_specific_settings: {
        gecko: {
          id: 'shoubian@shoubian.example',
          strict_min_version: '140.0',
          data_collection_permissions: { required: ['none'] },
        },
      },
    }),
  }),
  zip: {
    includeSources: [
      'entrypoints/**',
      'components/**',
      'content/**',
      'storage/**',
      'rules/**',
      'public/**',
      'package.json',
      'package-lock.json',
      'tsconfig.json',
      'wxt.config.ts',
      'README.md',
    ],
  },
});
