import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import Typography from '@mui/material/Typography';
import { type ChangeEvent, useRef, useState } from 'react';
import type { Team } from '../../../shared/model/catalogue.ts';
import { orpc } from '../../lib/client.ts';
import { baseOf } from '../../lib/edit-base.ts';
import { toFailure, type UiFailure } from '../../lib/failures.ts';
import { openFile } from '../../lib/open-file/open-file.ts';
import { useCommand } from '../../lib/use-command.ts';
import { FormDialog } from '../../ui/form-dialog.tsx';
import { SelectInput, TextInput } from '../../ui/form-field.tsx';
import { readTyped, type TypedDraft, typedDraftOf } from './typed-draft.ts';

const ways = [
  { value: 'range', label: 'So many items a week' },
  { value: 'weeks', label: 'Week by week' },
] as const;

interface FieldsProps {
  readonly draft: TypedDraft;
  readonly problems: ReturnType<typeof readTyped>['problems'];
  readonly onChange: (changes: Partial<TypedDraft>) => void;
}

function Range({ draft, problems, onChange }: FieldsProps) {
  return (
    <Box sx={{ display: 'flex', gap: 3 }}>
      <TextInput
        label="At least"
        value={draft.least}
        onChange={(least) => onChange({ least })}
        error={problems.least}
        hint="Items in a slow week"
        slotProps={{ htmlInput: { inputMode: 'numeric' } }}
      />
      <TextInput
        label="At most"
        value={draft.most}
        onChange={(most) => onChange({ most })}
        error={problems.most}
        hint="Items in a good week"
        slotProps={{ htmlInput: { inputMode: 'numeric' } }}
      />
    </Box>
  );
}

function Weeks({
  draft,
  problems,
  onChange,
  onUnread,
}: FieldsProps & { onUnread: (failure: UiFailure | null) => void }) {
  const file = useRef<HTMLInputElement>(null);

  async function choose({ target }: ChangeEvent<HTMLInputElement>): Promise<void> {
    const [chosen] = target.files ?? [];
    // The same file may be chosen again after it was corrected.
    target.value = '';
    if (chosen === undefined) return;
    try {
      const opened = await openFile(chosen);
      const table = opened.kind === 'table' ? opened.sheets[0].table : { headers: [], rows: [] };
      const lines = [table.headers, ...table.rows.map(({ cells }) => cells)];
      onUnread(null);
      onChange({ weeks: lines.map((cells) => cells.slice(0, 2).join(', ')).join('\n') });
    } catch (error) {
      onUnread({ ...toFailure(error), where: chosen.name });
    }
  }

  return (
    <>
      <TextInput
        label="Week, finished"
        value={draft.weeks}
        onChange={(weeks) => onChange({ weeks })}
        error={problems.weeks}
        hint="One week a line: 2026-W45, 9. A day of the week will do too: 2026-11-02, 9."
        lines={6}
      />
      <Box>
        <input
          ref={file}
          type="file"
          accept=".csv,.tsv,.txt,.xlsx,text/csv"
          hidden
          aria-label="File with the weeks"
          onChange={(event) => void choose(event)}
        />
        <Button variant="outlined" onClick={() => file.current?.click()}>
          Read a file
        </Button>
      </Box>
    </>
  );
}

/** Says by hand what a team finishes, for forecasts without a connection. */
export function TypedDialog({ team, onClose }: { team: Team; onClose: () => void }) {
  const [begun] = useState(team.typedThroughput);
  const [draft, setDraft] = useState(() => typedDraftOf(begun));
  const [tried, setTried] = useState(false);
  const [unread, setUnread] = useState<UiFailure | null>(null);
  const type = useCommand(orpc.capacity.typeThroughput, { showsFailure: true });
  const { typed, problems } = readTyped(draft);
  const fields: FieldsProps = {
    draft,
    problems: tried ? problems : {},
    onChange: (changes) => setDraft({ ...draft, ...changes }),
  };

  async function keep(next: Team['typedThroughput']): Promise<void> {
    const base = baseOf({ begun, now: team.typedThroughput, failure: type.failure });
    if ((await type.run({ teamId: team.id, typed: next, base })) !== null) onClose();
  }

  return (
    <FormDialog
      open
      title={`What ${team.name} finishes`}
      submit="Keep"
      busy={type.busy}
      failure={unread ?? type.failure}
      aside={
        begun !== null && (
          <Button color="error" onClick={() => void keep(null)} disabled={type.busy}>
            Take it away
          </Button>
        )
      }
      onSubmit={() => {
        setTried(true);
        if (typed !== null) void keep(typed);
      }}
      onClose={onClose}
    >
      <Typography sx={{ color: 'text.secondary' }}>
        For forecasts without a connection. They are marked as typed by hand wherever a forecast rests on them.
      </Typography>
      <SelectInput label="As" value={draft.by} choices={ways} onChange={(by) => setDraft({ ...draft, by })} />
      {draft.by === 'range' ? <Range {...fields} /> : <Weeks {...fields} onUnread={setUnread} />}
      <FormControlLabel
        control={
          <Checkbox checked={draft.overFacts} onChange={(_event, overFacts) => setDraft({ ...draft, overFacts })} />
        }
        label="Use it even where finished items were synced"
      />
    </FormDialog>
  );
}
