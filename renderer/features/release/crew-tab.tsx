import AddRounded from '@mui/icons-material/AddRounded';
import GroupOutlined from '@mui/icons-material/GroupOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Release } from '../../../shared/model/release.ts';
import { useActions } from '../../lib/actions.ts';
import { answerOf, listOf } from '../../lib/answer.ts';
import { orpc } from '../../lib/client.ts';
import { useCommand } from '../../lib/use-command.ts';
import { AnswerTrouble } from '../../ui/answer-view.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ListEntry } from '../../ui/list-entry.tsx';
import { RouterButton, RouterLink } from '../../ui/router-link.tsx';
import { RowSkeletons } from '../../ui/skeletons.tsx';
import { Toolbar } from '../../ui/toolbar.tsx';
import { AddPartDialog } from './add-part-dialog.tsx';
import { type CrewMember, crewOf } from './crew.ts';

interface MemberProps {
  readonly member: CrewMember;
  readonly readOnly: boolean;
  readonly busy: boolean;
  readonly onRemove: () => void;
}

function Member({ member, readOnly, busy, onRemove }: MemberProps) {
  const { name, role, personId, about, away } = member;
  return (
    <ListEntry
      role="listitem"
      sx={{
        display: 'grid',
        gridTemplateColumns: '180px minmax(160px, 1fr) minmax(160px, 1.2fr) auto',
        alignItems: 'center',
        gap: 3,
        px: 6,
        py: 1,
        borderBottom: 1,
        borderColor: 'divider',
      }}
    >
      <Box component="span" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
        {role}
      </Box>
      <span>
        <RouterLink to="/catalogue" search={{ tab: 'people', id: personId }}>
          {name}
        </RouterLink>
      </span>
      <Box component="span" sx={{ color: away === null ? 'text.secondary' : ({ look }) => look.tones.warning.text }}>
        {away ?? about}
      </Box>
      <Button disabled={readOnly || busy} aria-label={`Take ${role} from ${name}`} onClick={onRemove}>
        Remove
      </Button>
    </ListEntry>
  );
}

/** Who has which part in a release; somebody who is away when it is decided on or deployed is said to be. */
export function CrewTab({ release, readOnly }: { release: Release; readOnly: boolean }) {
  const [adding, setAdding] = useState(false);
  const assignments = answerOf(useQuery(orpc.assignments.list.queryOptions({ input: { releaseId: release.id } })));
  const away = answerOf(useQuery(orpc.assignments.away.queryOptions({ input: { releaseId: release.id } })));
  const catalogue = answerOf(useQuery(orpc.catalogue.read.queryOptions({ input: {} })));
  const remove = useCommand(orpc.assignments.remove);
  const awayById = new Map(listOf(away).map(({ personId, text }) => [personId, text] as const));
  const isHere = 'data' in assignments && 'data' in catalogue;
  const crew = isHere ? crewOf(assignments.data, catalogue.data, awayById) : [];
  const enabled = !readOnly && 'data' in catalogue;
  useActions([
    {
      name: 'release.addPart',
      label: 'Give somebody a part in the release',
      group: 'Release',
      words: 'crew lead shadow approver',
      enabled,
      run: () => setAdding(true),
    },
  ]);
  return (
    <>
      <Toolbar>
        <Typography variant="body2" sx={{ color: 'text.secondary', flex: 1 }}>
          Who leads it, who learns beside them, who else is needed. Turns are shared out in the rota.
        </Typography>
        <RouterButton to="/rota" search={{ trains: [release.trainId] }}>
          Open the rota
        </RouterButton>
        <Button variant="outlined" startIcon={<AddRounded />} disabled={!enabled} onClick={() => setAdding(true)}>
          Give a part
        </Button>
      </Toolbar>
      <AnswerTrouble answer={assignments} />
      <AnswerTrouble answer={catalogue} />
      <AnswerTrouble answer={away} />
      <Box sx={{ flex: 1, minHeight: 0, overflow: 'auto', bgcolor: 'background.paper' }}>
        {(assignments.kind === 'loading' || catalogue.kind === 'loading') && <RowSkeletons rows={4} />}
        {isHere && crew.length === 0 && (
          <EmptyState
            icon={<GroupOutlined />}
            title="Nobody has a part yet"
            actions={
              <Button variant="contained" disabled={!enabled} onClick={() => setAdding(true)}>
                Give a part
              </Button>
            }
          >
            Say who leads this release and who approves it. Signalbox then says where somebody is away when they are
            needed, or needed in two releases at once.
          </EmptyState>
        )}
        {crew.length > 0 && (
          <Box role="list" aria-label="Who has which part">
            {crew.map((member) => (
              <Member
                key={member.id}
                member={member}
                readOnly={readOnly}
                busy={remove.busy}
                onRemove={() => void remove.run({ id: member.id })}
              />
            ))}
          </Box>
        )}
      </Box>
      {adding && 'data' in catalogue && (
        <AddPartDialog
          release={release}
          people={catalogue.data.people}
          away={awayById}
          onClose={() => setAdding(false)}
        />
      )}
    </>
  );
}
