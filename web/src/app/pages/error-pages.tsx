/** Pages for an address that leads nowhere, and for a page that broke. */
import { Anchor, Text } from '@mantine/core';
import { Link, useRouteError } from 'react-router';
import { EmptyState, ErrorState } from '../../components/states.tsx';

export function NotFoundPage() {
  return (
    <EmptyState title="There is nothing at this address" order={1}>
      <title>Nothing here — IMR Index</title>
      <Text>
        Check the address, or{' '}
        <Anchor component={Link} to="/">
          search the prior decisions
        </Anchor>
        .
      </Text>
    </EmptyState>
  );
}

export function BrokenPage() {
  return <ErrorState error={useRouteError()} onRetry={() => window.location.reload()} />;
}
