import './ui/tokens.css';
import './ui/base.css';
import './ui/fonts.css';
import { must } from '@talka/domain/kernel';
import { createRoot } from 'react-dom/client';
import { createApp } from './app/app.ts';
import { Root } from './app/root.tsx';
import { createTalkaRouter } from './app/router.tsx';

const app = await createApp(document.documentElement);
const router = createTalkaRouter(app);
const place = must(document.getElementById('root'), 'an element #root in index.html');
createRoot(place).render(<Root app={app} router={router} />);
