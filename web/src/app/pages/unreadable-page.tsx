/** The files that could not be read, each with its reason. */
import { Stack, Text, Title } from '@mantine/core';
import { OnlyWhere } from '../../components/only-where.tsx';
import { UnreadableLetters } from '../../features/overview/unreadable-letters.tsx';

export function UnreadablePage() {
  return (
    <Stack gap="md">
      <title>Could not be read — IMR Index</title>
      <OnlyWhere part="unreadable" what="Files that could not be read">
        <Title order={1}>Letters that could not be read</Title>
        <Text c="dimmed">These files are in no search and in no rate. Put a readable copy into the letters folder and start again.</Text>
        <UnreadableLetters />
      </OnlyWhere>
    </Stack>
  );
}
