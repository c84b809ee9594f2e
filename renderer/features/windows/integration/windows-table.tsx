import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import type { IntegrationProposal } from '../../../../shared/contract/integration.ts';
import { windowName } from '../../../../shared/domain/integration/window-name.ts';
import type { IntegrationWindow } from '../../../../shared/model/integration.ts';
import type { Instant, Zone } from '../../../../shared/model/time.ts';
import type { MilestoneKind } from '../../../../shared/model/train.ts';
import { spanIn } from '../../../lib/clock-words.ts';
import { useOwnZone } from '../../../lib/display-zone.tsx';
import { dayIn, formatCount, formatDay, formatTime } from '../../../lib/format.ts';
import { FieldsTable } from '../../../ui/fields-table.tsx';
import { SelectInput } from '../../../ui/form-field.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { RouterLink } from '../../../ui/router-link.tsx';
import { boundWords, crewName, departedBefore, lackWords, needsWords, readyWords, type Told, toldBy } from './words.ts';

export interface WindowsTableProps {
  readonly proposal: IntegrationProposal;
  readonly readyBy: MilestoneKind;
  readonly service: (id: string) => string;
  /** Somebody wants a step's window no sooner than that. */
  readonly onChoose: (step: number, at: Instant) => void;
}

interface CellProps extends WindowsTableProps {
  readonly window: IntegrationWindow;
  readonly told: Told;
}

function beginsAt(at: Instant, zone: Zone): string {
  return `${formatDay(dayIn(at, zone), 'medium')}, ${formatTime(at, zone)}`;
}

/** The window on the reader's clock with the other days, or why there is none. */
function WhenCell({ window, proposal, told, onChoose }: CellProps) {
  const { span, lack, bound, slots, step } = window;
  const choose = (starts: readonly Instant[], value: Instant | null) => (
    <SelectInput
      hideLabel
      label={`When ${windowName(window, proposal.windows.length)} begins`}
      value={value === null ? '' : String(value)}
      choices={starts.map((at) => ({ value: String(at), label: beginsAt(at, told.zone) }))}
      onChange={(at) => onChoose(step, Number(at) as Instant)} // one of the starts above
    />
  );
  if (span === null && slots.length > 0) {
    return (
      <Box sx={{ display: 'flex', flexDirection: 'column', gap: 2 }}>
        <Notice tone="warning">Nothing is left from the chosen time on. Choose another.</Notice>
        {choose(
          slots.map(({ start }) => start),
          null,
        )}
      </Box>
    );
  }
  if (span === null) {
    return <Notice tone="warning">{lack === null ? 'No window.' : lackWords(lack, bound, told)}</Notice>;
  }
  const starts = [...new Set([...slots.map(({ start }) => start), span.start])].sort((a, b) => a - b);
  const late = departedBefore(window, proposal.releases);
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 2 }}>
      <Box sx={{ fontWeight: 560 }}>{spanIn(span, told.zone)}</Box>
      {bound !== null && <Box sx={{ color: 'text.secondary' }}>It can begin {boundWords(bound, told)}.</Box>}
      {choose(starts, span.start)}
      {late.length > 0 && <Notice tone="warning">{late.join(', ')} would have departed by then.</Notice>}
    </Box>
  );
}

function ReleasesCell({ window, proposal, readyBy, service, told }: CellProps) {
  if (window.together) return <>All {formatCount(window.releases.length, 'release')}, after the last step.</>;
  const own = proposal.releases.filter(({ step }) => step === window.step);
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'flex', flexDirection: 'column', gap: 2 }}>
      {own.map((release) => (
        <li key={release.releaseId}>
          <RouterLink to="/releases/$id" params={{ id: release.releaseId }}>
            {release.title}
          </RouterLink>
          <Box sx={{ color: 'text.secondary' }}>
            {needsWords(release, told, service)} {readyWords(release, readyBy, told.zone)}
          </Box>
        </li>
      ))}
    </Box>
  );
}

function ClocksCell({ window, proposal }: CellProps) {
  const { span, crews } = window;
  const own = proposal.crews.filter(({ id }) => crews.includes(id));
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {own.map((crew) => (
        <li key={crew.id}>
          {crewName(crew)}
          <Box component="span" sx={{ color: 'text.secondary' }}>
            {span === null ? `, ${crew.zone}` : `: ${spanIn(span, crew.zone)}`}
          </Box>
        </li>
      ))}
    </Box>
  );
}

/** Each window: who comes together and why in that order, when that is, and what every team's clock shows then. */
export function WindowsTable(props: WindowsTableProps) {
  const { proposal } = props;
  const told = toldBy(proposal, useOwnZone());
  return (
    <FieldsTable aria-label="Proposed windows">
      <thead>
        <tr>
          <th style={{ width: '15%' }}>Window</th>
          <th style={{ width: '33%' }}>Releases</th>
          <th style={{ width: '28%' }}>When, in {told.zone}</th>
          <th>On each team’s clock</th>
        </tr>
      </thead>
      <tbody>
        {proposal.windows.map((window) => {
          const cell = { ...props, window, told };
          return (
            <tr key={window.step}>
              <th scope="row">
                <Typography component="span" sx={{ fontWeight: 560, fontSize: 'inherit', color: 'text.primary' }}>
                  {windowName(window, proposal.windows.length)}
                </Typography>
              </th>
              <td>
                <ReleasesCell {...cell} />
              </td>
              <td>
                <WhenCell {...cell} />
              </td>
              <td>
                <ClocksCell {...cell} />
              </td>
            </tr>
          );
        })}
      </tbody>
    </FieldsTable>
  );
}
