import { useQuery } from '@tanstack/react-query';
import { orpc } from '../../lib/client.ts';
import { Notice } from '../../ui/notice.tsx';
import { RouterLink } from '../../ui/router-link.tsx';

/** Says that this is a sample, and how to begin with a workspace of one's own, by whatever Signalbox runs in. */
export function SampleNotice() {
  const { data } = useQuery(orpc.system.versions.queryOptions({ input: {} }));
  return (
    <Notice tone="info">
      This is a sample: the trains and their dates are public, the team and its work are simulated. To plan your own
      trains,{' '}
      {data?.host === 'electron' ? (
        <>
          choose <strong>File, New workspace…</strong>
        </>
      ) : (
        <>
          start with <code>npm start -- --workspace plan.signalbox</code>
        </>
      )}
      .{' '}
      <RouterLink to="/help" underline="always">
        Help tells the first steps
      </RouterLink>
      .
    </Notice>
  );
}
