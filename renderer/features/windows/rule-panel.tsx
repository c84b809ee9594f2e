import DeleteOutlineRounded from '@mui/icons-material/DeleteOutlineRounded';
import EditOutlined from '@mui/icons-material/EditOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import Tooltip from '@mui/material/Tooltip';
import Typography from '@mui/material/Typography';
import { useMemo, useState } from 'react';
import type { Override, ScheduleRule } from '../../../shared/model/schedule-rule.ts';
import { orpc } from '../../lib/client.ts';
import { capital, formatCount } from '../../lib/format.ts';
import { useCommand } from '../../lib/use-command.ts';
import { useReadOnly } from '../../lib/use-read-only.ts';
import { clockWords, whenWords } from '../../lib/when-words.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Facts } from '../../ui/facts.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { Coming } from './coming.tsx';
import { KindMark } from './kind-mark.tsx';
import { kindLooks } from './kinds.ts';
import { scopeWords } from './names.ts';
import { OverrideDialog } from './override-dialog.tsx';
import { OverridesList } from './overrides-list.tsx';
import type { Made } from './use-names.ts';

function RemoveButton({
  rule,
  overrides,
  onRemoved,
}: {
  rule: ScheduleRule;
  overrides: number;
  onRemoved: () => void;
}) {
  const [asking, setAsking] = useState(false);
  const remove = useCommand(orpc.scheduleRules.remove);
  const readOnly = useReadOnly();
  const what = kindLooks[rule.kind].label.toLowerCase();
  async function confirm(): Promise<void> {
    const done = await remove.run({ id: rule.id });
    setAsking(false);
    if (done !== null) onRemoved();
  }
  return (
    <>
      <Tooltip title={`Remove this ${what}`}>
        <span>
          <IconButton aria-label={`Remove this ${what}`} disabled={readOnly} onClick={() => setAsking(true)}>
            <DeleteOutlineRounded />
          </IconButton>
        </span>
      </Tooltip>
      <ConfirmDialog
        open={asking}
        title={`Remove ${rule.name}?`}
        confirm={`Remove ${what}`}
        danger
        busy={remove.busy}
        onConfirm={() => void confirm()}
        onClose={() => setAsking(false)}
      >
        {overrides > 0 && `Its ${formatCount(overrides, 'override')} ${overrides === 1 ? 'goes' : 'go'} with it. `}
        Deployments are judged without it from now on. Undo brings it back.
      </ConfirmDialog>
    </>
  );
}

function Heading({ children }: { children: string }) {
  return (
    <Typography variant="h3" sx={{ mt: 5, mb: 1.5 }}>
      {children}
    </Typography>
  );
}

export interface RulePanelProps {
  readonly rule: ScheduleRule;
  readonly overrides: readonly Override[];
  readonly made: Made;
  readonly onEdit: () => void;
  readonly onClose: () => void;
}

/** One rule: what it says, when it holds next, and what is let through it. */
export function RulePanel({ rule, overrides, made, onEdit, onClose }: RulePanelProps) {
  const readOnly = useReadOnly();
  const [asking, setAsking] = useState(false);
  const { kind, name, scope, holds, owner, reason, source } = rule;
  const words = useMemo(() => capital(whenWords(holds)), [holds]);
  return (
    <SidePanel
      title={name}
      kicker={
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
          <KindMark kind={kind} />
          {kindLooks[kind].label}
        </Box>
      }
      onClose={onClose}
      actions={
        <>
          <Button variant="outlined" startIcon={<EditOutlined />} disabled={readOnly} onClick={onEdit}>
            Change
          </Button>
          {kind === 'freeze' && (
            <Button variant="outlined" disabled={readOnly} onClick={() => setAsking(true)}>
              Ask for an override
            </Button>
          )}
          <Box sx={{ flex: 1 }} />
          <RemoveButton rule={rule} overrides={overrides.length} onRemoved={onClose} />
        </>
      }
    >
      <Facts
        facts={[
          ['Says', kindLooks[kind].meaning],
          ['About', capital(scopeWords(scope, made.names))],
          ['When', words],
          ['Clock', clockWords(holds)],
          ['Reason', reason],
          ['Owner', owner],
          ['From calendar', source?.calendar],
        ]}
      />
      <Heading>Coming up</Heading>
      <Coming holds={holds} />
      {kind === 'freeze' && (
        <>
          <Heading>Overrides</Heading>
          <OverridesList freeze={rule} overrides={overrides} names={made.names} />
        </>
      )}
      {asking && <OverrideDialog freeze={rule} made={made} onClose={() => setAsking(false)} />}
    </SidePanel>
  );
}
