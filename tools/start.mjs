// `npm start`: builds, then opens Chromium with the extension and the practice back office. Without a display, or
// with `-- --tour`, runs the guided tour headless instead. Installing and finding browsers is prestart's work.
import { buildSandbox } from '../sandbox/build.mjs';
import { launchWithExtension, places } from '../sandbox/launch.mjs';
import { practicePages } from '../sandbox/serve.mjs';
import { runTour } from '../sandbox/tour/run-tour.mjs';
import { buildE2e } from './build-e2e.mjs';

const hasDisplay =
  process.platform === 'darwin' ||
  process.platform === 'win32' ||
  Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
const tour = process.argv.includes('--tour') || !hasDisplay;

console.log('构建扩展和练习后台… / building the extension and the practice back office');
await buildE2e(['chrome']);
await buildSandbox({ outDir: places.sandbox });

if (tour) {
  if (!hasDisplay && !process.argv.includes('--tour')) {
    console.log('没有显示器，改为无界面的导览 / no display: running the guided tour headless\n');
  }
  process.exitCode = (await runTour()) ? 0 : 1;
} else {
  const { context, extensionUrl } = await launchWithExtension({ headless: false, viewport: null });
  const live = (url) => {
    const address = new URL(url);
    address.searchParams.set('live', '1');
    return address.href;
  };
  for (const { url } of practicePages) {
    const page = await context.newPage();
    await page.goto(live(url));
  }
  const options = await context.newPage();
  await options.goto(extensionUrl('options.html'));
  const [first] = context.pages();
  await first?.close();
  await context.pages()[0]?.bringToFront();
  console.log('已打开练习后台。试试：在聊天输入框里按 Alt+Q，输入 fhsj，回车。关掉浏览器即结束。');
  await new Promise((resolve) => context.once('close', resolve));
}
