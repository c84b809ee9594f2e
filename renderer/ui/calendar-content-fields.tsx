import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import { hasContent } from '../../shared/domain/exchange/calendar-content.ts';
import type { CalendarContent } from '../../shared/model/feed.ts';
import type { PersonId, TrainId } from '../../shared/model/ids.ts';
import { FieldGroup } from './form-field.tsx';
import { NamedPicker } from './named-picker.tsx';

/** What can be chosen from, and why it could not be read. */
interface Choices<Id extends string> {
  readonly options: readonly { readonly id: Id; readonly name: string }[];
  readonly failure: string | null;
}

interface ContentProps {
  readonly content: CalendarContent;
  readonly trains: Choices<TrainId>;
  readonly people: Choices<PersonId>;
  readonly onChange: (content: CalendarContent) => void;
}

/** What a new calendar of the plan has in it: everything but duties. */
export const USUAL_CONTENT: CalendarContent = {
  trainIds: null,
  departures: true,
  milestones: true,
  rules: true,
  duties: false,
  personIds: null,
};

const PARTS = [
  { name: 'departures', label: 'Departures' },
  { name: 'milestones', label: 'Milestones' },
  { name: 'rules', label: 'Windows, freezes and maintenance' },
  { name: 'duties', label: 'Duties: who must be there for a release' },
] as const;

function orNull<Id extends string>(ids: readonly Id[]): Id[] | null {
  return ids.length === 0 ? null : [...ids];
}

/** Chooses what a calendar of the plan has in it. */
export function CalendarContentFields({ content, trains, people, onChange }: ContentProps) {
  return (
    <>
      <NamedPicker
        label="Trains"
        empty="Every train"
        hint="Leave it empty for every train, also those that are made later."
        none="There are no trains yet."
        options={trains.options}
        failure={trains.failure}
        value={content.trainIds ?? []}
        onChange={(ids) => onChange({ ...content, trainIds: orNull(ids) })}
      />
      <FieldGroup label="What is in it" hint={hasContent(content) ? undefined : 'Choose something.'}>
        <Box sx={{ display: 'flex', flexDirection: 'column' }}>
          {PARTS.map(({ name, label }) => (
            <FormControlLabel
              key={name}
              control={
                <Checkbox
                  checked={content[name]}
                  onChange={(event) => onChange({ ...content, [name]: event.target.checked })}
                />
              }
              label={label}
            />
          ))}
        </Box>
      </FieldGroup>
      {content.duties && (
        <NamedPicker
          label="Whose duties"
          empty="Everybody’s"
          none="There are no people yet."
          options={people.options}
          failure={people.failure}
          value={content.personIds ?? []}
          onChange={(ids) => onChange({ ...content, personIds: orNull(ids) })}
        />
      )}
    </>
  );
}
