import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Span } from '../../../../shared/model/span.ts';
import type { TargetVerdict } from '../../../../shared/model/verdict.ts';
import { answerOf } from '../../../lib/answer.ts';
import { orpc } from '../../../lib/client.ts';
import { spanIn } from '../../../lib/clock-words.ts';
import { useAge, useOwnZone } from '../../../lib/display-zone.tsx';
import { formatCount, formatDuration, formatInstant, formatNumber, zoneName } from '../../../lib/format.ts';
import { AnswerView } from '../../../ui/answer-view.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { BlockSkeleton } from '../../../ui/skeletons.tsx';
import { StatusText } from '../../../ui/status-chip.tsx';
import { stateLooks } from '../kinds.ts';
import type { Names } from '../names.ts';
import type { Question } from './question.ts';
import { StateBar } from './state-bar.tsx';
import { becauseWords, type Judged, judgedAlike, placesText } from './verdict-words.ts';

const SHOWN = 6;

function Segments({ judged, all }: { judged: Judged; all: boolean }) {
  const zone = useOwnZone();
  const segments = all ? judged.segments : judged.segments.slice(0, SHOWN);
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {segments.map((segment) => (
        <Box component="li" key={segment.span.start} sx={{ py: 0.75, display: 'flex', gap: 3, alignItems: 'baseline' }}>
          <Box sx={{ width: 132, flexShrink: 0 }}>
            <StatusText look={stateLooks[segment.state]} />
          </Box>
          <Box sx={{ minWidth: 0 }}>
            <div>{spanIn(segment.span, zone)}</div>
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              {becauseWords(segment, zone)}
            </Typography>
          </Box>
        </Box>
      ))}
    </Box>
  );
}

/** How places are judged: a bar for those that are judged alike, and each stretch of it in words. */
function Judgement({ targets, range, names }: { targets: readonly TargetVerdict[]; range: Span; names: Names }) {
  const [all, setAll] = useState(false);
  const groups = judgedAlike(targets, names);
  const shown = all ? groups : groups.slice(0, SHOWN);
  const isCut = groups.length > SHOWN || groups.some(({ segments }) => segments.length > SHOWN);
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 4 }}>
      {shown.map((judged) => (
        <Box key={judged.key}>
          <Typography sx={{ fontWeight: 560, mb: 1, overflowWrap: 'anywhere' }} title={judged.places.join('; ')}>
            {placesText(judged.places)}
          </Typography>
          <StateBar
            segments={judged.segments}
            range={range}
            label={`${placesText(judged.places)}: ${judged.legal ? 'allowed' : 'not allowed'}`}
          />
          <Box sx={{ mt: 1 }}>
            <Segments judged={judged} all={all} />
          </Box>
        </Box>
      ))}
      {isCut && (
        <Box>
          <Button variant="outlined" onClick={() => setAll(!all)}>
            {all ? 'Show less' : 'Show all of it'}
          </Button>
        </Box>
      )}
    </Box>
  );
}

export interface AnswerProps {
  readonly question: Question;
  readonly names: Names;
}

/** Whether the span asked about is legal, place by place, and why not. */
export function VerdictPanel({ question, names }: AnswerProps) {
  const { to, span } = question;
  const zone = useOwnZone();
  const input = { to, span };
  const verdict = answerOf(
    useQuery({ ...orpc.scheduleRules.judge.queryOptions({ input }), placeholderData: keepPreviousData }),
  );
  const minutes = useQuery({
    ...orpc.scheduleRules.legalMinutes.queryOptions({ input }),
    placeholderData: keepPreviousData,
  }).data;
  return (
    <Panel title="At that time">
      <AnswerView answer={verdict} loading={<BlockSkeleton height={96} />}>
        {(answer) => (
          <Box sx={{ display: 'flex', flexDirection: 'column', gap: 4 }}>
            <Notice tone={answer.legal ? 'success' : 'warning'}>
              <strong>{answer.legal ? 'Allowed' : 'Not allowed'}</strong>: {spanIn(answer.span, zone)}
              {minutes !== undefined &&
                !answer.legal &&
                `; ${formatNumber(minutes.legal)} of its ${formatCount(minutes.of, 'minute')} are legal everywhere`}
              .
            </Notice>
            <Judgement targets={answer.targets} range={answer.span} names={names} />
          </Box>
        )}
      </AnswerView>
    </Panel>
  );
}

/** The first minute from which it is legal for as long, and why not sooner. */
export function FirstLegalPanel({ question, names }: AnswerProps) {
  const { to, span, minutes } = question;
  const zone = useOwnZone();
  const age = useAge();
  const input = { to, after: span.start, minutes };
  const answer = answerOf(
    useQuery({ ...orpc.scheduleRules.firstLegal.queryOptions({ input }), placeholderData: keepPreviousData }),
  );
  const length = formatDuration(minutes * 60_000);
  return (
    <Panel title="First legal minute">
      <AnswerView answer={answer} loading={<BlockSkeleton height={64} />}>
        {(first) => {
          const end = first.found === 'yes' ? first.at : first.lookedUntil;
          const at = `${formatInstant(end, zone)} ${zoneName(zone, end)}`;
          return (
            <Box sx={{ display: 'flex', flexDirection: 'column', gap: 4 }}>
              <Typography sx={{ fontSize: 16, fontWeight: 600 }}>
                {first.found === 'yes' ? at : `None before ${at}`}
              </Typography>
              <Typography sx={{ color: 'text.secondary', mt: -3 }}>
                {first.found === 'yes'
                  ? `Legal for ${length} from then on, ${age(first.at)}.`
                  : `No time that is ${length} long is legal in the 90 days after the start asked about.`}
              </Typography>
              {first.waiting.length > 0 && (
                <>
                  <Typography variant="h3">Why not sooner</Typography>
                  <Judgement targets={first.waiting} range={{ start: span.start, end }} names={names} />
                </>
              )}
            </Box>
          );
        }}
      </AnswerView>
    </Panel>
  );
}
