import { orpc } from '../../lib/client.ts';

/** The open workspace: its name, zone, file and counts. */
export function workspaceQuery() {
  return orpc.workspace.info.queryOptions({ input: {} });
}

/** Which versions run. */
export function versionsQuery() {
  return orpc.system.versions.queryOptions({ input: {}, staleTime: Number.POSITIVE_INFINITY });
}

/** Whether the runtime and the file are as they should be. */
export function doctorQuery() {
  return orpc.system.doctor.queryOptions({ input: {} });
}
