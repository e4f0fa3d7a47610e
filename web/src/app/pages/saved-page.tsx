/** Saved searches with what is new in them, and collections. */
import { Stack, Text, Title } from '@mantine/core';
import { NotHere } from '../../components/states.tsx';
import { Collections } from '../../features/saved/collections.tsx';
import { SavedSearches } from '../../features/saved/saved-searches.tsx';
import { useLimits } from '../../lib/endpoints.ts';

export function SavedPage() {
  const { hides } = useLimits();
  if (hides('saved')) {
    return (
      <>
        <title>Saved — IMR Index</title>
        <NotHere what="Saved searches and collections" />
      </>
    );
  }
  return (
    <Stack gap="lg" maw="56rem">
      <title>Saved — IMR Index</title>
      <Title order={1}>Saved</Title>
      <Text c="dimmed">Kept on this server beside the index; reading letters anew leaves it alone.</Text>
      <Stack component="section" gap="sm" aria-labelledby="searches">
        <Title order={2} id="searches">
          Searches
        </Title>
        <SavedSearches />
      </Stack>
      <Stack component="section" gap="sm" aria-labelledby="collections">
        <Title order={2} id="collections">
          Collections
        </Title>
        <Collections />
      </Stack>
    </Stack>
  );
}
