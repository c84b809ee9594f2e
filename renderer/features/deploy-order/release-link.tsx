import type { ReleaseId } from '../../../shared/model/ids.ts';
import type { Skew } from '../../../shared/model/skew.ts';
import { RouterLink } from '../../ui/router-link.tsx';

/** A release by its title, leading to its versions. */
export function ReleaseLink({ skew, id }: { skew: Skew; id: ReleaseId }) {
  const title = skew.releases.find(({ releaseId }) => releaseId === id)?.title ?? 'a release';
  return (
    <RouterLink to="/releases/$id" params={{ id }} search={{ tab: 'versions' }} underline="always">
      {title}
    </RouterLink>
  );
}
