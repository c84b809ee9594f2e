import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { Environment } from '../../../shared/model/environment.ts';
import type { SwapProposal } from '../../../shared/model/environment-use.ts';
import { answerOf } from '../../lib/answer.ts';
import { orpc } from '../../lib/client.ts';
import { capital, formatCount, formatNumber } from '../../lib/format.ts';
import { useCommand } from '../../lib/use-command.ts';
import { AnswerView } from '../../ui/answer-view.tsx';
import { Panel } from '../../ui/panel.tsx';
import { useBookingsById } from './booking-names.ts';
import { swapsQuery } from './queries.ts';
import { bookingsNamed, type SwapNames, swapEffect, swapSentence, swapSteps } from './swap-words.ts';

/** So many candidates are tried at first, and where somebody asks for more. */
const FIRST = 1_000;
const MOST = 20_000;
/** So many proposals are named: what mends most with the least shift comes first. */
const NAMED = 8;
const NONE: readonly SwapProposal[] = [];

function Proposal({ proposal, names, readOnly }: { proposal: SwapProposal; names: SwapNames; readOnly: boolean }) {
  const resolve = useCommand(orpc.conflicts.resolve);
  const steps = swapSteps(proposal, names);
  const sentence = swapSentence(proposal, names);
  return (
    <Box
      component="li"
      sx={{ display: 'flex', alignItems: 'center', gap: 4, px: 4, py: 2, borderTop: 1, borderColor: 'divider' }}
    >
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography sx={{ fontWeight: 540, overflowWrap: 'anywhere' }}>{sentence}</Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {capital(swapEffect(proposal, names))}
        </Typography>
      </Box>
      <Button
        variant="outlined"
        disabled={readOnly || steps === null}
        loading={resolve.busy}
        aria-label={`Do this: ${sentence}`}
        onClick={() => {
          if (steps !== null) void resolve.run({ key: null, steps });
        }}
        sx={{ flexShrink: 0 }}
      >
        Do this
      </Button>
    </Box>
  );
}

/** Moves and exchanges that would mend clashes or deadlines of coming bookings and harm nothing. */
export function SwapsPanel({ environments, readOnly }: { environments: readonly Environment[]; readOnly: boolean }) {
  const [most, setMost] = useState(FIRST);
  const query = useQuery({ ...swapsQuery(most), placeholderData: (kept) => kept });
  const answer = answerOf(query);
  const found = 'data' in answer ? answer.data : null;
  const shown = useMemo(() => found?.proposals.slice(0, NAMED) ?? NONE, [found]);
  const { byId } = useBookingsById(bookingsNamed(shown, []));
  const names: SwapNames = useMemo(
    () => ({ bookings: byId, environments: new Map(environments.map((one) => [one.id, one])) }),
    [byId, environments],
  );
  const isQuiet = found !== null && found.clashes.length === 0 && found.missed.length === 0;
  if (isQuiet && answer.kind === 'here' && answer.stale === null) return null;
  return (
    <Panel
      title="Ways out"
      beside={
        found !== null && (
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            {[
              ...(found.clashes.length > 0 ? [formatCount(found.clashes.length, 'clashing pair')] : []),
              ...(found.missed.length > 0 ? [formatCount(found.missed.length, 'missed deadline')] : []),
            ].join(', ')}{' '}
            to come
          </Typography>
        )
      }
      actions={
        found !== null &&
        !found.complete && (
          <Button disabled={most === MOST} loading={query.isFetching} onClick={() => setMost(MOST)}>
            Look further
          </Button>
        )
      }
      flush
    >
      <AnswerView answer={answer} loading={<LinearProgress aria-label="Looking for ways out" />} padding={4}>
        {({ proposals, tried, complete }) => (
          <>
            <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
              {shown.map((proposal) => (
                <Proposal key={JSON.stringify(proposal.to)} proposal={proposal} names={names} readOnly={readOnly} />
              ))}
            </Box>
            <Typography variant="body2" sx={{ px: 4, py: 2, color: 'text.secondary' }}>
              {proposals.length === 0 &&
                'No other environment of the same kind and region, and no exchange, mends any of it without harm: move a booking by hand. '}
              {proposals.length > NAMED && `The best ${NAMED} of ${formatNumber(proposals.length)}. `}
              {formatCount(tried, 'candidate')} tried{complete ? ', which were all.' : '; there are more to try.'}
            </Typography>
          </>
        )}
      </AnswerView>
    </Panel>
  );
}
