import AddRounded from '@mui/icons-material/AddRounded';
import CloseRounded from '@mui/icons-material/CloseRounded';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import IconButton from '@mui/material/IconButton';
import OutlinedInput from '@mui/material/OutlinedInput';
import Typography from '@mui/material/Typography';
import { FieldGroup, SelectInput } from '../../ui/form-field.tsx';
import { ListEntry } from '../../ui/list-entry.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ProjectPicker } from '../../ui/project-picker.tsx';
import type { RuleDraft } from './draft.ts';
import type { SectionProps } from './section.ts';

const ruleKinds = [
  { value: 'version', label: 'Version is' },
  { value: 'label', label: 'Label is' },
  { value: 'query', label: 'Query finds it' },
] as const;

const placeholders = {
  version: '{release}',
  label: 'train-*',
  query: 'project:PAY type:bug label:"ready to ship"',
} as const satisfies Record<RuleDraft['by'], string>;

function Rules({ draft, problems, onChange }: SectionProps) {
  const { boarding } = draft;
  const replace = (at: number, rule: RuleDraft) => onChange({ boarding: boarding.with(at, rule) });
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 1.5 }}>
      {boarding.map((rule, at) => (
        // Rules have no identity but their place.
        <ListEntry key={`rule-${at + 1}`}>
          <Box sx={{ display: 'grid', gridTemplateColumns: '140px 1fr 32px', gap: 2, alignItems: 'center' }}>
            <SelectInput
              hideLabel
              label={`Kind of rule ${at + 1}`}
              value={rule.by}
              choices={ruleKinds}
              onChange={(by) => replace(at, { ...rule, by })}
            />
            <OutlinedInput
              value={rule.text}
              placeholder={placeholders[rule.by]}
              error={problems[`boarding.${at}`] !== undefined}
              onChange={(event) => replace(at, { ...rule, text: event.target.value })}
              slotProps={{ input: { 'aria-label': `Rule ${at + 1}`, spellCheck: false } }}
            />
            <IconButton
              aria-label={`Remove rule ${at + 1}`}
              onClick={() => onChange({ boarding: boarding.toSpliced(at, 1) })}
            >
              <CloseRounded />
            </IconButton>
          </Box>
          {problems[`boarding.${at}`] !== undefined && (
            <Typography role="alert" variant="body2" sx={{ color: 'error.main', mt: 0.5 }}>
              {problems[`boarding.${at}`]}
            </Typography>
          )}
        </ListEntry>
      ))}
      <Box sx={{ ml: -3 }}>
        <Button
          startIcon={<AddRounded />}
          onClick={() => onChange({ boarding: [...boarding, { by: 'label', text: '' }] })}
        >
          Add a rule
        </Button>
      </Box>
    </Box>
  );
}

/** What the train ships, and which work items board its releases by themselves. */
export function ShippingSection(props: SectionProps) {
  const { draft, onChange } = props;
  return (
    <Panel title="What boards">
      <Box sx={{ display: 'flex', flexDirection: 'column', gap: 4 }}>
        <ProjectPicker
          label="Projects"
          hint="The repositories and projects that this train ships. Rules look only at these; without any, at all."
          none="Any project"
          value={draft.projects}
          onChange={(projects) => onChange({ projects })}
        />
        <FieldGroup
          label="Boarding rules"
          hint="A work item boards where any rule names it. {release} stands for the release’s name, * for any text. Nothing boards without a person asking for it."
        >
          <Rules {...props} />
        </FieldGroup>
      </Box>
    </Panel>
  );
}
