import BuildOutlined from '@mui/icons-material/BuildOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import LinearProgress from '@mui/material/LinearProgress';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import type { Conflict, Move, WaysOut } from '../../shared/model/conflict.ts';
import { answerOf } from '../lib/answer.ts';
import { orpc } from '../lib/client.ts';
import { waysOutQuery } from '../lib/conflict-queries.ts';
import { formatCount } from '../lib/format.ts';
import { useCommand } from '../lib/use-command.ts';
import { AnswerView } from './answer-view.tsx';
import { costParts } from './conflict-words.ts';
import { RouterButton } from './router-link.tsx';

interface NoWayProps {
  readonly conflict: Conflict;
  readonly found: WaysOut;
  readonly readOnly: boolean;
  readonly onWaive: (() => void) | undefined;
}

interface WayProps {
  readonly move: Move;
  readonly busy: boolean;
  readonly readOnly: boolean;
  readonly onTake: () => void;
}

function Way({ move, busy, readOnly, onTake }: WayProps) {
  return (
    <Box component="li" sx={{ py: 2, borderTop: 1, borderColor: 'divider', display: 'flex', gap: 2 }}>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Typography sx={{ textWrap: 'pretty' }}>{move.sentence}</Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {costParts(move.cost).join(' · ')}
        </Typography>
        {move.stays.length > 0 && (
          <Typography variant="body2" sx={{ textWrap: 'pretty' }}>
            {staysText(move.stays)}
          </Typography>
        )}
      </Box>
      <Button
        variant="outlined"
        disabled={readOnly || busy}
        aria-label={`Take it: ${move.sentence}`}
        onClick={onTake}
        sx={{ flexShrink: 0, alignSelf: 'flex-start' }}
      >
        Take it
      </Button>
    </Box>
  );
}

/** What a way out leaves: `Still in conflict: Nothing may be deployed in the freeze “Sale days”.` */
function staysText([first, ...others]: readonly string[]): string {
  const more = others.length === 0 ? '' : ` And ${formatCount(others.length, 'more conflict')}.`;
  return `Still in conflict: ${first}${more}`;
}

/** The move that came nearest, where there is no way out, and what to do instead. */
function NoWay({ conflict, found, readOnly, onWaive }: NoWayProps) {
  const { nearest } = found;
  const more = nearest === null || nearest.more === 0 ? '' : ` And ${formatCount(nearest.more, 'more conflict')}.`;
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 3, mt: 3 }}>
      {nearest !== null && (
        <Box>
          <Typography variant="subtitle2">The nearest move makes another conflict</Typography>
          <Typography sx={{ textWrap: 'pretty' }}>{nearest.sentence}</Typography>
          <Typography variant="body2" sx={{ color: 'text.secondary', textWrap: 'pretty' }}>
            It would break: {nearest.makes}
            {more}
          </Typography>
        </Box>
      )}
      <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap' }}>
        {conflict.kind === 'release-in-freeze' && (
          <RouterButton to="/windows" search={{ rule: conflict.ruleId }} variant="outlined">
            Ask for an override
          </RouterButton>
        )}
        {onWaive !== undefined && (
          <Button variant="outlined" disabled={readOnly} onClick={onWaive}>
            Waive it
          </Button>
        )}
      </Box>
    </Box>
  );
}

function searchText({ moves, tried, complete }: WaysOut): string {
  const looked = tried === 1 ? 'One move was tried.' : `${tried} moves were tried.`;
  if (moves.length === 0 && complete) return `No move resolves it without making another conflict. ${looked}`;
  if (moves.length === 0) return `Nothing was found in the time that a search may take. ${looked}`;
  return complete ? looked : `${looked} There may be more.`;
}

/** The cheapest ways out of a conflict, asked for by a press: each is one command that can be undone. */
export function ConflictWaysOut(props: {
  readonly conflict: Conflict;
  readonly readOnly: boolean;
  /** Whether they have been asked for. */
  readonly asked: boolean;
  readonly onAsk: () => void;
  readonly onResolved?: (() => void) | undefined;
  /** Accepts it for a while; left out where it is waived already. */
  readonly onWaive?: (() => void) | undefined;
}) {
  const { conflict, readOnly, asked, onAsk, onResolved, onWaive } = props;
  const answer = answerOf(useQuery({ ...waysOutQuery(conflict.key), enabled: asked, retry: false }));
  const resolve = useCommand(orpc.conflicts.resolve);

  async function take({ steps }: Move): Promise<void> {
    if ((await resolve.run({ key: conflict.key, steps: [...steps] })) !== null) onResolved?.();
  }

  if (!asked) {
    return (
      <Button variant="contained" startIcon={<BuildOutlined />} onClick={onAsk}>
        Find ways out
      </Button>
    );
  }
  return (
    <Box aria-live="polite" aria-busy={answer.kind === 'loading'}>
      <AnswerView
        answer={answer}
        loading={
          <>
            <Typography sx={{ color: 'text.secondary', mb: 2 }}>Looking for the cheapest moves…</Typography>
            <LinearProgress aria-label="Looking for ways out" />
          </>
        }
      >
        {(found) => (
          <>
            <Box component="ol" aria-label="Ways out, the cheapest first" sx={{ listStyle: 'none', m: 0, p: 0 }}>
              {found.moves.map((move) => (
                <Way
                  // Two releases may have one name, and so two ways one sentence.
                  key={JSON.stringify(move.steps)}
                  move={move}
                  busy={resolve.busy}
                  readOnly={readOnly}
                  onTake={() => void take(move)}
                />
              ))}
            </Box>
            <Typography variant="body2" sx={{ color: 'text.secondary', mt: 2 }}>
              {searchText(found)} {readOnly && 'This workspace is read-only: nothing can be moved.'}
            </Typography>
            {found.moves.length === 0 && (
              <NoWay conflict={conflict} found={found} readOnly={readOnly} onWaive={onWaive} />
            )}
          </>
        )}
      </AnswerView>
    </Box>
  );
}
