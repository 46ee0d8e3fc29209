import '../../storage/zod-jitless.ts';
import { createRoot } from 'react-dom/client';
import { figuresCss } from '../../components/ui/styles.ts';
import { FiguresApp } from './FiguresApp.tsx';

const style = document.createElement('style');
style.textContent = figuresCss;
document.head.append(style);

const root = document.getElementById('root');
if (root) createRoot(root).render(<FiguresApp />);
