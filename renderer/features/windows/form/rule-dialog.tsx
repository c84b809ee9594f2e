import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState } from 'react';
import { type ScheduleRule, ScheduleRuleKind, type When } from '../../../../shared/model/schedule-rule.ts';
import type { Zone } from '../../../../shared/model/time.ts';
import { type Zoned, zoneToBeginWith } from '../../../lib/begin-zone.ts';
import { orpc } from '../../../lib/client.ts';
import { useZones } from '../../../lib/display-zone.tsx';
import { formBaseOf } from '../../../lib/edit-base.ts';
import { capital, dayIn } from '../../../lib/format.ts';
import { useCommand } from '../../../lib/use-command.ts';
import { useDebounced } from '../../../lib/use-debounced.ts';
import { useNow } from '../../../lib/use-now.ts';
import { clockWords, whenWords } from '../../../lib/when-words.ts';
import { FormDialog } from '../../../ui/form-dialog.tsx';
import { SelectInput, TextInput } from '../../../ui/form-field.tsx';
import { Coming } from '../coming.tsx';
import { kindLooks } from '../kinds.ts';
import { ScopeEditor } from '../scope-editor.tsx';
import type { Made } from '../use-names.ts';
import { newRuleDraft, planOf, type RuleDraft, readRule, readWhen, ruleDraftOf } from './read-rule.ts';
import type { WhenDraft } from './when-draft.ts';
import { WhenSection } from './when-section.tsx';

const kinds = ScheduleRuleKind.options.map((value) => ({ value, label: kindLooks[value].label }));

const examples = {
  window: 'Night deployments',
  freeze: 'Christmas freeze',
  maintenance: 'Database upgrade',
} as const satisfies Record<ScheduleRuleKind, string>;

/** What was typed, in words and as the next times, before anything is saved. */
function Preview({ draft }: { draft: WhenDraft }) {
  const settled = useDebounced(draft);
  const { holds, problems } = readWhen(settled);
  return (
    <Box component="section" aria-label="What that means" sx={{ minWidth: 0 }}>
      <Typography variant="h3" component="h3" sx={{ mb: 1 }}>
        What that means
      </Typography>
      {holds === null ? (
        <Typography sx={{ color: 'text.secondary' }}>
          The next times show once this is right: {Object.values(problems)[0]}
        </Typography>
      ) : (
        <>
          {holds.by !== 'once' && (
            <Typography sx={{ mb: 2, overflowWrap: 'anywhere' }}>
              {capital(whenWords(holds))}; the clock is that of {clockWords(holds)}.
            </Typography>
          )}
          <Coming holds={holds} />
        </>
      )}
    </Box>
  );
}

function zoneOf(holds: When): Zone | null {
  if (holds.by === 'cron') return holds.zone;
  const clock = holds.by === 'once' ? holds.start.clock : holds.clock;
  return clock.by === 'zone' ? clock.zone : null;
}

function zonedOf({ holds, source }: ScheduleRule): Zoned {
  return { zone: zoneOf(holds), imported: source !== null };
}

export interface RuleDialogProps {
  /** Null for a new one. */
  readonly rule: ScheduleRule | null;
  /** Those that are there: a new one begins in their zone. */
  readonly rules: readonly ScheduleRule[];
  readonly made: Made;
  readonly onClose: () => void;
  readonly onDone: (id: string) => void;
}

/** Adds a window, freeze or maintenance, or changes one; beside the form stands what it gives. */
export function RuleDialog({ rule, rules, made, onClose, onDone }: RuleDialogProps) {
  const { workspace } = useZones();
  const today = dayIn(useNow(), workspace);
  const [begun] = useState(rule);
  const [draft, setDraft] = useState<RuleDraft>(() =>
    rule === null
      ? newRuleDraft(zoneToBeginWith(rules.map(zonedOf), workspace), today)
      : ruleDraftOf(rule, workspace, today),
  );
  const [tried, setTried] = useState(false);
  const add = useCommand(orpc.scheduleRules.add, { showsFailure: true });
  const update = useCommand(orpc.scheduleRules.update, { showsFailure: true });
  const read = readRule(draft);
  const shown = tried ? read.problems : {};
  const set = (changes: Partial<RuleDraft>) => setDraft((kept) => ({ ...kept, ...changes }));

  async function submit(): Promise<void> {
    setTried(true);
    if (read.plan === null) return;
    if (begun === null || rule === null) {
      const added = await add.run(read.plan);
      if (added !== null) onDone(added.id);
      return;
    }
    const base = formBaseOf({ begun: planOf(begun), now: planOf(rule), failure: update.failure }, read.plan);
    if ((await update.run({ id: rule.id, plan: read.plan, base })) !== null) onDone(rule.id);
  }

  return (
    <FormDialog
      open
      width="md"
      title={rule === null ? 'New window or freeze' : `Change ${rule.name}`}
      submit={rule === null ? `Add ${kindLooks[draft.kind].label.toLowerCase()}` : 'Save'}
      busy={add.busy || update.busy}
      failure={add.failure ?? update.failure}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Box sx={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) 264px', gap: 6, alignItems: 'start' }}>
        <Box sx={{ display: 'flex', flexDirection: 'column', gap: 4, minWidth: 0 }}>
          <Box sx={{ display: 'grid', gridTemplateColumns: '160px 1fr', gap: 4, alignItems: 'start' }}>
            <SelectInput label="Kind" value={draft.kind} choices={kinds} onChange={(kind) => set({ kind })} />
            <TextInput
              label="Name"
              value={draft.name}
              onChange={(name) => set({ name })}
              error={shown.name}
              placeholder={examples[draft.kind]}
              autoFocus
              required
            />
          </Box>
          <Typography variant="body2" sx={{ color: 'text.secondary', mt: -2 }}>
            {kindLooks[draft.kind].meaning}
          </Typography>
          <WhenSection
            draft={draft.holds}
            problems={shown}
            onChange={(changes) => setDraft((kept) => ({ ...kept, holds: { ...kept.holds, ...changes } }))}
          />
          <ScopeEditor
            value={draft.scope}
            made={made}
            everything="It holds for whatever is deployed, wherever."
            onChange={(scope) => set({ scope })}
          />
          <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 4, alignItems: 'start' }}>
            <TextInput
              label="Reason"
              value={draft.reason}
              onChange={(reason) => set({ reason })}
              error={shown.reason}
              lines={2}
              placeholder="Why it is there"
            />
            <TextInput
              label="Owner"
              value={draft.owner}
              onChange={(owner) => set({ owner })}
              error={shown.owner}
              placeholder="Who to ask about it"
            />
          </Box>
        </Box>
        <Box sx={{ position: 'sticky', top: 0 }}>
          <Preview draft={draft.holds} />
        </Box>
      </Box>
    </FormDialog>
  );
}
