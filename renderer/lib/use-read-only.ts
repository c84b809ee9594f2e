import { useQuery } from '@tanstack/react-query';
import { orpc } from './client.ts';

/** Whether the open workspace can only be looked at. */
export function useReadOnly(): boolean {
  return useQuery(orpc.workspace.info.queryOptions({ input: {} })).data?.readOnly ?? false;
}
