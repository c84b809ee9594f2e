import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useEffect, useMemo, useState } from 'react';
import { addMonths, firstOfMonth } from '../../../../shared/domain/calendar/days.ts';
import type { Day } from '../../../../shared/model/time.ts';
import { useOwnZone } from '../../../lib/display-zone.tsx';
import { Toolbar } from '../../../ui/toolbar.tsx';
import { TrainFilter } from '../../../ui/train-filter.tsx';
import { DaySteps } from '../day-steps.tsx';
import { LanesMenu } from '../lanes/lanes-menu.tsx';
import { Legend } from '../legend.tsx';
import type { PaneProps } from '../pane.ts';
import { useShown } from '../use-shown.ts';
import { DayItems } from './day-items.tsx';
import { monthDaysOff } from './month-days-off.ts';
import { MonthGrid } from './month-grid.tsx';
import { buildMonth, monthName, monthRange } from './month-model.ts';

/** The calendar as a month of days. */
export function MonthPane({ plan, lanes, trains, extras, search, at, today, onChange, onShow }: PaneProps) {
  const zone = useOwnZone();
  const [opened, setOpened] = useState<{ readonly day: Day; readonly anchor: HTMLElement } | null>(null);
  const shown = useShown({ lanes, extras: extras.known, zone });
  const month = useMemo(() => buildMonth(at, shown), [at, shown]);
  const daysOff = useMemo(() => monthDaysOff(lanes, plan.range.daysOff, trains), [lanes, plan.range.daysOff, trains]);
  const { from, to } = monthRange(at);
  useEffect(() => onShow(from, to), [onShow, from, to]);
  const openedDay = month.weeks.flatMap((week) => week.days).find(({ day }) => day === opened?.day);

  return (
    <>
      <Toolbar>
        <DaySteps
          at={at}
          today={today}
          unit="month"
          onGo={(day) => onChange({ at: day })}
          onStep={(direction) => onChange({ at: firstOfMonth(addMonths(at, direction)) })}
        />
        <Typography variant="h2" aria-live="polite">
          {monthName(month.first)}
        </Typography>
        <Box sx={{ flex: 1 }} />
        <LanesMenu groups={extras.known.groups} onChange={(groups) => onChange({ lanes: groups && [...groups] })} />
        <TrainFilter
          label="Trains shown"
          trains={[...trains.values()]}
          chosen={search.trains}
          onChange={(chosen) => onChange({ trains: chosen && [...chosen] })}
        />
        <Legend
          marks={false}
          hidden={search.hidden ?? []}
          onChange={(hidden) => onChange({ hidden: hidden && [...hidden] })}
        />
      </Toolbar>
      <MonthGrid
        month={month}
        daysOff={daysOff}
        at={at}
        today={today}
        onAt={(day) => onChange({ at: day })}
        onOpen={(day, anchor) => setOpened({ day, anchor })}
      />
      {opened !== null && openedDay !== undefined && (
        <DayItems day={openedDay} anchor={opened.anchor} onClose={() => setOpened(null)} />
      )}
    </>
  );
}
