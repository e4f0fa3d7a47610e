/** What every page stands in: the theme and the query client. */
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ApiError } from '../lib/api-client.ts';
import { ASKED_AGAIN_MS, isBeingMade } from '../lib/being-made.ts';
import { cssVariablesResolver } from './css-variables.ts';
import { THEME } from './theme.ts';

/** What is known of the server's answers. Only a server that could not be reached is asked again by itself, and one that is still making what was asked for; any other refusal is an answer. */
export const CLIENT = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      refetchOnWindowFocus: false,
      retry: (failures, error) => isBeingMade(error) || (failures < 2 && error instanceof ApiError && error.code === 'unreachable'),
      retryDelay: (_, error) => (isBeingMade(error) ? ASKED_AGAIN_MS : 600),
    },
  },
});

export function Providers({ children }: { children: ReactNode }) {
  return (
    <MantineProvider theme={THEME} defaultColorScheme="auto" cssVariablesResolver={cssVariablesResolver}>
      <QueryClientProvider client={CLIENT}>{children}</QueryClientProvider>
    </MantineProvider>
  );
}
