import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import { useQuery } from '@tanstack/react-query';
import { answerOf, choicesFailure } from '../../lib/answer.ts';
import { NamedPicker } from '../../ui/named-picker.tsx';
import { Panel } from '../../ui/panel.tsx';
import { RouterLink } from '../../ui/router-link.tsx';
import { catalogueQuery } from './queries.ts';
import type { SectionProps } from './section.ts';

const NOTHING = { services: [], teams: [] };

/** Which services the train ships, who works for it, and what it keeps free for what slips. */
export function CrewSection({ draft, problems, onChange }: SectionProps) {
  const catalogue = answerOf(useQuery(catalogueQuery()));
  const failure = choicesFailure(catalogue);
  const { services, teams } = 'data' in catalogue ? catalogue.data : NOTHING;
  return (
    <Panel
      title="Services and teams"
      actions={
        <RouterLink to="/catalogue" variant="body2">
          Open services and teams
        </RouterLink>
      }
    >
      <Box sx={{ display: 'flex', flexDirection: 'column', gap: 4 }}>
        <NamedPicker
          label="Services"
          hint="What its releases deploy: freezes, windows and clashes are judged by them."
          none="There are no services yet: add them under Services and teams."
          options={services}
          failure={failure}
          value={draft.services}
          onChange={(services) => onChange({ services })}
        />
        <NamedPicker
          label="Teams"
          hint="Whose finished work forecasts what its releases can hold."
          none="There are no teams yet: add them under Services and teams."
          options={teams}
          failure={failure}
          value={draft.teams}
          onChange={(teams) => onChange({ teams })}
        />
        <TextField
          type="number"
          label="Buffer"
          value={draft.bufferDays}
          onChange={(event) => onChange({ bufferDays: event.target.value })}
          error={problems.bufferDays !== undefined}
          helperText={
            problems.bufferDays ?? 'Working days before each departure that are kept free for what slips. 0 for none.'
          }
          slotProps={{ htmlInput: { min: 0, max: 200, step: 1 } }}
          sx={{ maxWidth: 240 }}
        />
      </Box>
    </Panel>
  );
}
