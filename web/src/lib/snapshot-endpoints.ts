/** The snapshots of the library: what is asked and what is changed. */
import { useQuery } from '@tanstack/react-query';
import type { Snapshot, SnapshotsResponse } from '#contract/snapshots.ts';
import { getJson, remove, sendJson } from './api-client.ts';
import { useChange } from './use-change.ts';

const SNAPSHOTS = '/snapshots';
const of = (id: string) => `${SNAPSHOTS}/${encodeURIComponent(id)}`;
const list = () => [[SNAPSHOTS]];

/** The newest first. `enabled`: this server has them. */
export function useSnapshots(enabled = true) {
  return useQuery({
    queryKey: [SNAPSHOTS],
    queryFn: ({ signal }) => getJson<SnapshotsResponse>(SNAPSHOTS, signal),
    enabled,
  });
}

export function useTakeSnapshot() {
  return useChange(list, (input: { name: string; note: string }) => sendJson<Snapshot>('POST', SNAPSHOTS, input));
}
export function useChangeSnapshot() {
  return useChange(list, ({ id, ...change }: { id: string; name: string; note: string }) => sendJson<Snapshot>('PATCH', of(id), change));
}
export function useRemoveSnapshot() {
  return useChange(list, (id: string) => remove(of(id)));
}
