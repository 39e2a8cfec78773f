import './ui/tokens.css';
import './ui/base.css';
import './ui/fonts.css';
import { must } from '@talka/domain/kernel';
import { createRoot } from 'react-dom/client';
import { createApp } from './app/app.ts';
import { preloadBoard } from './app/board-route.tsx';
import { registerWorker } from './app/pwa/worker.ts';
import { Root } from './app/root.tsx';
import { createTalkaRouter } from './app/router.tsx';
import { sendUnsentOnce } from './app/send-unsent.ts';

// Beside the question who we are, not after its answer.
if (location.pathname.startsWith('/b/')) preloadBoard();

const app = await createApp(document.documentElement);
const router = createTalkaRouter(app);
sendUnsentOnce(app);
const place = must(document.getElementById('root'), 'an element #root in index.html');
createRoot(place).render(<Root app={app} router={router} />);
// After the first screen: keeping the app for later must not slow this visit.
addEventListener('load', () => setTimeout(() => void registerWorker(), 1_000));
if (document.readyState === 'complete') void registerWorker();
