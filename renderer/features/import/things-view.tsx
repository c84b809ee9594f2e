import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import {
  guessDayOrder,
  guessMapping,
  missingFields,
  type Table,
} from '../../../shared/domain/exchange/table-mapping.ts';
import { THING_FIELDS } from '../../../shared/domain/exchange/thing-fields.ts';
import type { ThingKind } from '../../../shared/model/imported-things.ts';
import { answerOf } from '../../lib/answer.ts';
import { orpc } from '../../lib/client.ts';
import { useZones } from '../../lib/display-zone.tsx';
import { useCommand } from '../../lib/use-command.ts';
import { useDebounced } from '../../lib/use-debounced.ts';
import { useReadOnly } from '../../lib/use-read-only.ts';
import { AnswerTrouble } from '../../ui/answer-view.tsx';
import { Notice } from '../../ui/notice.tsx';
import { MappingPanel } from './mapping-panel.tsx';
import type { TableTerms } from './plan-of-table.ts';
import { PreviewPanel } from './preview-panel.tsx';
import { thingsQuery } from './queries.ts';
import { thingRows, thingsLabel, thingsOfTable } from './thing-table.ts';
import { useTakeAction } from './use-take-action.ts';
import { acceptedUids, type RowState, toggled } from './view-model.ts';

function guess(table: Table, kind: ThingKind): TableTerms {
  const mapping = guessMapping(table.headers, THING_FIELDS[kind]);
  return { mapping, order: guessDayOrder(table, THING_FIELDS[kind], mapping), train: '' };
}

export interface ThingsViewProps {
  readonly table: Table;
  readonly kind: ThingKind;
  readonly show: RowState | undefined;
  readonly onShow: (show: RowState | undefined) => void;
}

/** A table of things that are known by their name, with what its columns are and what importing it would do. */
export function ThingsView({ table, kind, show, onShow }: ThingsViewProps) {
  const readOnly = useReadOnly();
  const { workspace } = useZones();
  const [terms, setTerms] = useState(() => guess(table, kind));
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const settled = useDebounced(terms);
  const isMapped = missingFields(THING_FIELDS[kind], settled.mapping).length === 0;
  const read = useMemo(
    () => thingsOfTable(table, kind, { terms: settled, zone: workspace }),
    [table, kind, settled, workspace],
  );
  const { problems, refusal } = read;
  const asked = isMapped ? read.things : null;
  const query = useQuery(thingsQuery(asked));
  const answer = answerOf(query);
  const rows = useMemo(
    () => (isMapped ? thingRows(read, asked !== null && 'data' in answer ? answer.data.rows : []) : []),
    [isMapped, read, asked, answer],
  );
  const accepted = acceptedUids(rows, leftOut);
  const command = useCommand(orpc.exchange.importThings);
  const waits = settled !== terms || (asked !== null && (query.isPlaceholderData || query.isFetching));
  const ready = asked !== null && accepted.length > 0 && !waits && !readOnly && !command.busy;

  async function take(): Promise<void> {
    if (ready && asked !== null)
      await command.run({ ...asked, accepted: accepted.map(Number), unread: problems.length });
  }

  useTakeAction(ready, take);

  return (
    <>
      <MappingPanel table={table} fields={THING_FIELDS[kind]} terms={terms} trains={null} onChange={setTerms} />
      {refusal !== null && (
        <Box sx={{ px: 6, pt: 2, flexShrink: 0 }}>
          <Notice tone="danger">{refusal}</Notice>
        </Box>
      )}
      {asked !== null && <AnswerTrouble answer={answer} />}
      <PreviewPanel
        rows={rows}
        named="Name"
        loading={asked !== null && answer.kind === 'loading'}
        show={show}
        leftOut={leftOut}
        onShow={onShow}
        onToggle={(uid) => setLeftOut(toggled(leftOut, uid))}
        actions={
          <Button
            variant="contained"
            disabled={!ready}
            loading={command.busy}
            onClick={() => void take()}
            title={readOnly ? 'This workspace is open for reading only.' : undefined}
          >
            {thingsLabel(kind, accepted.length)}
          </Button>
        }
      />
    </>
  );
}
