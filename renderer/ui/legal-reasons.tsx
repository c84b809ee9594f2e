import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Zone } from '../../shared/model/time.ts';
import type { TargetVerdict } from '../../shared/model/verdict.ts';
import { orpc } from '../lib/client.ts';
import { formatCount } from '../lib/format.ts';
import { legalLines, placeNames } from './legal-words.ts';
import { StatusText } from './status-chip.tsx';
import type { StatusLook } from './status-looks.ts';

const allowedLook: StatusLook = { label: 'Allowed', tone: 'success', icon: 'check' };
const forbiddenLook: StatusLook = { label: 'Not allowed', tone: 'danger', icon: 'stop' };

/** For each place that a deployment touches, whether it is allowed and by which window, freeze or maintenance. */
export function LegalReasons({ targets, zone }: { targets: readonly TargetVerdict[]; zone: Zone }) {
  const { data: catalogue } = useQuery(orpc.catalogue.read.queryOptions({ input: {} }));
  const { data: environments } = useQuery(orpc.environments.list.queryOptions({ input: {} }));
  const lines = useMemo(
    () => legalLines(targets, placeNames(catalogue, environments), zone),
    [targets, catalogue, environments, zone],
  );
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {lines.map(({ place, legal, reasons, more }) => (
        <Box component="li" key={`${place} ${reasons[0]}`} sx={{ py: 1.5, borderTop: 1, borderColor: 'divider' }}>
          <Box sx={{ display: 'flex', gap: 3, alignItems: 'center', flexWrap: 'wrap' }}>
            <StatusText look={legal ? allowedLook : forbiddenLook} />
            <Typography component="span" sx={{ fontWeight: 560, overflowWrap: 'anywhere' }}>
              {place}
            </Typography>
          </Box>
          {reasons.map((reason) => (
            <Typography key={reason} variant="body2" sx={{ color: 'text.secondary', textWrap: 'pretty' }}>
              {reason}
            </Typography>
          ))}
          {more > 0 && (
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              and {formatCount(more, 'more reason')}
            </Typography>
          )}
        </Box>
      ))}
    </Box>
  );
}
