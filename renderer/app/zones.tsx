import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import type { Zone } from '../../shared/model/time.ts';
import { orpc } from '../lib/client.ts';
import { ZoneContext } from '../lib/display-zone.tsx';
import { useSettings } from '../lib/use-settings.ts';

/** Hands down the zones that times are shown in. */
export function Zones({ children }: { children: ReactNode }) {
  const settings = useSettings();
  const info = useQuery(orpc.workspace.info.queryOptions({ input: {} }));
  const display = settings?.displayZone ?? null;
  const workspace = info.data?.zone ?? ('UTC' as Zone); // UTC is known to every runtime
  const choice = useMemo(() => ({ display, workspace }), [display, workspace]);
  return <ZoneContext.Provider value={choice}>{children}</ZoneContext.Provider>;
}
