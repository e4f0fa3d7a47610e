/** The addresses of the dashboard. The search is at hand; any other page is loaded when it is opened. */
import { createBrowserRouter } from 'react-router';
import { Layout } from './layout.tsx';
import { BrokenPage, NotFoundPage } from './pages/error-pages.tsx';
import { SearchPage } from './pages/search-page.tsx';

export const ROUTER = createBrowserRouter([
  {
    Component: Layout,
    HydrateFallback: () => null,
    children: [
      {
        ErrorBoundary: BrokenPage,
        children: [
          { index: true, Component: SearchPage },
          {
            path: 'determinations/:id',
            lazy: async () => ({ Component: (await import('./pages/determination-page.tsx')).DeterminationPage }),
          },
          { path: 'analytics/*', lazy: async () => ({ Component: (await import('./pages/analytics-page.tsx')).AnalyticsPage }) },
          { path: 'explain', lazy: async () => ({ Component: (await import('./pages/explain-page.tsx')).ExplainPage }) },
          { path: 'similar', lazy: async () => ({ Component: (await import('./pages/similar-page.tsx')).SimilarPage }) },
          { path: 'saved', lazy: async () => ({ Component: (await import('./pages/saved-page.tsx')).SavedPage }) },
          {
            path: 'saved/collections/:id',
            lazy: async () => ({ Component: (await import('./pages/saved-parts.tsx')).CollectionPage }),
          },
          { path: 'saved/searches/:id', lazy: async () => ({ Component: (await import('./pages/saved-parts.tsx')).NewItemsPage }) },
          { path: 'about', lazy: async () => ({ Component: (await import('./pages/about-page.tsx')).AboutPage }) },
          { path: 'unreadable', lazy: async () => ({ Component: (await import('./pages/unreadable-page.tsx')).UnreadablePage }) },
          { path: '*', Component: NotFoundPage },
        ],
      },
    ],
  },
]);
