import '../../storage/zod-jitless.ts';
import { createRoot } from 'react-dom/client';
import { optionsCss } from '../../components/ui/styles.ts';
import { OptionsApp } from './OptionsApp.tsx';

const style = document.createElement('style');
style.textContent = optionsCss;
document.head.append(style);

const root = document.getElementById('root');
if (root) createRoot(root).render(<OptionsApp />);
