/** Every chart over FICTIONAL numbers, to be looked at and tested in a browser. `?show=dots`: that one alone. */
import '@mantine/core/styles.css';
import '../../../web/src/app/tokens.css';
import '../../../web/src/app/global.css';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { MemoryRouter, useLocation } from 'react-router';
import { Providers } from '../../../web/src/app/providers.tsx';
import { SHOWN } from './shown.tsx';

const root = document.getElementById('root');
if (root === null) throw new Error('the page has no element with the id "root"');
const only = new URLSearchParams(window.location.search).get('show');

/** Where a link has led. */
function Address(): ReactNode {
  const { pathname, search } = useLocation();
  return <output>{`${pathname}${search}`}</output>;
}

createRoot(root).render(
  <Providers>
    <MemoryRouter>
      <main style={{ display: 'grid', gap: 16, padding: 12, gridTemplateColumns: 'minmax(0, 1fr)' }}>
        <h1>Charts</h1>
        {Object.entries(SHOWN).map(([name, Shown]) => (only === null || only === name ? <Shown key={name} /> : null))}
        <Address />
      </main>
    </MemoryRouter>
  </Providers>,
);
