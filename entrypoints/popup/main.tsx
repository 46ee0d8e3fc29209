import '../../storage/zod-jitless.ts';
import { createRoot } from 'react-dom/client';
import { popupCss } from '../../components/ui/styles.ts';
import { PopupApp } from './PopupApp.tsx';

const style = document.createElement('style');
style.textContent = popupCss;
document.head.append(style);

const root = document.getElementById('root');
if (root) createRoot(root).render(<PopupApp />);
