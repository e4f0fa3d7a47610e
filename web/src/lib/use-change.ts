/** A change of what the library keeps, which has asked anew what it may have changed. */
import { useMutation, useQueryClient } from '@tanstack/react-query';

/** `outdated`: the keys of what may have changed by it. */
export function useChange<A, R>(outdated: (asked: A) => readonly (readonly string[])[], change: (asked: A) => Promise<R>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: change,
    // One after the other: what is undone at once was done before.
    scope: { id: 'saved' },
    onSettled: (_answer, _error, asked) => Promise.all(outdated(asked).map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
}
