import { createContext, useContext } from 'react';
import type { Instant, Zone } from '../../shared/model/time.ts';
import { formatAge, formatInstant, zoneName } from './format.ts';
import { useNow } from './use-now.ts';

/** Which zone times without a plan are shown in, and the one that people chose on top of a plan's own. */
export interface ZoneChoice {
  /** The chosen display zone; null shows every plan in its own zone alone. */
  readonly display: Zone | null;
  /** The workspace's own zone. */
  readonly workspace: Zone;
}

export const ZoneContext = createContext<ZoneChoice>({ display: null, workspace: 'UTC' as Zone });

/** The zones in use. */
export function useZones(): ZoneChoice {
  return useContext(ZoneContext);
}

/** The zone for times that belong to no plan (a journal entry, a sync): the chosen one, else the workspace's. */
export function useOwnZone(): Zone {
  const { display, workspace } = useZones();
  return display ?? workspace;
}

/** An instant that belongs to no plan, whole and with its zone's name. */
export function useInstantText(at: Instant): string {
  const zone = useOwnZone();
  return `${formatInstant(at, zone)} ${zoneName(zone, at)}`;
}

/** Tells how far instants that belong to no plan are from now: `3 min ago`, `in 4 days`. */
export function useAge(): (at: Instant) => string {
  const zone = useOwnZone();
  const now = useNow();
  return (at) => formatAge(at, now, zone);
}
