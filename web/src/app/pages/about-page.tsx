/** What IMR Index is, and what is in this index. */
import { Stack, Text, Title } from '@mantine/core';
import { IndexFacts } from '../../features/overview/index-facts.tsx';

export function AboutPage() {
  return (
    <Stack gap="lg" maw="46rem">
      <title>About — IMR Index</title>
      <Title order={1}>About this index</Title>
      <Text>
        In California workers’ compensation a claims administrator’s utilization review (UR) may deny or modify a requested treatment. In an
        Independent Medical Review (IMR) a physician decides whether each disputed item is medically necessary. IMR Index makes prior IMR
        decisions searchable. Its unit is the disputed item: one requested service, one decision, one rationale.
      </Text>
      <Text>
        “Upheld” means that the UR decision stands: the item was not found medically necessary. “Overturned” means that it was found
        medically necessary. Nothing here is legal advice, and no rate predicts the outcome of a case.
      </Text>
      <IndexFacts />
    </Stack>
  );
}
