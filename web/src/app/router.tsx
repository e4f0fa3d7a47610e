/** The addresses of the dashboard. Analytics (it brings the chart library) and pages of rarer use are loaded when they are opened. */
import { createBrowserRouter } from 'react-router';
import { Layout } from './layout.tsx';
import { AboutPage } from './pages/about-page.tsx';
import { DeterminationPage } from './pages/determination-page.tsx';
import { BrokenPage, NotFoundPage } from './pages/error-pages.tsx';
import { SavedPage } from './pages/saved-page.tsx';
import { SearchPage } from './pages/search-page.tsx';
import { UnreadablePage } from './pages/unreadable-page.tsx';

export const ROUTER = createBrowserRouter([
  {
    Component: Layout,
    HydrateFallback: () => null,
    children: [
      {
        ErrorBoundary: BrokenPage,
        children: [
          { index: true, Component: SearchPage },
          { path: 'determinations/:id', Component: DeterminationPage },
          { path: 'analytics', lazy: async () => ({ Component: (await import('./pages/analytics-page.tsx')).AnalyticsPage }) },
          { path: 'explain', lazy: async () => ({ Component: (await import('./pages/explain-page.tsx')).ExplainPage }) },
          { path: 'similar', lazy: async () => ({ Component: (await import('./pages/similar-page.tsx')).SimilarPage }) },
          { path: 'saved', Component: SavedPage },
          {
            path: 'saved/collections/:id',
            lazy: async () => ({ Component: (await import('./pages/saved-parts.tsx')).CollectionPage }),
          },
          { path: 'saved/searches/:id', lazy: async () => ({ Component: (await import('./pages/saved-parts.tsx')).NewItemsPage }) },
          { path: 'about', Component: AboutPage },
          { path: 'unreadable', Component: UnreadablePage },
          { path: '*', Component: NotFoundPage },
        ],
      },
    ],
  },
]);
