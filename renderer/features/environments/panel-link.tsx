import type { ReactNode } from 'react';
import type { BookingId, EnvironmentId } from '../../../shared/model/ids.ts';
import { RouterLink } from '../../ui/router-link.tsx';

export interface PanelLinkProps {
  /** What the panel then shows: this booking, else this environment. */
  readonly booking?: BookingId | undefined;
  readonly id?: EnvironmentId | undefined;
  readonly children: ReactNode;
}

/** A link to the panel of an environment or a booking, at the time that is shown. */
export function PanelLink({ booking, id, children }: PanelLinkProps) {
  const target = booking === undefined ? { id, booking: undefined } : { booking };
  return (
    <RouterLink
      from="/environments"
      to="/environments"
      search={(kept) => ({ ...kept, ...target })}
      sx={{ fontWeight: 540 }}
    >
      {children}
    </RouterLink>
  );
}
