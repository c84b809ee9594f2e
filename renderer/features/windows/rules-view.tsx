import EventBusyOutlined from '@mui/icons-material/EventBusyOutlined';
import Box from '@mui/material/Box';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useMemo, useRef } from 'react';
import { addDays } from '../../../shared/domain/calendar/days.ts';
import { startOfDay } from '../../../shared/domain/calendar/zoned-time.ts';
import type { Override, ScheduleRule } from '../../../shared/model/schedule-rule.ts';
import { useActions } from '../../lib/actions.ts';
import { answerOf, listOf } from '../../lib/answer.ts';
import { useOwnZone } from '../../lib/display-zone.tsx';
import { dayIn, formatDay } from '../../lib/format.ts';
import { useSheetFacts } from '../../lib/sheet-facts.ts';
import { useNow } from '../../lib/use-now.ts';
import { AnswerTrouble } from '../../ui/answer-view.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { RuleFilterBar } from './filters.tsx';
import { kindLooks } from './kinds.ts';
import { pictureOf, turned } from './picture.ts';
import { occurrencesQuery } from './queries.ts';
import { RulePanel } from './rule-panel.tsx';
import { RulesTable } from './rules-table.tsx';
import type { WindowsSearch } from './search.ts';
import { Strip } from './strip.tsx';
import { fittingRules, stripRows } from './strip-model.ts';
import type { Made } from './use-names.ts';

export interface RulesViewProps {
  readonly search: WindowsSearch;
  readonly rules: readonly ScheduleRule[];
  readonly overrides: readonly Override[];
  readonly loading: boolean;
  readonly made: Made;
  /** What stands where there is no rule yet. */
  readonly empty: ReactNode;
  readonly onEdit: (rule: ScheduleRule) => void;
}

/** The rules over time, and as a list; one of them beside it. */
export function RulesView({ search, rules, overrides, loading, made, empty, onEdit }: RulesViewProps) {
  const navigate = useNavigate({ from: '/windows' });
  const now = useNow();
  const zone = useOwnZone();
  const searchRef = useRef<HTMLInputElement>(null);
  const { kind, scope, text } = search;
  const picture = pictureOf(search, dayIn(now, zone));
  const { from, to } = picture;
  // A day more on both sides: the days asked about are those of the workspace's zone.
  const days = occurrencesQuery(addDays(from, -1), addDays(to, 1));
  const times = answerOf(useQuery({ ...days, enabled: rules.length > 0 }));
  const fitting = useMemo(
    () => fittingRules(rules, { kind, scope, text }, made.names),
    [rules, kind, scope, text, made.names],
  );
  const found = listOf(times);
  const rows = useMemo(() => stripRows(fitting, overrides, found), [fitting, overrides, found]);
  const range = useMemo(
    () => ({ start: startOfDay(from, zone), end: startOfDay(addDays(to, 1), zone) }),
    [from, to, zone],
  );
  const open = rules.find(({ id }) => id === search.rule);
  const set = (changes: Partial<WindowsSearch>) => void navigate({ search: (kept) => ({ ...kept, ...changes }) });

  useSheetFacts({
    about: [`${formatDay(from)} to ${formatDay(to)}`],
    filters: [
      ...(kind === undefined ? [] : [`Only ${kindLooks[kind].plural.toLowerCase()}`]),
      ...(scope === undefined ? [] : [`Only what is about ${scope}`]),
      ...(text === undefined ? [] : [`Only what has “${text}”`]),
    ],
    legend: null,
  });

  useActions([
    {
      name: 'list.search',
      label: 'Find in this list',
      group: 'View',
      keys: '/',
      run: () => searchRef.current?.focus(),
    },
  ]);

  if (rules.length === 0 && !loading) return empty;
  return (
    <>
      {rules.length > 0 && (
        <>
          <RuleFilterBar
            filters={{ kind, scope, text }}
            picture={picture}
            searchRef={searchRef}
            onChange={(changes) => void navigate({ search: (kept) => ({ ...kept, ...changes }), replace: true })}
            onMonths={(months) => set({ months })}
            onTurn={(by) => set({ from: by === 0 ? undefined : turned(picture, by) })}
          />
          <AnswerTrouble answer={times} />
        </>
      )}
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
        <Box sx={{ flex: 1, minWidth: 0, display: 'flex', flexDirection: 'column' }}>
          {rows.length > 0 && (
            <Strip
              rows={rows}
              range={range}
              zone={zone}
              now={now}
              selected={open?.id ?? null}
              onOpen={(rule) => set({ rule })}
              onLeave={() => open !== undefined && set({ rule: undefined })}
            />
          )}
          <RulesTable
            rules={fitting}
            names={made.names}
            loading={loading}
            narrow={open !== undefined}
            selected={open?.id ?? null}
            onOpen={({ id }) => set({ rule: id })}
            empty={
              <EmptyState icon={<EventBusyOutlined />} title="No rule fits these filters">
                Take a filter away. Words are looked for in names, reasons, owners and what a rule is about.
              </EmptyState>
            }
          />
        </Box>
        {open !== undefined && (
          <RulePanel
            key={open.id}
            rule={open}
            overrides={overrides.filter(({ freezeId }) => freezeId === open.id)}
            made={made}
            onEdit={() => onEdit(open)}
            onClose={() => set({ rule: undefined })}
          />
        )}
      </Box>
    </>
  );
}
