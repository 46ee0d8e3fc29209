import '../../storage/zod-jitless.ts';
import { createRoot } from 'react-dom/client';
import { padCss } from '../../components/ui/styles.ts';
import { PhrasePadApp } from './PhrasePadApp.tsx';

const style = document.createElement('style');
style.textContent = padCss;
document.head.append(style);

const root = document.getElementById('root');
if (root) createRoot(root).render(<PhrasePadApp />);
