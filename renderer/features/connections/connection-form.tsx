import ExpandMoreRounded from '@mui/icons-material/ExpandMoreRounded';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Collapse from '@mui/material/Collapse';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import { useState } from 'react';
import type { ConnectorDescription } from '../../../shared/contract/connections.ts';
import { FieldGroup, SelectInput, TextInput } from '../../ui/form-field.tsx';
import { authLabels, type ConnectionDraft, newDraft, type Problems, schedules } from './draft.ts';
import { RulesEditor } from './rules-editor.tsx';

export interface ConnectionFormProps {
  readonly kinds: readonly ConnectorDescription[];
  readonly draft: ConnectionDraft;
  readonly problems: Problems;
  /** A connection that is there keeps its provider. */
  readonly isNew: boolean;
  /** Where its secret is, for a connection that is there and has one. */
  readonly hasSecret: boolean;
  readonly onChange: (changes: Partial<ConnectionDraft>) => void;
}

function Provider({ kinds, draft, onChange }: Pick<ConnectionFormProps, 'kinds' | 'draft' | 'onChange'>) {
  return (
    <FieldGroup label="Provider">
      <ToggleButtonGroup
        exclusive
        value={draft.kind}
        onChange={(_event, kind: ConnectionDraft['kind'] | null) => {
          const connector = kinds.find((one) => one.kind === kind);
          if (connector !== undefined && kind !== draft.kind)
            onChange({ ...newDraft(connector), secret: draft.secret });
        }}
      >
        {kinds.map((connector) => (
          <ToggleButton key={connector.kind} value={connector.kind}>
            {connector.title}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </FieldGroup>
  );
}

function Access({
  draft,
  problems,
  hasSecret,
  onChange,
  connector,
}: ConnectionFormProps & { connector: ConnectorDescription }) {
  const kept = hasSecret && draft.auth !== 'none';
  return (
    <>
      <Box sx={{ display: 'grid', gridTemplateColumns: draft.auth === 'basic' ? '1fr 1fr' : '1fr', gap: 4 }}>
        <SelectInput
          label="Access"
          value={draft.auth}
          choices={connector.auth.map((auth) => ({ value: auth, label: authLabels[auth] }))}
          onChange={(auth) => onChange({ auth })}
        />
        {draft.auth === 'basic' && (
          <TextInput
            label="E-mail address"
            type="email"
            value={draft.user}
            onChange={(user) => onChange({ user })}
            error={problems.user}
          />
        )}
      </Box>
      {draft.auth !== 'none' && (
        <TextInput
          label="Token"
          type="password"
          value={draft.secret}
          onChange={(secret) => onChange({ secret })}
          error={problems.secret}
          placeholder={kept ? 'Kept; leave empty to keep it' : ''}
          hint={connector.tokenHelp}
        />
      )}
    </>
  );
}

function Schedule({ draft, problems, onChange }: Pick<ConnectionFormProps, 'draft' | 'problems' | 'onChange'>) {
  const usual = schedules.some(({ value }) => value === draft.everyMinutes);
  const [custom, setCustom] = useState(!usual);
  return (
    <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 4 }}>
      <SelectInput
        label="Sync"
        value={custom ? 'custom' : draft.everyMinutes}
        choices={[...schedules, { value: 'custom', label: 'Every … minutes' }]}
        onChange={(value) => {
          setCustom(value === 'custom');
          if (value !== 'custom') onChange({ everyMinutes: value });
        }}
        hint={
          problems.everyMinutes === undefined || custom
            ? 'Schedules pause while this machine is offline.'
            : problems.everyMinutes
        }
      />
      {custom && (
        <TextInput
          label="Minutes between syncs"
          type="number"
          value={draft.everyMinutes}
          onChange={(everyMinutes) => onChange({ everyMinutes })}
          error={problems.everyMinutes}
        />
      )}
    </Box>
  );
}

/** Everything about a connection that people type. */
export function ConnectionForm(props: ConnectionFormProps) {
  const { kinds, draft, problems, isNew, onChange } = props;
  const rulesAreWrong = [problems.statuses, problems.productionEnvironments, problems.deploymentJobs].some(Boolean);
  const [showRules, setShowRules] = useState(false);
  const connector = kinds.find((one) => one.kind === draft.kind);
  if (connector === undefined) return null;
  const rulesOpen = showRules || rulesAreWrong;
  const reads = `What to read, one to a line, such as ${connector.scopeExample}.`;
  return (
    <>
      {isNew && <Provider {...props} />}
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 4 }}>
        <TextInput
          label="Name"
          value={draft.name}
          onChange={(name) => onChange({ name })}
          error={problems.name}
          autoFocus={!isNew}
        />
        <TextInput
          label="Address"
          type="url"
          value={draft.baseUrl}
          onChange={(baseUrl) => onChange({ baseUrl })}
          error={problems.baseUrl}
          placeholder={connector.baseUrl}
        />
      </Box>
      <Access {...props} connector={connector} />
      <TextInput
        label={connector.scopeLabel}
        value={draft.scopes}
        onChange={(scopes) => onChange({ scopes })}
        error={problems.scopes}
        hint={`${reads}${isNew ? '' : ' What you take out goes with the next sync.'}`}
        placeholder={connector.scopeExample}
        lines={3}
      />
      <Schedule {...props} />
      <Box>
        <Button
          sx={{ ml: -3 }}
          aria-expanded={rulesOpen}
          onClick={() => setShowRules(!rulesOpen)}
          startIcon={<ExpandMoreRounded sx={{ transform: rulesOpen ? 'none' : 'rotate(-90deg)' }} />}
        >
          How names are read
        </Button>
        <Collapse in={rulesOpen} unmountOnExit>
          <Box sx={{ display: 'flex', flexDirection: 'column', gap: 4, pt: 3 }}>
            <RulesEditor draft={draft} problems={problems} onChange={onChange} />
          </Box>
        </Collapse>
      </Box>
    </>
  );
}
