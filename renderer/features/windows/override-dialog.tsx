import Box from '@mui/material/Box';
import { useState } from 'react';
import type { ScheduleRule } from '../../../shared/model/schedule-rule.ts';
import { orpc } from '../../lib/client.ts';
import { useOwnZone } from '../../lib/display-zone.tsx';
import { endAlong } from '../../lib/end-along.ts';
import { useCommand } from '../../lib/use-command.ts';
import { useNow } from '../../lib/use-now.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { TextInput } from '../../ui/form-field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { TimeInput } from '../../ui/time-input.tsx';
import { newOverrideDraft, readOverride } from './override-draft.ts';
import { ScopeEditor } from './scope-editor.tsx';
import type { Made } from './use-names.ts';

/** Asks for some deployments to be let through a freeze for a while. */
export function OverrideDialog({ freeze, made, onClose }: { freeze: ScheduleRule; made: Made; onClose: () => void }) {
  const now = useNow();
  const zone = useOwnZone();
  const [draft, setDraft] = useState(() => newOverrideDraft(freeze, now, zone));
  const [tried, setTried] = useState(false);
  const request = useCommand(orpc.scheduleRules.requestOverride, { showsFailure: true });
  const read = readOverride(draft, freeze, zone);
  const shown = tried ? read.problems : {};
  const set = (changes: Partial<typeof draft>) => setDraft({ ...draft, ...changes });

  async function submit(): Promise<void> {
    setTried(true);
    if (read.request === null) return;
    if ((await request.run(read.request)) !== null) onClose();
  }

  return (
    <FormDialog
      open
      title={`Ask for an override of “${freeze.name}”`}
      submit="Ask for it"
      busy={request.busy}
      failure={request.failure}
      onSubmit={() => void submit()}
      onClose={onClose}
    >
      <Notice tone="info">It lets nothing through until an approver other than you is named.</Notice>
      <TextInput
        label="Why"
        value={draft.reason}
        onChange={(reason) => set({ reason })}
        error={shown.reason}
        lines={2}
        placeholder="A leak has to be closed before Monday"
        autoFocus
        required
      />
      <Box sx={{ display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 4, alignItems: 'start' }}>
        <TimeInput
          label={`From (${zone})`}
          value={draft.start}
          onChange={(start) => set({ start, end: endAlong(draft, start) })}
          error={shown.startAt ?? null}
        />
        <TimeInput
          label={`Until (${zone})`}
          value={draft.end}
          onChange={(end) => set({ end })}
          error={shown.endAt ?? null}
          hint="At most 31 days."
        />
      </Box>
      <ScopeEditor
        value={draft.scope}
        made={made}
        everything="It lets through whatever the freeze forbids."
        onChange={(scope) => set({ scope })}
      />
      {shown.scope !== undefined && <Notice tone="danger">{shown.scope}</Notice>}
    </FormDialog>
  );
}
