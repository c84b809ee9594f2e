import DeleteOutlineRounded from '@mui/icons-material/DeleteOutlineRounded';
import EditOutlined from '@mui/icons-material/EditOutlined';
import PushPinOutlined from '@mui/icons-material/PushPinOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import type { Milestone } from '../../../shared/model/release.ts';
import { orpc } from '../../lib/client.ts';
import { useZones } from '../../lib/display-zone.tsx';
import { formatPlanned } from '../../lib/format.ts';
import { useCommand } from '../../lib/use-command.ts';
import { useFocusHeir } from '../../ui/focus-heir.ts';
import { MilestoneGlyph } from '../../ui/milestone-glyph.tsx';
import { lookOf } from '../../ui/milestone-kinds.ts';
import { ChipShape } from '../../ui/status-chip.tsx';

export interface MilestoneRowProps {
  readonly milestone: Milestone;
  readonly readOnly: boolean;
  readonly onEdit: () => void;
}

function Placed({ milestone, readOnly }: { milestone: Milestone; readOnly: boolean }) {
  const unpin = useCommand(orpc.releases.unpinMilestone);
  if (!milestone.pinned) {
    return (
      <Typography variant="body2" component="span" sx={{ color: 'text.secondary' }}>
        By its stage
      </Typography>
    );
  }
  return (
    <Box sx={{ display: 'inline-flex', alignItems: 'center', gap: 2 }}>
      <ChipShape tone="info" title="It stays here when the release moves or the train's stages change.">
        <PushPinOutlined aria-hidden sx={{ fontSize: 13 }} />
        <span>By hand</span>
      </ChipShape>
      {milestone.stageKey !== null && (
        <Button
          disabled={readOnly}
          loading={unpin.busy}
          aria-label={`Let ${milestone.name} follow its stage again`}
          onClick={() => void unpin.run({ id: milestone.id })}
        >
          Follow its stage
        </Button>
      )}
    </Box>
  );
}

/** One milestone of a release, to be read. */
export function MilestoneRow({ milestone, readOnly, onEdit }: MilestoneRowProps) {
  const { display } = useZones();
  const remove = useCommand(orpc.releases.removeMilestone);
  const row = useFocusHeir<HTMLTableRowElement>();
  const { kind, name, startAt, endAt, zone } = milestone;
  const kindLabel = lookOf(kind).label;
  return (
    <tr ref={row}>
      <td>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
          <MilestoneGlyph kind={kind} size={14} />
          <Box component="span" sx={{ fontWeight: 540 }}>
            {name}
          </Box>
          {name !== kindLabel && (
            <Typography variant="body2" component="span" sx={{ color: 'text.secondary' }}>
              {kindLabel}
            </Typography>
          )}
        </Box>
      </td>
      <td>{formatPlanned(startAt, zone, display)}</td>
      <td>{endAt === null ? '' : formatPlanned(endAt, zone, display)}</td>
      <td>
        <Placed milestone={milestone} readOnly={readOnly} />
      </td>
      <td aria-label="Actions">
        <Box sx={{ display: 'inline-flex', gap: 1 }}>
          <Tooltip title="Change its dates">
            <IconButton
              aria-label={`Change the dates of ${name}`}
              data-edit={milestone.id}
              disabled={readOnly}
              onClick={onEdit}
            >
              <EditOutlined />
            </IconButton>
          </Tooltip>
          <Tooltip title="Remove">
            <IconButton
              aria-label={`Remove ${name}`}
              disabled={readOnly}
              onClick={() => void remove.run({ id: milestone.id })}
            >
              <DeleteOutlineRounded />
            </IconButton>
          </Tooltip>
        </Box>
      </td>
    </tr>
  );
}
