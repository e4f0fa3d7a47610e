/** Which of the letters of a file is shown, and the choice of another. Nothing where the file is one letter. */
import { NativeSelect } from '@mantine/core';
import type { ExplainResponse } from '#contract/api.ts';
import { partWords } from '../../lib/words.ts';

interface Props {
  data: ExplainResponse;
  pending: boolean;
  onChoose: (letter: number) => void;
}

export function LettersOfFile({ data: { letters, letter }, pending, onChoose }: Props) {
  if (letters.length < 2) return null;
  const data = letters.map((one, index) => ({
    value: String(index + 1),
    label: `${index + 1} of ${letters.length}: ${nameOf(one)}`,
    disabled: one.unreadable !== null,
  }));
  return (
    <NativeSelect
      label="Letter of this file"
      data={data}
      value={String(letter)}
      disabled={pending}
      onChange={({ currentTarget }) => onChoose(Number(currentTarget.value))}
    />
  );
}

/** "CM14-0000001 (pages 3 to 5)" */
function nameOf({ caseNumber, pages, unreadable }: ExplainResponse['letters'][number]): string {
  const name = unreadable === null ? (caseNumber ?? 'no case number') : 'could not be read';
  return pages === null ? name : `${name} (${partWords({ unit: 'page', ...pages })})`;
}
