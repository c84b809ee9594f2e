import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { Today } from '../../../shared/contract/today.ts';
import { answerOf } from '../../lib/answer.ts';
import { conflictsQuery } from '../../lib/conflict-queries.ts';
import { AnswerTrouble } from '../../ui/answer-view.tsx';
import { leftOutText } from '../../ui/conflict-limits.ts';
import { ConflictList } from '../../ui/conflict-list.tsx';
import { Panel } from '../../ui/panel.tsx';
import { RouterButton } from '../../ui/router-link.tsx';
import { type ClashesAhead, clashesAhead } from './view-model.ts';

function Clashes({ ahead }: { ahead: ClashesAhead }) {
  const navigate = useNavigate();
  const more = ahead.count - ahead.worst.length;
  return (
    <>
      <ConflictList
        label="The worst conflicts"
        entries={ahead.worst}
        onOpen={(open) => void navigate({ to: '/conflicts', search: { open } })}
      />
      {more > 0 && (
        <Typography variant="body2" sx={{ px: 4, pb: 3, color: 'text.secondary' }}>
          and {more} more
        </Typography>
      )}
    </>
  );
}

/** The conflicts that releases of the next two weeks have a side in, the worst three in words; nothing where there is none. */
export function ConflictsPanel({ today }: { today: Pick<Today, 'now' | 'departures' | 'milestones'> }) {
  const answer = answerOf(useQuery(conflictsQuery()));
  if (answer.kind === 'loading') return null;
  const ahead = 'data' in answer ? clashesAhead(today, answer.data.conflicts) : null;
  const leftOut = 'data' in answer ? leftOutText(answer.data) : null;
  const hasTrouble = answer.kind === 'failed' || answer.stale !== null;
  if (!hasTrouble && leftOut === null && ahead?.count === 0) return null;
  return (
    <Panel
      title="Conflicts ahead"
      beside={
        ahead !== null && (
          <Typography variant="body2" component="span" sx={{ color: 'text.secondary' }}>
            {ahead.count}
          </Typography>
        )
      }
      flush
      actions={<RouterButton to="/conflicts">All conflicts</RouterButton>}
    >
      <Box>
        <AnswerTrouble answer={answer} padding={3} />
        {ahead !== null && <Clashes ahead={ahead} />}
        {leftOut !== null && (
          <Typography variant="body2" sx={{ px: 4, pb: 3, color: 'text.secondary' }}>
            Of the whole plan, {leftOut} Some of the others may lie ahead.
          </Typography>
        )}
      </Box>
    </Panel>
  );
}
