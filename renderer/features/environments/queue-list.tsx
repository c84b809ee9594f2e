import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import type { Environment } from '../../../shared/model/environment.ts';
import type { BookingId } from '../../../shared/model/ids.ts';
import { answerOf } from '../../lib/answer.ts';
import { AnswerView } from '../../ui/answer-view.tsx';
import { RowSkeletons } from '../../ui/skeletons.tsx';
import { useBookingsById } from './booking-names.ts';
import { PanelLink } from './panel-link.tsx';
import { queueQuery } from './queries.ts';
import { disciplineWords, expectedText } from './view-model.ts';

const NONE: readonly never[] = [];

/** Who waits for an environment, in order, each with the reason and when it would get it. */
export function QueueList({ environment }: { environment: Environment }) {
  const answer = answerOf(useQuery(queueQuery(environment.id)));
  const places = 'data' in answer ? answer.data.places : NONE;
  const { byId } = useBookingsById(places.flatMap(({ bookingId, waitsFor }) => [bookingId, ...waitsFor]));
  const titleOf = (id: BookingId) => byId.get(id)?.title ?? '…';
  return (
    <AnswerView answer={answer} loading={<RowSkeletons rows={3} />}>
      {() =>
        places.length === 0 ? (
          <Typography sx={{ color: 'text.secondary' }}>Nobody waits for it.</Typography>
        ) : (
          <>
            <Typography variant="body2" sx={{ color: 'text.secondary', mb: 1.5 }}>
              In this order: {disciplineWords[environment.discipline].toLowerCase()}.
            </Typography>
            <Box component="ol" sx={{ m: 0, pl: 5, display: 'flex', flexDirection: 'column', gap: 2 }}>
              {places.map((place) => {
                const booking = byId.get(place.bookingId);
                return (
                  <li key={place.bookingId}>
                    <PanelLink booking={place.bookingId}>{titleOf(place.bookingId)}</PanelLink>
                    <Typography variant="body2" component="div">
                      {place.because}
                    </Typography>
                    <Typography
                      variant="body2"
                      component="div"
                      sx={{ color: place.late === true || place.expected === null ? 'error.main' : 'text.secondary' }}
                    >
                      {booking !== undefined && expectedText(place, booking.zone)}
                      {place.waitsFor.length > 0 && ` Waits for ${place.waitsFor.slice(0, 3).map(titleOf).join(', ')}`}
                      {place.waitsFor.length > 3 && ` and ${place.waitsFor.length - 3} more`}
                      {place.waitsFor.length > 0 && '.'}
                    </Typography>
                  </li>
                );
              })}
            </Box>
          </>
        )
      }
    </AnswerView>
  );
}
