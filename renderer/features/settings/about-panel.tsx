import CheckCircleRounded from '@mui/icons-material/CheckCircleRounded';
import ErrorRounded from '@mui/icons-material/ErrorRounded';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import type { DoctorCheck } from '../../../shared/contract/system.ts';
import { toFailure } from '../../lib/failures.ts';
import { Facts } from '../../ui/facts.tsx';
import { FailureView } from '../../ui/failure-view.tsx';
import { Panel } from '../../ui/panel.tsx';
import { BlockSkeleton } from '../../ui/skeletons.tsx';
import { useLook } from '../../ui/use-look.ts';
import { doctorQuery, versionsQuery } from './queries.ts';

const hosts = {
  electron: 'the desktop application',
  loopback: 'this browser',
  cli: 'the command line',
  test: 'a test',
} as const;

function Check({ check }: { check: DoctorCheck }) {
  const { tones } = useLook();
  const Icon = check.ok ? CheckCircleRounded : ErrorRounded;
  return (
    <Box component="li" sx={{ display: 'flex', gap: 2, py: 1 }}>
      <Icon
        titleAccess={check.ok ? 'Good' : 'Not good'}
        sx={{ fontSize: 16, mt: '2px', color: tones[check.ok ? 'success' : 'danger'].mark }}
      />
      <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
        <Typography component="span" variant="subtitle2">
          {check.name}
        </Typography>{' '}
        <Typography component="span" sx={{ color: 'text.secondary' }}>
          {check.found}
        </Typography>
        {check.remedy !== null && <Typography>{check.remedy}</Typography>}
      </Box>
    </Box>
  );
}

/** The version of Node.js stands above already: only a wrong one is said again. */
function isNews({ name, ok }: DoctorCheck): boolean {
  return name !== 'Node' || !ok;
}

/** Which versions run, and whether everything they need is there. */
export function AboutPanel() {
  const versions = useQuery(versionsQuery());
  const doctor = useQuery(doctorQuery());
  const error = versions.error ?? doctor.error;
  return (
    <Panel title="About">
      {error !== null && (
        <FailureView
          failure={toFailure(error)}
          onRetry={() => {
            for (const query of [versions, doctor]) if (query.error !== null) void query.refetch();
          }}
        />
      )}
      {versions.data === undefined ? (
        error === null && <BlockSkeleton height={150} />
      ) : (
        <Facts
          facts={[
            ['Signalbox', versions.data.signalbox],
            ['Shown in', hosts[versions.data.host]],
            ['Electron', versions.data.electron],
            ['Node.js', versions.data.node],
            ['SQLite', versions.data.sqlite],
            ['Time zones', versions.data.timeZones],
          ]}
        />
      )}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, mt: 4, p: 0 }} aria-label="Checks">
        {doctor.data?.filter(isNews).map((check) => (
          <Check key={check.name} check={check} />
        ))}
      </Box>
    </Panel>
  );
}
