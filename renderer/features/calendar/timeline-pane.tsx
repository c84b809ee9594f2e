import AddRounded from '@mui/icons-material/AddRounded';
import RemoveRounded from '@mui/icons-material/RemoveRounded';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import ToggleButton from '@mui/material/ToggleButton';
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup';
import Tooltip from '@mui/material/Tooltip';
import { useEffect, useMemo, useRef, useState } from 'react';
import { startOfDay } from '../../../shared/domain/calendar/zoned-time.ts';
import { type Day, instant } from '../../../shared/model/time.ts';
import { useActions } from '../../lib/actions.ts';
import { useOwnZone, useZones } from '../../lib/display-zone.tsx';
import { dayIn, zoneName } from '../../lib/format.ts';
import { useNow } from '../../lib/use-now.ts';
import { Toolbar } from '../../ui/toolbar.tsx';
import { TrainFilter } from '../../ui/train-filter.tsx';
import { useItemMenu } from './conflicts/item-menu.tsx';
import { usePointing } from './conflicts/use-pointing.tsx';
import { DaySteps } from './day-steps.tsx';
import { LaneName } from './lane-name.tsx';
import { calendarLanes } from './lanes/calendar-lanes.ts';
import { type LaneGroup, toggleGroup } from './lanes/groups.ts';
import { LanesMenu } from './lanes/lanes-menu.tsx';
import { isStanding, StandingName } from './lanes/standing-name.tsx';
import { Legend } from './legend.tsx';
import { NextAhead } from './next-ahead.tsx';
import type { PaneProps } from './pane.ts';
import { isAnyInSight, nextDeparture } from './plan-view.ts';
import { buildModel, type TimelineItem } from './timeline/model.ts';
import { type TimelineHandle, TimelineView } from './timeline/timeline-view.tsx';
import {
  centreOf,
  DAY_MS,
  daysShown,
  endOf,
  nearestZoom,
  panBy,
  type Viewport,
  type ZoomName,
  zoomSpans,
  zoomToDays,
} from './timeline/viewport.ts';
import { useMoves } from './use-moves.ts';
import { useOpenItem } from './use-open-item.ts';

const zoomNames = Object.keys(zoomSpans) as readonly ZoomName[]; // the keys of that very object
const zoomLabels: Readonly<Record<ZoomName, string>> = {
  day: 'Day',
  week: 'Week',
  month: 'Month',
  quarter: 'Quarter',
  year: 'Year',
};
const DEFAULT_DAYS = zoomSpans.month * 1.6;

interface ZoomProps {
  readonly zoom: ZoomName;
  readonly onZoomTo: (zoom: ZoomName) => void;
  readonly onZoomBy: (factor: number) => void;
}

