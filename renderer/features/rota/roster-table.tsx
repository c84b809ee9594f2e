import ExpandLessRounded from '@mui/icons-material/ExpandLessRounded';
import ExpandMoreRounded from '@mui/icons-material/ExpandMoreRounded';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import { styled } from '@mui/material/styles';
import { Fragment, type RefObject, useState } from 'react';
import type { ReleaseId } from '../../../shared/model/ids.ts';
import type { Zone } from '../../../shared/model/time.ts';
import { formatInstant, zoneName } from '../../lib/format.ts';
import { RouterLink } from '../../ui/router-link.tsx';
import { PlaceCell, partWords } from './place-cell.tsx';
import { type Candidate, departureWords, PARTS, type PlaceView, type RosterRow } from './roster-view.ts';
import { useVirtualRows } from './use-virtual-rows.ts';

const Table = styled('table')(({ theme: { look } }) => ({
  width: '100%',
  borderCollapse: 'collapse',
  tableLayout: 'fixed',
  background: look.surface,
  '& th, & td': { padding: '4px 8px', textAlign: 'left', verticalAlign: 'top', height: 36 },
  '& thead th': {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    verticalAlign: 'middle',
    background: look.surface,
    boxShadow: `inset 0 -1px 0 ${look.line}`,
    height: 32,
    fontSize: 12,
    fontWeight: 540,
    color: look.textSoft,
  },
  '& tbody tr.row': { borderTop: `1px solid ${look.line}` },
  '& tbody tr.why': { borderTop: 0, background: look.muted },
  '& tbody th': { fontWeight: 540, overflowWrap: 'anywhere', paddingTop: 8 },
}));

export interface RosterTableProps {
  /** What the table scrolls in. */
  readonly scroller: RefObject<HTMLElement | null>;
  readonly rows: readonly RosterRow[];
  readonly left: ReadonlySet<ReleaseId>;
  readonly zone: Zone;
  readonly readOnly: boolean;
  readonly candidatesFor: (place: PlaceView) => readonly Candidate[];
  readonly onLeave: (ids: readonly ReleaseId[], left: boolean) => void;
  readonly onChoose: (place: PlaceView, anchor: HTMLElement) => void;
}

function Why({ place, candidatesFor }: { place: PlaceView; candidatesFor: RosterTableProps['candidatesFor'] }) {
  const title = `Why ${place.person?.name ?? 'nobody'}`;
  const lines =
    place.person === null
      ? candidatesFor(place).map(({ person, hindrances }) =>
          hindrances.length === 0 ? `${person.name} would fit.` : hindrances.map(({ text }) => text).join(' '),
        )
      : place.reasons;
  return (
    <Box
      component="section"
      aria-label={`${title} as ${partWords[place.part]}`}
      sx={{ fontSize: 12, lineHeight: '18px', pb: 2 }}
    >
      <Box sx={{ fontWeight: 560 }}>{title}</Box>
      {lines.length === 0 && 'Chosen by hand.'}
      <ul style={{ margin: 0, paddingLeft: 16 }}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Box>
  );
}

/** The room of rows that are not drawn. */
function Gap({ height }: { height: number }) {
  if (height === 0) return null;
  return (
    <tbody aria-hidden>
      <tr>
        <td colSpan={6} style={{ height, padding: 0 }} />
      </tr>
    </tbody>
  );
}

/** The roster as a table, of which only the rows in sight are drawn: who leads and who shadows each release, why, and what is accepted. */
export function RosterTable(props: RosterTableProps) {
  const { scroller, rows, left, zone, readOnly, candidatesFor, onLeave, onChoose } = props;
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const keys = rows.map(({ release }) => release.releaseId);
  const { table, drawn, below, measure, onFocus } = useVirtualRows(scroller, keys);
  const departures = departureWords(rows, zone);
  const taken = rows.filter(({ release }) => !left.has(release.releaseId)).length;

  function toggle(id: string): void {
    setOpened((kept) => (kept.has(id) ? new Set([...kept].filter((one) => one !== id)) : new Set([...kept, id])));
  }

  return (
    <Table
      ref={table}
      aria-label="Rota"
      aria-rowcount={rows.length + 1}
      onFocus={({ target }) => onFocus(target.closest('tbody')?.dataset['index'] ?? null)}
      onBlur={() => onFocus(null)}
    >
      <colgroup>
        <col style={{ width: 52 }} />
        <col style={{ width: '20%' }} />
        <col style={{ width: '19%' }} />
        <col />
        <col />
        <col style={{ width: 92 }} />
      </colgroup>
      <thead>
        <tr aria-rowindex={1}>
          <th scope="col" style={{ paddingLeft: 16 }}>
            <Checkbox
              size="small"
              checked={taken === rows.length}
              indeterminate={taken > 0 && taken < rows.length}
              disabled={readOnly}
              onChange={() =>
                onLeave(
                  rows.map(({ release }) => release.releaseId),
                  taken === rows.length,
                )
              }
              slotProps={{ input: { 'aria-label': 'Settle all releases' } }}
              sx={{ p: 0.5 }}
            />
          </th>
          <th scope="col">Release</th>
          <th scope="col">Departs</th>
          <th scope="col" style={{ paddingLeft: 17 }}>
            Lead
          </th>
          <th scope="col" style={{ paddingLeft: 17 }}>
            Shadow
          </th>
          <th scope="col">
            <Box component="span" sx={{ fontSize: 0 }}>
              Reasons
            </Box>
          </th>
        </tr>
      </thead>
      {drawn.map(({ index, gap }) => {
        const row = rows[index];
        if (row === undefined) return null;
        const { release, places } = row;
        const { releaseId, name } = release;
        const isOpen = opened.has(releaseId);
        return (
          <Fragment key={releaseId}>
            <Gap height={gap} />
            <tbody ref={measure} data-index={index}>
              <tr className="row" aria-rowindex={index + 2}>
                <td style={{ paddingLeft: 16 }}>
                  <Checkbox
                    size="small"
                    checked={!left.has(releaseId)}
                    disabled={readOnly}
                    onChange={() => onLeave([releaseId], !left.has(releaseId))}
                    slotProps={{ input: { 'aria-label': `Settle ${name}` } }}
                    sx={{ p: 0.5 }}
                  />
                </td>
                <th scope="row">
                  <RouterLink to="/releases/$id" params={{ id: releaseId }}>
                    {name}
                  </RouterLink>
                </th>
                <td
                  style={{ paddingTop: 8 }}
                  title={`${formatInstant(release.departsAt, zone)} ${zoneName(zone, release.departsAt)}`}
                >
                  {departures[index]}
                </td>
                {PARTS.map((part) => (
                  <td key={part}>
                    <PlaceCell
                      place={places[part]}
                      release={name}
                      readOnly={readOnly}
                      onChoose={(anchor) => onChoose(places[part], anchor)}
                    />
                  </td>
                ))}
                <td>
                  <Button
                    size="small"
                    aria-expanded={isOpen}
                    aria-label={`Why, for ${name}`}
                    endIcon={isOpen ? <ExpandLessRounded /> : <ExpandMoreRounded />}
                    onClick={() => toggle(releaseId)}
                  >
                    Why
                  </Button>
                </td>
              </tr>
              {isOpen && (
                <tr className="why">
                  <td colSpan={3} />
                  {PARTS.map((part) => (
                    <td key={part}>
                      <Why place={places[part]} candidatesFor={candidatesFor} />
                    </td>
                  ))}
                  <td />
                </tr>
              )}
            </tbody>
          </Fragment>
        );
      })}
      <Gap height={below} />
    </Table>
  );
}
