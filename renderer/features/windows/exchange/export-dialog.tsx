import Box from '@mui/material/Box';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { addMonths, daysBetween } from '../../../../shared/domain/calendar/days.ts';
import { hasContent } from '../../../../shared/domain/exchange/calendar-content.ts';
import { Day } from '../../../../shared/model/time.ts';
import { answerOf, choicesFailure, listOf } from '../../../lib/answer.ts';
import { client, orpc } from '../../../lib/client.ts';
import { useZones } from '../../../lib/display-zone.tsx';
import { toFailure } from '../../../lib/failures.ts';
import { dayIn, formatCount } from '../../../lib/format.ts';
import { saveFile } from '../../../lib/save-file.ts';
import { notify } from '../../../lib/toasts.ts';
import { useNow } from '../../../lib/use-now.ts';
import { CalendarContentFields, USUAL_CONTENT } from '../../../ui/calendar-content-fields.tsx';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { TextInput } from '../../../ui/form-field.tsx';
import { catalogueQuery, trainsQuery } from '../queries.ts';

/** More days than this are not written at once. */
const MOST_DAYS = 3_660;

function daysProblem(from: string, to: string): string | null {
  const [first, last] = [Day.safeParse(from), Day.safeParse(to)];
  if (!first.success || !last.success) return 'Choose a day.';
  const days = daysBetween(first.data, last.data);
  if (days < 0) return 'It is before the first day.';
  return days > MOST_DAYS ? 'At most ten years at once.' : null;
}

/** Writes the plan as a calendar file that other programs read. */
export function ExportDialog({ onClose }: { onClose: () => void }) {
  const { workspace } = useZones();
  const today = dayIn(useNow(), workspace);
  const [from, setFrom] = useState<string>(today);
  const [to, setTo] = useState<string>(addMonths(today, 12));
  const [content, setContent] = useState(USUAL_CONTENT);
  const catalogue = answerOf(useQuery(catalogueQuery()));
  const trains = answerOf(useQuery(trainsQuery()));
  const info = useQuery(orpc.workspace.info.queryOptions({ input: {} })).data;
  const problem = daysProblem(from, to);
  const options = listOf(trains)
    .filter(({ train }) => !train.archived)
    .map(({ train }) => train);

  const save = useMutation({
    mutationFn: async () => {
      const input = { ...content, from: Day.parse(from), to: Day.parse(to) };
      const { text, entries, leftOut } = await client.exchange.calendar(input);
      saveFile({
        name: `${info?.name ?? 'Plan'} ${from} to ${to}.ics`,
        type: 'text/calendar;charset=utf-8',
        content: text,
      });
      const left =
        leftOut === 0 ? '' : `; ${formatCount(leftOut, 'entry', 'entries')} did not fit, windows and freezes first`;
      notify.done(`Wrote ${formatCount(entries, 'entry', 'entries')} into a calendar file${left}`);
    },
    onSuccess: onClose,
  });

  return (
    <FormDialog
      open
      title="Export a calendar"
      submit="Save file"
      busy={save.isPending}
      ready={problem === null && hasContent(content)}
      failure={save.error === null ? null : toFailure(save.error)}
      onSubmit={() => save.mutate()}
      onClose={onClose}
    >
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 4, alignItems: 'start' }}>
        <TextInput label="From day" type="date" value={from} onChange={setFrom} autoFocus />
        <TextInput label="To day" type="date" value={to} onChange={setTo} error={problem} />
      </Box>
      <CalendarContentFields
        content={content}
        trains={{ options, failure: choicesFailure(trains) }}
        people={{ options: 'data' in catalogue ? catalogue.data.people : [], failure: choicesFailure(catalogue) }}
        onChange={setContent}
      />
    </FormDialog>
  );
}
