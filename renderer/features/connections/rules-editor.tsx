import AddRounded from '@mui/icons-material/AddRounded';
import CloseRounded from '@mui/icons-material/CloseRounded';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import OutlinedInput from '@mui/material/OutlinedInput';
import type { MappingRules, StatusCategory } from '../../../shared/model/connection.ts';
import { FieldGroup, SelectInput, TextInput } from '../../ui/form-field.tsx';
import { ListEntry } from '../../ui/list-entry.tsx';
import { categoryLooks } from '../../ui/status-looks.ts';
import type { ConnectionDraft, Problems } from './draft.ts';

type Statuses = MappingRules['statuses'];

const categories = (Object.keys(categoryLooks) as StatusCategory[]) // the looks are keyed by exactly the categories
  .map((value) => ({ value, label: categoryLooks[value].label }));

function StatusRules({ statuses, onChange }: { statuses: Statuses; onChange: (statuses: Statuses) => void }) {
  const replace = (at: number, rule: Statuses[number]) => onChange(statuses.with(at, rule));
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 1.5 }}>
      {statuses.map((rule, at) => (
        // Rules have no identity but their place.
        <ListEntry
          key={`rule-${at + 1}`}
          sx={{ display: 'grid', gridTemplateColumns: '1fr auto 140px 32px', gap: 2, alignItems: 'center' }}
        >
          <OutlinedInput
            value={rule.pattern}
            placeholder="In review*"
            slotProps={{ input: { 'aria-label': `Status pattern ${at + 1}` } }}
            onChange={(event) => replace(at, { ...rule, pattern: event.target.value })}
          />
          <Box component="span" sx={{ color: 'text.secondary' }}>
            means
          </Box>
          <SelectInput
            hideLabel
            label={`Meaning of pattern ${at + 1}`}
            value={rule.category}
            choices={categories}
            onChange={(category) => replace(at, { ...rule, category })}
          />
          <IconButton aria-label={`Remove rule ${at + 1}`} onClick={() => onChange(statuses.toSpliced(at, 1))}>
            <CloseRounded />
          </IconButton>
        </ListEntry>
      ))}
      <Box sx={{ ml: -3 }}>
        <Button startIcon={<AddRounded />} onClick={() => onChange([...statuses, { pattern: '', category: 'active' }])}>
          Add a status rule
        </Button>
      </Box>
    </Box>
  );
}

export interface RulesEditorProps {
  readonly draft: ConnectionDraft;
  readonly problems: Problems;
  readonly onChange: (changes: Partial<ConnectionDraft>) => void;
}

/** How a provider's names are read: statuses, production environments, jobs that deploy. */
export function RulesEditor({ draft, problems, onChange }: RulesEditorProps) {
  return (
    <>
      <FieldGroup
        label="Statuses"
        hint={
          problems.statuses ??
          'The first pattern that fits decides; * stands for any text. A status that none names keeps what the provider says of it.'
        }
      >
        <StatusRules statuses={draft.statuses} onChange={(statuses) => onChange({ statuses })} />
      </FieldGroup>
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 4 }}>
        <TextInput
          label="Production environments"
          value={draft.productionEnvironments}
          onChange={(productionEnvironments) => onChange({ productionEnvironments })}
          error={problems.productionEnvironments}
          hint="One pattern to a line. Deployments there count as production."
          placeholder={'production\nprod-*'}
          lines={3}
        />
        <TextInput
          label="Jobs that deploy"
          value={draft.deploymentJobs}
          onChange={(deploymentJobs) => onChange({ deploymentJobs })}
          error={problems.deploymentJobs}
          hint="One pattern to a line. Their success counts as a deployment to production."
          placeholder={'deploy-production\n*release*'}
          lines={3}
        />
      </Box>
    </>
  );
}
