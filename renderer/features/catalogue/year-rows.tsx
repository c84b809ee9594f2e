import AddRounded from '@mui/icons-material/AddRounded';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';
import type { Absence, Person } from '../../../shared/model/catalogue.ts';
import type { Day } from '../../../shared/model/time.ts';
import { formatDay } from '../../lib/format.ts';
import { radius, type } from '../../ui/tokens.ts';
import { useLook } from '../../ui/use-look.ts';
import { spanWords } from './view-model.ts';
import { monthsOf, type NamedDay, type Share, shareOf } from './year-strip.ts';

const NAMES = '200px';

const Row = styled('div')(({ theme: { look } }) => ({
  display: 'grid',
  gridTemplateColumns: `${NAMES} minmax(0, 1fr)`,
  borderBottom: `1px solid ${look.line}`,
  minHeight: 32,
  alignItems: 'stretch',
}));

const NameCell = styled('div')({
  display: 'flex',
  alignItems: 'center',
  gap: 4,
  minWidth: 0,
  padding: '0 4px 0 24px',
  '& > span': { flex: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
});

const Bar = styled('button')(({ theme: { look } }) => ({
  position: 'absolute',
  top: 5,
  bottom: 5,
  minWidth: 6,
  padding: '0 4px',
  border: `1px solid ${look.tones.accent.mark}`,
  borderRadius: radius.small,
  background: look.tones.accent.soft,
  color: look.tones.accent.text,
  fontFamily: 'inherit',
  fontSize: type.micro.size,
  textAlign: 'left',
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  whiteSpace: 'nowrap',
  cursor: 'pointer',
  '&:hover': { background: look.hover },
  '&:focus-visible': { outline: `2px solid ${look.focus}`, outlineOffset: 1, zIndex: 1 },
}));

function percent({ from, to }: Share): { readonly left: string; readonly width: string } {
  return { left: `${from * 100}%`, width: `${(to - from) * 100}%` };
}

/** The room of a year: months in turn shaded, and today. */
function Year({ year, today, children }: { year: number; today: Day; children?: ReactNode }) {
  const look = useLook();
  const now = shareOf({ firstDay: today, lastDay: today }, year);
  return (
    <Box sx={{ position: 'relative', overflow: 'hidden' }}>
      {monthsOf(year).map((month, at) => (
        <Box
          key={month.label}
          aria-hidden
          sx={{ position: 'absolute', top: 0, bottom: 0, ...(at % 2 === 0 && { bgcolor: look.muted }) }}
          style={percent(month)}
        />
      ))}
      {now !== null && (
        <Box
          aria-hidden
          sx={{ position: 'absolute', top: 0, bottom: 0, width: 2, bgcolor: look.primary }}
          style={{ left: percent(now).left }}
        />
      )}
      {children}
    </Box>
  );
}

/** The names of the months over a year. */
export function MonthRow({ year }: { year: number }) {
  return (
    <Row aria-hidden sx={{ position: 'sticky', top: 0, zIndex: 2, bgcolor: 'background.paper', minHeight: 28 }}>
      <span />
      <Box sx={{ position: 'relative', fontSize: type.micro.size, color: 'text.secondary' }}>
        {monthsOf(year).map((month) => (
          <Box key={month.label} component="span" sx={{ position: 'absolute', top: 6, pl: 1 }} style={percent(month)}>
            {month.label}
          </Box>
        ))}
      </Box>
    </Row>
  );
}

/** A team's name, and its days off in a year. */
export function TeamRow({
  name,
  year,
  today,
  daysOff,
}: {
  name: string;
  year: number;
  today: Day;
  daysOff: readonly NamedDay[];
}) {
  const look = useLook();
  return (
    <Row>
      <NameCell sx={{ fontWeight: 600 }}>
        <span title={name}>{name}</span>
      </NameCell>
      <Year year={year} today={today}>
        {daysOff.map(({ day, name: holiday }) => {
          const share = shareOf({ firstDay: day, lastDay: day }, year);
          return (
            share !== null && (
              <Box
                key={day}
                title={`${formatDay(day)}: ${holiday}`}
                sx={{
                  position: 'absolute',
                  top: 8,
                  bottom: 8,
                  minWidth: 4,
                  borderRadius: '2px',
                  bgcolor: look.tones.neutral.mark,
                }}
                style={percent(share)}
              />
            )
          );
        })}
      </Year>
    </Row>
  );
}

export interface PersonRowProps {
  readonly person: Person;
  readonly absences: readonly Absence[];
  readonly year: number;
  readonly today: Day;
  readonly readOnly: boolean;
  readonly onAdd: () => void;
  readonly onChange: (absence: Absence) => void;
}

/** Somebody's absences in a year; each is changed where it is pressed. */
export function PersonRow({ person, absences, year, today, readOnly, onAdd, onChange }: PersonRowProps) {
  return (
    <Row role="group" aria-label={person.name}>
      <NameCell sx={{ pl: 9 }}>
        <span title={person.name}>{person.name}</span>
        <IconButton size="small" aria-label={`Add an absence of ${person.name}`} disabled={readOnly} onClick={onAdd}>
          <AddRounded />
        </IconButton>
      </NameCell>
      <Year year={year} today={today}>
        {absences.map((absence) => {
          const share = shareOf(absence, year);
          const words = `${spanWords(absence)}${absence.reason === '' ? '' : `: ${absence.reason}`}`;
          return (
            share !== null && (
              <Bar
                key={absence.id}
                type="button"
                title={words}
                aria-label={`${person.name} is away ${words}`}
                disabled={readOnly}
                style={percent(share)}
                onClick={() => onChange(absence)}
              >
                {absence.reason}
              </Bar>
            )
          );
        })}
      </Year>
    </Row>
  );
}
