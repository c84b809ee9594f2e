import { useEffect } from 'react';
import { client, useWireState } from '../lib/client.ts';
import { useOnline } from '../lib/use-online.ts';

/** Tells the scheduler whether this machine has a network, so that syncs pause without one. */
export function Online() {
  const online = useOnline();
  const open = useWireState().kind === 'open';
  useEffect(() => {
    // A refusal changes nothing that is shown: the next sync will say that it cannot reach its provider.
    if (open) client.sync.setOnline({ online }).catch(() => {});
  }, [online, open]);
  return null;
}
