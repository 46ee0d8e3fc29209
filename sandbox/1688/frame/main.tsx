import { createRoot } from 'react-dom/client';
import type { PageTruth } from '../../page/page-truth.ts';
import { showRibbon } from '../../page/ribbon.ts';
import './frame.css';

// The chat itself stands in a frame of the same origin whose address names the core (markets.md §6).
const core = new URL('../def_cbu_web_im_core/index.html', location.href);
core.search = location.search;

/** The page around the chat. Only the frame is evidenced; the bar above it is ours. */
function Around() {
  return (
    <div className="im-around">
      <header className="im-bar">
        <b>1688</b>
        {['工作台', '商品', '交易', '营销', '客户', '数据'].map((word) => (
          <span key={word}>{word}</span>
        ))}
        <i />
        <span>手边练习批发行</span>
      </header>
      <iframe className="im-core" src={core.href} title="旺旺聊天" />
    </div>
  );
}

showRibbon('1688 旺旺网页版 · 聊天在 iframe 里 · 买家、订单均为虚构');
const home = document.getElementById('app');
if (home) createRoot(home).render(<Around />);

/** Nothing of the chat stands in this document; the frame's own `practice` tells what it shows. */
(window as unknown as { practice: { readonly now: number; reading(): PageTruth } }).practice = {
  get now() {
    return Number(new URLSearchParams(location.search).get('now') ?? Date.now());
  },
  reading: () => ({}),
};
