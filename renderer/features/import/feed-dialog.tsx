import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { hasContent } from '../../../shared/domain/exchange/calendar-content.ts';
import { answerOf, choicesFailure, listOf } from '../../lib/answer.ts';
import { orpc } from '../../lib/client.ts';
import { toFailure } from '../../lib/failures.ts';
import { notify } from '../../lib/toasts.ts';
import { CalendarContentFields, USUAL_CONTENT } from '../../ui/calendar-content-fields.tsx';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { TextInput } from '../../ui/form-field.tsx';
import { catalogueQuery, trainsQuery } from './queries.ts';

/** Asks what a calendar feed is to have in it, and makes it. */
export function FeedDialog({ onClose, onDone }: { onClose: () => void; onDone: () => void }) {
  const trains = answerOf(useQuery(trainsQuery()));
  const [name, setName] = useState('Release plan');
  const [content, setContent] = useState(USUAL_CONTENT);
  const catalogue = answerOf(useQuery(catalogueQuery()));
  const add = useMutation({
    mutationFn: () => orpc.exchange.addFeed.call({ ...content, name: name.trim() }),
    onSuccess: () => {
      notify.done(`Made the calendar feed “${name.trim()}”`);
      onDone();
    },
  });
  return (
    <FormDialog
      open
      title="Share as a calendar feed"
      submit="Make the feed"
      busy={add.isPending}
      ready={name.trim() !== '' && hasContent(content)}
      failure={add.error === null ? null : toFailure(add.error)}
      onSubmit={() => add.mutate()}
      onClose={onClose}
    >
      <TextInput
        label="Name"
        value={name}
        onChange={setName}
        hint="By this name you know it again, to revoke it."
        slotProps={{ htmlInput: { maxLength: 120 } }}
        autoFocus
        required
      />
      <CalendarContentFields
        content={content}
        trains={{ options: listOf(trains).map(({ train }) => train), failure: choicesFailure(trains) }}
        people={{ options: 'data' in catalogue ? catalogue.data.people : [], failure: choicesFailure(catalogue) }}
        onChange={setContent}
      />
    </FormDialog>
  );
}
