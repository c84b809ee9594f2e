import '@fontsource-variable/inter/wght.css';
import { createRoot } from 'react-dom/client';
import { wire } from '../lib/client.ts';
import { App } from './app.tsx';
import { createAppRouter } from './routes.tsx';
import { createStyleCache } from './style-cache.ts';

/** The page's entry: the line to the core opens while the first screen is drawn. */
function start(): void {
  const root = document.getElementById('root');
  if (root === null) throw new Error('index.html has no element #root');
  wire.start();
  createRoot(root).render(<App router={createAppRouter()} styles={createStyleCache(document)} />);
}

start();
