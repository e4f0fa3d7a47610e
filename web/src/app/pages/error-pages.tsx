/** Pages for an address that leads nowhere, and for a page that broke. */
import { Link, useLocation, useRouteError } from 'react-router';
import { EmptyState, ErrorState } from '../../components/states.tsx';

export function NotFoundPage() {
  const { pathname } = useLocation();
  return (
    <EmptyState title="There is no page at this address" order={1}>
      <title>No such page — IMR Index</title>
      <p>
        <code>{pathname}</code>
      </p>
      <p>
        Check the address, or go to <Link to="/">Search</Link>, <Link to="/analytics">Analytics</Link> or <Link to="/saved">Saved</Link>.
      </p>
    </EmptyState>
  );
}

export function BrokenPage() {
  return (
    <>
      <title>Something went wrong — IMR Index</title>
      <ErrorState error={useRouteError()} onRetry={() => window.location.reload()} />
      <p>
        <Link to="/" reloadDocument>
          Back to Search
        </Link>
      </p>
    </>
  );
}
