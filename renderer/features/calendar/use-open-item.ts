import { useNavigate, useRouter } from '@tanstack/react-router';
import { placeAddress } from './lanes/place-address.ts';
import type { LaneEntry } from './timeline/entry.ts';

/** Opens what an item belongs to: its release, or the page that an entry is changed on. */
export function useOpenItem(): (item: { readonly releaseId: string; readonly entry: LaneEntry | null }) => void {
  const navigate = useNavigate();
  const router = useRouter();
  return ({ releaseId, entry }) => {
    if (entry !== null) return router.history.push(placeAddress(entry.place));
    void navigate({ to: '/releases/$id', params: { id: releaseId } });
  };
}
