import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { CalendarRelease } from '../../../shared/contract/calendar.ts';
import { addDays } from '../../../shared/domain/calendar/days.ts';
import type { ReleaseId } from '../../../shared/model/ids.ts';
import type { Span } from '../../../shared/model/span.ts';
import { answerOf, choicesFailure } from '../../lib/answer.ts';
import { useOwnZone } from '../../lib/display-zone.tsx';
import { dayIn, formatDay } from '../../lib/format.ts';
import { useNow } from '../../lib/use-now.ts';
import { useTouch } from '../../ui/touched.ts';
import { releaseQuery, releasesQuery } from './queries.ts';

const NO_LANES: readonly never[] = [];

export interface ReleaseChoiceProps {
  readonly value: ReleaseId | null;
  readonly onChoose: (release: CalendarRelease | null) => void;
  /** Takes over the time of one of its milestones. */
  readonly onTime: (span: Span) => void;
}

/** Which release a booking is for, and the milestones whose time it can take over. */
export function ReleaseChoice({ value, onChoose, onTime }: ReleaseChoiceProps) {
  const today = dayIn(useNow(), useOwnZone());
  const touch = useTouch();
  const answer = answerOf(useQuery(releasesQuery({ from: addDays(today, -90), to: addDays(today, 400) })));
  const failure = choicesFailure(answer);
  const lanes = 'data' in answer ? answer.data.lanes : NO_LANES;
  const options = useMemo(
    () => lanes.flatMap(({ name, releases }) => releases.map((release) => ({ release, train: name }))),
    [lanes],
  );
  const chosen = options.find(({ release }) => release.id === value) ?? null;
  // One that is long past, or far ahead, is among the choices only where it is the one chosen.
  const { data: far } = useQuery(releaseQuery(value !== null && chosen === null && 'data' in answer ? value : null));
  const farChoice =
    far === undefined ? null : { train: far.trainName, release: { ...far.release, milestones: far.milestones } };
  const all = farChoice === null ? options : [farChoice, ...options];
  const current = chosen ?? farChoice;
  const spans = (current?.release.milestones ?? []).filter(({ endAt }) => endAt !== null);
  return (
    <Box>
      <Autocomplete
        options={all}
        value={current}
        onChange={(_event, next) => {
          touch();
          onChoose(next?.release ?? null);
        }}
        groupBy={({ train }) => train}
        getOptionLabel={({ release }) => `${release.name}, ${formatDay(release.day)}`}
        getOptionKey={({ release }) => release.id}
        isOptionEqualToValue={(one, other) => one.release.id === other.release.id}
        noOptionsText="No release of the next year is called so."
        renderInput={(params) => (
          <TextField
            {...params}
            label="Release"
            placeholder="None: a demo, a drill"
            error={failure !== null}
            helperText={failure ?? undefined}
          />
        )}
      />
      {spans.length > 0 && (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, mt: 1.5 }}>
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>
            Take the time of
          </Typography>
          {spans.map(({ id, name, startAt, endAt }) => (
            <Button
              key={id}
              variant="outlined"
              size="small"
              onClick={() => {
                touch();
                if (endAt !== null) onTime({ start: startAt, end: endAt });
              }}
            >
              {name}
            </Button>
          ))}
        </Box>
      )}
    </Box>
  );
}