function ZoomControls({ zoom, onZoomTo, onZoomBy }: ZoomProps) {
  useActions([
    {
      name: 'calendar.zoom.in',
      label: 'Zoom in',
      group: 'Calendar',
      keys: ['+', '='],
      run: () => onZoomBy(Math.SQRT2),
    },
    { name: 'calendar.zoom.out', label: 'Zoom out', group: 'Calendar', keys: '-', run: () => onZoomBy(Math.SQRT1_2) },
    ...zoomNames.map((name) => ({
      name: `calendar.zoom.${name}`,
      label: `Zoom to a ${name}`,
      group: 'Calendar' as const,
      run: () => onZoomTo(name),
    })),
  ]);
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
      <Tooltip title="Zoom out">
        <IconButton aria-label="Zoom out" onClick={() => onZoomBy(Math.SQRT1_2)}>
          <RemoveRounded />
        </IconButton>
      </Tooltip>
      <ToggleButtonGroup
        exclusive
        aria-label="Zoom"
        value={zoom}
        onChange={(_, name: ZoomName | null) => onZoomTo(name ?? zoom)}
      >
        {zoomNames.map((name) => (
          <ToggleButton key={name} value={name}>
            {zoomLabels[name]}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <Tooltip title="Zoom in">
        <IconButton aria-label="Zoom in" onClick={() => onZoomBy(Math.SQRT2)}>
          <AddRounded />
        </IconButton>
      </Tooltip>
    </Box>
  );
}

/** The calendar as a timeline: a lane for each train, and for what else is chosen. */
export function TimelinePane(props: PaneProps) {
  const { plan, lanes, trains, summaries, windows, conflicts, search, at, today, readOnly, onChange, onShow } = props;
  const extras = props.extras.known;
  const openItem = useOpenItem();
  const zone = useOwnZone();
  const { display } = useZones();
  const now = useNow();
  const handle = useRef<TimelineHandle>(null);
  // The days that this pane wrote into the address and that may still come back from it, oldest first.
  const written = useRef<readonly (Day | undefined)[]>([search.at]);
  const [zoom, setZoom] = useState<ZoomName>('month');
  // Releases are packed outwards from here; a jump starts anew.
  const [anchor, setAnchor] = useState(() => startOfDay(at, zone) as number);
  const from = windows[0]?.from ?? at;
  const to = windows.at(-1)?.to ?? at;

  const { daysOff } = plan.range;
  const folded = useMemo(() => new Set<LaneGroup>(search.folded), [search.folded]);
  const model = useMemo(() => {
    const loaded = { from, to };
    return buildModel(calendarLanes({ lanes, daysOff, trains, loaded, extras, folded, zone }), anchor);
  }, [lanes, daysOff, trains, from, to, extras, folded, zone, anchor]);
  const { bookings, environments } = extras;
  const moves = useMoves(model, plan, { trains, bookings, environments });
  const pointing = usePointing(handle, model, conflicts);
  const fold = (group: LaneGroup) => onChange({ folded: toggleGroup([...folded], group) });

  const middle = startOfDay(at, zone) + DAY_MS / 2;
  const half = ((search.days ?? DEFAULT_DAYS) * DAY_MS) / 2;
  const [initial] = useState({ from: middle - half, to: middle + half });
  const [seen, setSeen] = useState({ start: initial.from, end: initial.to });

  function settle(view: Viewport, held: TimelineItem | null): void {
    const day = (time: number) => dayIn(instant(Math.floor(time)), zone);
    const aside = (endOf(view) - view.start) / 2;
    onShow(
      day(Math.min(view.start - aside, held?.start ?? Number.POSITIVE_INFINITY)),
      day(Math.max(endOf(view) + aside, held?.end ?? Number.NEGATIVE_INFINITY)),
    );
    setZoom(nearestZoom(view));
    setSeen({ start: view.start, end: endOf(view) });
    const middleDay = day(centreOf(view));
    written.current = [...written.current, middleDay];
    onChange({ at: middleDay, days: Math.round(daysShown(view) * 10) / 10 });
  }

  function go(day: Day): void {
    const time = startOfDay(day, zone) + DAY_MS / 2;
    // Within what is loaded, releases keep their rows.
    if (day < from || day > to) setAnchor(time);
    handle.current?.centre(time);
  }

  function zoomTo(name: ZoomName): void {
    const timeline = handle.current;
    if (timeline === null) return;
    timeline.setView(zoomToDays(timeline.view(), zoomSpans[name]));
  }

  // The address was changed by something else than panning: follow it.
  useEffect(() => {
    const own = written.current.lastIndexOf(search.at);
    if (own >= 0) {
      written.current = written.current.slice(own);
      return;
    }
    written.current = [search.at];
    if (search.at === undefined) return;
    handle.current?.centre(startOfDay(search.at, zone) + DAY_MS / 2);
  }, [search.at, zone]);

  const menu = useItemMenu({
    lanes: plan.range.lanes,
    conflicts,
    readOnly,
    onOpen: openItem,
    onConflict: (conflict) => onChange({ conflicts: true, conflict }),
    onBack: (item) => handle.current?.focusItem(item.id),
  });

  return (
    <>
      <Toolbar>
        <DaySteps
          at={at}
          today={today}
          unit="screen"
          onGo={go}
          onStep={(direction) => {
            const view = handle.current?.view();
            if (view !== undefined) handle.current?.setView(panBy(view, -direction * view.width * 0.8));
          }}
        />
        <ZoomControls zoom={zoom} onZoomTo={zoomTo} onZoomBy={(factor) => handle.current?.zoomBy(factor)} />
        <Box sx={{ flex: 1 }} />
        <LanesMenu groups={extras.groups} onChange={(groups) => onChange({ lanes: groups && [...groups] })} />
        <TrainFilter
          label="Trains shown"
          trains={[...trains.values()]}
          chosen={search.trains}
          onChange={(chosen) => onChange({ trains: chosen && [...chosen] })}
        />
        <Legend marks hidden={search.hidden ?? []} onChange={(hidden) => onChange({ hidden: hidden && [...hidden] })} />
      </Toolbar>
      <TimelineView
        handle={handle}
        model={model}
        now={now}
        axisZone={zone}
        displayZone={display}
        editable={!readOnly}
        initial={initial}
        corner={`Dates in ${zoneName(zone, now)}`}
        renderName={(lane, inTabOrder) =>
          isStanding(lane.lane) ? (
            <StandingName lane={lane} inTabOrder={inTabOrder} folded={folded} onFold={fold} />
          ) : (
            <LaneName lane={lane} summary={summaries.get(lane.lane.id)} now={now} inTabOrder={inTabOrder} />
          )
        }
        previewOf={moves.previewOf}
        refusalOf={moves.refusalOf}
        remarkOf={moves.remarkOf}
        marks={pointing.marks}
        pointers={pointing.pointers}
        renderEffect={pointing.renderEffect}
        onOpen={openItem}
        onLegal={menu.onLegal}
        onMenu={menu.onMenu}
        onDrop={moves.keep}
        onSettle={settle}
      />
      <NextAhead
        next={nextDeparture(lanes.flatMap(({ trainId }) => summaries.get(trainId) ?? []))}
        isBare={!plan.partial && !isAnyInSight(lanes, seen)}
        today={today}
        onGo={go}
      />
      {menu.element}
    </>
  );
}
