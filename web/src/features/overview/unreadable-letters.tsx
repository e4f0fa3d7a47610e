/** The list of files that could not be read, page by page. */
import { Table } from '@mantine/core';
import { useSearchParams } from 'react-router';
import { PAGE_SIZE } from '#contract/api.ts';
import { MESSAGE_CODES } from '#contract/message.ts';
import { Pager } from '../../components/pager.tsx';
import { EmptyState, ErrorState, LoadingState } from '../../components/states.tsx';
import { useUnreadable } from '../../lib/endpoints.ts';
import { readSearch } from '../../lib/url-state.ts';
import { countWords, sizeWords } from '../../lib/words.ts';

const SIZE = PAGE_SIZE.max;

export function UnreadableLetters() {
  const [params] = useSearchParams();
  const { page } = readSearch(params);
  const { data, error, refetch } = useUnreadable(page, SIZE);
  if (error !== null) return <ErrorState error={error} onRetry={refetch} />;
  if (data === undefined) return <LoadingState what="the files that could not be read" />;
  if (data.total === 0) return <EmptyState title="Every file could be read" />;
  return (
    <>
      <p role="status">{countWords(data.total, 'file')} could not be read</p>
      <Table.ScrollContainer minWidth={560}>
        <Table verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">File</Table.Th>
              <Table.Th scope="col">Why</Table.Th>
              <Table.Th scope="col">Kind</Table.Th>
              <Table.Th scope="col" ta="right">
                Size
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {data.letters.map(({ source, reason }) => (
              <Table.Tr key={source.sha256}>
                <Table.Th scope="row" fw={500}>
                  {source.fileName}
                </Table.Th>
                <Table.Td>
                  {MESSAGE_CODES[reason.code]} {reason.reason === MESSAGE_CODES[reason.code] ? null : reason.reason}
                </Table.Td>
                <Table.Td>{source.mediaType ?? 'not known'}</Table.Td>
                <Table.Td ta="right">{sizeWords(source.sizeBytes)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <Pager page={page} pages={Math.ceil(data.total / SIZE)} hrefOf={(next) => `/unreadable?page=${next}`} label="Pages of files" />
    </>
  );
}
