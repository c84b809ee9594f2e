import Box from '@mui/material/Box';
import { releaseTitle } from '../../../../shared/domain/text/release-title.ts';
import { MilestoneKind } from '../../../../shared/model/train.ts';
import { useZones } from '../../../lib/display-zone.tsx';
import { formatDay } from '../../../lib/format.ts';
import { SelectInput, TextInput } from '../../../ui/form-field.tsx';
import { lookOf } from '../../../ui/milestone-kinds.ts';
import { SeveralPicker } from '../../../ui/several-picker.tsx';
import type { Made } from '../use-names.ts';
import type { ReleaseChoice } from '../use-open-releases.ts';
import type { IntegrationDraft, ReadDraft } from './draft.ts';

const readyKinds = MilestoneKind.options.map((value) => ({ value, label: `End of ${lookOf(value).label}` }));

export interface IntegrationFormProps {
  readonly draft: IntegrationDraft;
  readonly problems: ReadDraft['problems'];
  readonly made: Made;
  readonly releases: readonly ReleaseChoice[];
  readonly failure: string | null;
  readonly onChange: (changes: Partial<IntegrationDraft>) => void;
}

/** Which releases are brought together, for how long, in whose hours, where and among which days. */
export function IntegrationForm({ draft, problems, made, releases, failure, onChange }: IntegrationFormProps) {
  const { workspace } = useZones();
  const places = 'data' in made.environments ? made.environments.data.filter(({ archived }) => !archived) : [];
  const choiceOf = new Map<string, ReleaseChoice>(releases.map((each) => [each.release.id, each]));
  const labelOf = (id: string) => {
    const choice = choiceOf.get(id);
    if (choice === undefined) return 'not to come any more';
    return `${releaseTitle(choice.train, choice.release.name)}, ${formatDay(choice.release.day, 'medium')}`;
  };
  const pair = { display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 2, alignItems: 'start' };
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 4 }}>
      <SeveralPicker
        label="Releases"
        hint={problems.releases ?? 'Of as many trains as have to be tried together.'}
        none="No release ahead is called that."
        failure={failure}
        options={releases.map(({ release }) => release.id as string)}
        value={draft.releases}
        keyOf={(id) => id}
        labelOf={labelOf}
        groupOf={(id) => choiceOf.get(id)?.train ?? ''}
        onChange={(chosen) => onChange({ releases: chosen })}
      />
      <SelectInput
        label="Ready by"
        value={draft.readyBy}
        choices={readyKinds}
        hint="Else by its scope cut-off, else from the first day on."
        onChange={(readyBy) => onChange({ readyBy })}
      />
      <Box sx={pair}>
        <TextInput
          label="Minutes each"
          type="number"
          value={draft.minutes}
          error={problems.minutes}
          onChange={(minutes) => onChange({ minutes })}
          slotProps={{ htmlInput: { min: 1 } }}
        />
        <TextInput
          label="Hours between"
          type="number"
          value={draft.gap}
          error={problems.gap}
          onChange={(gap) => onChange({ gap })}
          slotProps={{ htmlInput: { min: 0 } }}
        />
        <TextInput
          label="Teams work from"
          type="time"
          value={draft.hoursFrom}
          error={problems.hoursFrom}
          onChange={(hoursFrom) => onChange({ hoursFrom })}
        />
        <TextInput
          label="to"
          type="time"
          value={draft.hoursTo}
          error={problems.hoursTo}
          onChange={(hoursTo) => onChange({ hoursTo })}
        />
      </Box>
      <SelectInput
        label="Environment"
        value={draft.environment}
        choices={[
          { value: '', label: 'None in particular' },
          ...places.map(({ id, name }) => ({ value: id as string, label: name })),
        ]}
        hint="Then its freezes, windows and other people’s bookings count."
        onChange={(environment) => onChange({ environment })}
      />
      <Box sx={pair}>
        <TextInput
          label="From day"
          type="date"
          value={draft.from}
          error={problems.from}
          onChange={(from) => onChange({ from })}
        />
        <TextInput
          label="To day"
          type="date"
          value={draft.until}
          error={problems.until}
          hint={workspace}
          onChange={(until) => onChange({ until })}
        />
      </Box>
    </Box>
  );
}
