import AddRounded from '@mui/icons-material/AddRounded';
import FlagOutlined from '@mui/icons-material/FlagOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { styled } from '@mui/material/styles';
import Typography from '@mui/material/Typography';
import { useEffect, useRef, useState } from 'react';
import type { ReleaseDetail } from '../../../shared/contract/releases.ts';
import type { MilestoneId } from '../../../shared/model/ids.ts';
import { useActions } from '../../lib/actions.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { LateStages } from '../../ui/late-stages.tsx';
import { Toolbar } from '../../ui/toolbar.tsx';
import { AddMilestoneDialog } from './add-milestone-dialog.tsx';
import { MilestoneEditor } from './milestone-editor.tsx';
import { MilestoneRow } from './milestone-row.tsx';
import { useSettling } from './use-settling.ts';
import { lateMilestones } from './view-model.ts';

const Table = styled('table')(({ theme }) => ({
  width: '100%',
  borderCollapse: 'collapse',
  background: theme.look.surface,
  '& th, & td': { padding: '4px 12px', textAlign: 'left', verticalAlign: 'middle', height: 36 },
  '& th:first-of-type, & td:first-of-type': { paddingLeft: 24 },
  '& th:last-of-type, & td:last-of-type': { paddingRight: 24, textAlign: 'right' },
  '& thead th': {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    background: theme.look.surface,
    boxShadow: `inset 0 -1px 0 ${theme.look.line}`,
    height: 32,
    fontSize: 12,
    fontWeight: 540,
    color: theme.look.textSoft,
  },
  '& tbody tr': { borderBottom: `1px solid ${theme.look.line}` },
  '& tbody tr:hover': { background: theme.look.hover },
  '&[data-settling] tbody button': { pointerEvents: 'none' },
}));

/** The milestones of a release: each is moved here by typing, its dates exact. */
export function MilestonesTab({ detail, readOnly }: { detail: ReleaseDetail; readOnly: boolean }) {
  const { release, milestones } = detail;
  const [editing, setEditing] = useState<MilestoneId | null>(null);
  const [adding, setAdding] = useState(false);
  const table = useRef<HTMLTableElement>(null);
  const edited = useRef<MilestoneId | null>(null);
  const { settling, settle } = useSettling();
  useActions([
    {
      name: 'release.addMilestone',
      label: 'Add a milestone',
      group: 'Release',
      enabled: !readOnly,
      run: () => setAdding(true),
    },
  ]);

  // The focus goes back to where the edit began.
  useEffect(() => {
    if (editing !== null || edited.current === null) return;
    table.current?.querySelector<HTMLElement>(`[data-edit="${CSS.escape(edited.current)}"]`)?.focus();
    edited.current = null;
  }, [editing]);

  function edit(id: MilestoneId): void {
    edited.current = id;
    setEditing(id);
  }

  return (
    <>
      <Toolbar>
        <Typography variant="body2" sx={{ color: 'text.secondary', flex: 1 }}>
          Times are those of the plan’s zone, {release.zone}.
        </Typography>
        <Button variant="outlined" startIcon={<AddRounded />} disabled={readOnly} onClick={() => setAdding(true)}>
          Add milestone
        </Button>
      </Toolbar>
      <LateStages late={lateMilestones(release, milestones)} />
      <Box sx={{ flex: 1, minHeight: 0, overflow: 'auto', bgcolor: 'background.paper' }}>
        {milestones.length === 0 ? (
          <EmptyState icon={<FlagOutlined />} title="No milestone on the way">
            Milestones come from the train’s stages, placed around the release day; one that is special to this release
            is added by hand. Give the train stages, or add a milestone.
          </EmptyState>
        ) : (
          <Table ref={table} data-settling={settling || undefined}>
            <thead>
              <tr>
                <th scope="col">Milestone</th>
                <th scope="col">Starts</th>
                <th scope="col">Ends</th>
                <th scope="col">Placed</th>
                <th scope="col">
                  <Box component="span" sx={{ fontSize: 0 }}>
                    Actions
                  </Box>
                </th>
              </tr>
            </thead>
            <tbody>
              {milestones.map((milestone) =>
                milestone.id === editing ? (
                  <MilestoneEditor
                    key={milestone.id}
                    milestone={milestone}
                    release={release}
                    onClose={(pressed) => {
                      setEditing(null);
                      settle(pressed);
                    }}
                  />
                ) : (
                  <MilestoneRow
                    key={milestone.id}
                    milestone={milestone}
                    readOnly={readOnly}
                    onEdit={() => edit(milestone.id)}
                  />
                ),
              )}
            </tbody>
          </Table>
        )}
      </Box>
      {adding && <AddMilestoneDialog release={release} onClose={() => setAdding(false)} />}
    </>
  );
}
