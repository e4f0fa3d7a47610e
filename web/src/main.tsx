/** Starts the dashboard. */
import '@mantine/core/styles.css';
import './app/tokens.css';
import './app/global.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { CLIENT, Providers } from './app/providers.tsx';
import { ROUTER } from './app/router.tsx';
import { keepEarly } from './lib/endpoints.ts';

/** How long the first drawing waits for an answer that is all but there, so that the page is drawn once. */
const LONGEST_MS = 150;

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no element with the id "root"');
await Promise.race([keepEarly(CLIENT), new Promise((resolve) => setTimeout(resolve, LONGEST_MS))]);
createRoot(root).render(
  <StrictMode>
    <Providers>
      <RouterProvider router={ROUTER} />
    </Providers>
  </StrictMode>,
);
