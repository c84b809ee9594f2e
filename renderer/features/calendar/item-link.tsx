import Link from '@mui/material/Link';
import type { ReactNode } from 'react';
import { RouterLink } from '../../ui/router-link.tsx';
import { placeAddress } from './lanes/place-address.ts';
import type { PlanItem } from './plan-items.ts';

/** A link to what an item belongs to. */
export function ItemLink({ item, children }: { item: PlanItem; children: ReactNode }) {
  if (item.entry !== null) return <Link href={`#${placeAddress(item.entry.place)}`}>{children}</Link>;
  return (
    <RouterLink to="/releases/$id" params={{ id: item.releaseId }}>
      {children}
    </RouterLink>
  );
}
