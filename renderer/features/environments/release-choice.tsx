import Autocomplete from '@mui/material/Autocomplete';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import TextField from '@mui/material/TextField';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { CalendarMilestone } from '../../../shared/contract/calendar.ts';
import { addDays } from '../../../shared/domain/calendar/days.ts';
import { releaseTitle } from '../../../shared/domain/text/release-title.ts';
import type { ReleaseId } from '../../../shared/model/ids.ts';
import type { Span } from '../../../shared/model/span.ts';
import type { Day, Instant } from '../../../shared/model/time.ts';
import { answerOf, choicesFailure } from '../../lib/answer.ts';
import { useOwnZone } from '../../lib/display-zone.tsx';
import { dayIn, formatDay } from '../../lib/format.ts';
import { useNow } from '../../lib/use-now.ts';
import { useTouch } from '../../ui/touched.ts';
import type { BookedRelease } from './booking-draft.ts';
import { releaseQuery, releasesQuery } from './queries.ts';

const NO_LANES: readonly never[] = [];

/** A release among those that can be chosen, with the milestones whose time can be taken over. */
export interface Choice extends BookedRelease {
  readonly train: string;
  readonly day: Day;
  readonly departsAt: Instant;
  readonly milestones: readonly Pick<CalendarMilestone, 'id' | 'name' | 'kind' | 'startAt' | 'endAt'>[];
}

export interface ReleaseChoiceProps {
  readonly value: ReleaseId | null;
  readonly onChoose: (release: Choice | null) => void;
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
    () =>
      lanes.flatMap(({ name: train, releases }) =>
        releases.map((one): Choice => ({ ...one, train, title: releaseTitle(train, one.name) })),
      ),
    [lanes],
  );
  const chosen = options.find(({ id }) => id === value) ?? null;
  // One that is long past, or far ahead, is among the choices only where it is the one chosen.
  const { data: far } = useQuery(releaseQuery(value !== null && chosen === null && 'data' in answer ? value : null));
  const farChoice: Choice | null =
    far === undefined
      ? null
      : {
          ...far.release,
          train: far.trainName,
          title: releaseTitle(far.trainName, far.release.name),
          milestones: far.milestones,
        };
  const all = farChoice === null ? options : [farChoice, ...options];
  const current = chosen ?? farChoice;
  const spans = (current?.milestones ?? []).filter(({ endAt }) => endAt !== null);
  return (
    <Box>
      <Autocomplete
        options={all}
        value={current}
        onChange={(_event, next) => {
          touch();
          onChoose(next);
        }}
        groupBy={({ train }) => train}
        getOptionLabel={({ title, day }) => `${title}, ${formatDay(day)}`}
        getOptionKey={({ id }) => id}
        isOptionEqualToValue={(one, other) => one.id === other.id}
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
