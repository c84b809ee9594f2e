import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { Release } from '../../../shared/model/release.ts';
import { orpc } from '../../lib/client.ts';
import { useCommand } from '../../lib/use-command.ts';
import { Notice } from '../../ui/notice.tsx';

/** The departure has passed: says so, and offers what can be meant by it. */
export function OverdueNotice({
  release,
  readOnly,
  onMove,
}: {
  release: Release;
  readOnly: boolean;
  onMove: () => void;
}) {
  const update = useCommand(orpc.releases.update);
  return (
    <Box sx={{ px: 4, py: 2, bgcolor: 'background.paper', borderBottom: 1, borderColor: 'divider', flexShrink: 0 }}>
      <Notice
        tone="warning"
        action={
          <Box sx={{ display: 'flex', gap: 2, alignItems: 'center', my: -1 }}>
            <Button
              variant="outlined"
              disabled={readOnly}
              loading={update.busy}
              onClick={() => void update.run({ id: release.id, state: 'departed' })}
            >
              Mark departed
            </Button>
            <Button variant="outlined" disabled={readOnly} onClick={onMove}>
              Move it
            </Button>
          </Box>
        }
      >
        Its departure has passed, and nobody has said that it departed.
      </Notice>
    </Box>
  );
}
