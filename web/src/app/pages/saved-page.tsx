/** Saved searches with what is new in them, and collections. */
import { Stack, Text, Title } from '@mantine/core';
import { OnlyWhere } from '../../components/only-where.tsx';
import { Collections } from '../../features/saved/collections.tsx';
import { ReadOnlyLine } from '../../features/saved/read-only-line.tsx';
import { SavedSearches } from '../../features/saved/saved-searches.tsx';

export function SavedPage() {
  return (
    <>
      <title>Saved — IMR Index</title>
      <OnlyWhere part="saved" what="Saved searches and collections">
        <Stack gap="lg" maw="56rem">
          <Title order={1}>Saved</Title>
          <ReadOnlyLine>
            <Text c="dimmed">Kept on this server beside the index; reading letters anew leaves it alone.</Text>
          </ReadOnlyLine>
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
      </OnlyWhere>
    </>
  );
}
