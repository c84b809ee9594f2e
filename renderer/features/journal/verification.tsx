import CloseRounded from '@mui/icons-material/CloseRounded';
import GppBadRounded from '@mui/icons-material/GppBadRounded';
import VerifiedUserOutlined from '@mui/icons-material/VerifiedUserOutlined';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import Typography from '@mui/material/Typography';
import type { Verification } from '../../../shared/contract/journal.ts';
import { useInstantText } from '../../lib/display-zone.tsx';
import { formatCount } from '../../lib/format.ts';
import { RouterLink } from '../../ui/router-link.tsx';
import { ChipShape } from '../../ui/status-chip.tsx';
import { monoFamily } from '../../ui/tokens.ts';
import { useLook } from '../../ui/use-look.ts';

function Fault({ fault }: { fault: Verification['faults'][number] }) {
  return (
    <Box component="li" sx={{ display: 'flex', gap: 2, py: 0.75, alignItems: 'baseline' }}>
      <RouterLink to="/journal" search={{ entry: fault.seq }} sx={{ whiteSpace: 'nowrap' }}>
        Entry {fault.seq}
      </RouterLink>
      <ChipShape tone="danger">
        <span>{fault.kind}</span>
      </ChipShape>
      <span>{fault.message}</span>
    </Box>
  );
}

function Drifted({ drift }: { drift: Verification['drift'][number] }) {
  return (
    <Box component="li" sx={{ display: 'flex', gap: 2, py: 0.75, alignItems: 'baseline' }}>
      <ChipShape tone="warning">
        <span>{drift.kind}</span>
      </ChipShape>
      <span>{drift.message}</span>
      {drift.seq !== null && (
        <RouterLink to="/journal" search={{ entry: drift.seq }} sx={{ whiteSpace: 'nowrap' }}>
          Entry {drift.seq}
        </RouterLink>
      )}
    </Box>
  );
}

/** Whether the chain holds, and where it does not. */
export function VerificationResult({ result, onClose }: { result: Verification; onClose: () => void }) {
  const { tones } = useLook();
  const at = useInstantText(result.verifiedAt);
  const tone = result.ok ? tones.success : tones.danger;
  const Icon = result.ok ? VerifiedUserOutlined : GppBadRounded;
  const found = result.faults.length + result.drift.length;
  return (
    <Box
      role="status"
      sx={{
        display: 'flex',
        gap: 3,
        px: 6,
        py: 2.5,
        background: tone.soft,
        color: tone.text,
        borderBottom: 1,
        borderColor: 'divider',
      }}
    >
      <Icon aria-hidden sx={{ fontSize: 18, mt: '1px' }} />
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography variant="subtitle2">
          {result.ok
            ? `The journal holds: ${formatCount(result.entries, 'entry', 'entries')}, each linked to the one before, and the tables match.`
            : `The journal does not hold: ${formatCount(found, 'fault')} in ${formatCount(result.entries, 'entry', 'entries')}.`}
        </Typography>
        <Typography variant="body2" sx={{ overflowWrap: 'anywhere' }}>
          Checked {at}. Head{' '}
          <Box component="code" sx={{ fontFamily: monoFamily, fontSize: 11 }}>
            {result.headHash}
          </Box>
        </Typography>
        {found > 0 && (
          <Box
            component="ul"
            sx={{ listStyle: 'none', m: 0, mt: 2, p: 0, maxHeight: 200, overflow: 'auto' }}
            tabIndex={0}
          >
            {result.faults.map((fault) => (
              <Fault key={`${fault.seq} ${fault.kind} ${fault.message}`} fault={fault} />
            ))}
            {result.drift.map((drift) => (
              <Drifted key={`${drift.kind} ${drift.id} ${drift.message}`} drift={drift} />
            ))}
          </Box>
        )}
      </Box>
      <IconButton aria-label="Close the result" onClick={onClose} sx={{ color: 'inherit', alignSelf: 'flex-start' }}>
        <CloseRounded />
      </IconButton>
    </Box>
  );
}
