import AddRounded from '@mui/icons-material/AddRounded';
import EventBusyOutlined from '@mui/icons-material/EventBusyOutlined';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useRef, useState } from 'react';
import { addDays } from '../../../shared/domain/calendar/days.ts';
import { startOfDay } from '../../../shared/domain/calendar/zoned-time.ts';
import { useActions } from '../../lib/actions.ts';
import { answerOf, listOf } from '../../lib/answer.ts';
import { useOwnZone } from '../../lib/display-zone.tsx';
import { dayIn } from '../../lib/format.ts';
import { useNow } from '../../lib/use-now.ts';
import { useReadOnly } from '../../lib/use-read-only.ts';
import { AnswerTrouble } from '../../ui/answer-view.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page, PageBody, PageHeader } from '../../ui/page.tsx';
import { RuleFilterBar } from './filters.tsx';
import { RuleDialog } from './form/rule-dialog.tsx';
import { pictureOf, turned } from './picture.ts';
import { occurrencesQuery, rulesQuery } from './queries.ts';
import { RulePanel } from './rule-panel.tsx';
import { RulesTable } from './rules-table.tsx';
import type { WindowsSearch } from './search.ts';
import { Strip } from './strip.tsx';
import { fittingRules, stripRows } from './strip-model.ts';
import { useMade } from './use-names.ts';

type Dialog = { readonly kind: 'none' | 'add' } | { readonly kind: 'edit'; readonly id: string };

/** When deploying is allowed, forbidden or has to wait: drawn over a year, listed, and changed. */
export function WindowsPage({ search }: { search: WindowsSearch }) {
  const navigate = useNavigate({ from: '/windows' });
  const now = useNow();
  const zone = useOwnZone();
  const readOnly = useReadOnly();
  const searchRef = useRef<HTMLInputElement>(null);
  const made = useMade();
  const list = answerOf(useQuery(rulesQuery()));
  const { rules, overrides } = 'data' in list ? list.data : { rules: [], overrides: [] };
  const picture = pictureOf(search, dayIn(now, zone));
  const { from, to } = picture;
  // A day more on both sides: the days asked about are those of the workspace's zone.
  const times = answerOf(
    useQuery({ ...occurrencesQuery(addDays(from, -1), addDays(to, 1)), enabled: rules.length > 0 }),
  );
  const [dialog, setDialog] = useState<Dialog>({ kind: 'none' });
  const { kind, scope, text } = search;
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
  const edited = dialog.kind === 'edit' ? rules.find(({ id }) => id === dialog.id) : undefined;
  const set = (changes: Partial<WindowsSearch>) => void navigate({ search: (kept) => ({ ...kept, ...changes }) });
  const add = () => setDialog((opened) => (opened.kind === 'none' ? { kind: 'add' } : opened));

  useActions([
    {
      name: 'windows.add',
      label: 'New window or freeze',
      group: 'Edit',
      keys: 'n f',
      words: 'maintenance add create rule',
      enabled: !readOnly,
      run: add,
    },
    {
      name: 'list.search',
      label: 'Find in this list',
      group: 'View',
      keys: '/',
      run: () => searchRef.current?.focus(),
    },
  ]);

  const newButton = (
    <Button variant="contained" startIcon={<AddRounded />} disabled={readOnly} onClick={add}>
      New window or freeze
    </Button>
  );

  return (
    <Page>
      <PageHeader
        title="Windows and freezes"
        description="When deploying is allowed, when it is forbidden, and when infrastructure is being worked on."
        actions={newButton}
      />
      <PageBody fill>
        <AnswerTrouble answer={list} />
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
              />
            )}
            <RulesTable
              rules={fitting}
              names={made.names}
              loading={list.kind === 'loading'}
              narrow={open !== undefined}
              selected={open?.id ?? null}
              onOpen={({ id }) => set({ rule: id })}
              empty={
                list.kind === 'here' &&
                (rules.length > 0 ? (
                  <EmptyState icon={<EventBusyOutlined />} title="No rule fits these filters">
                    Take a filter away. Words are looked for in names, reasons, owners and what a rule is about.
                  </EmptyState>
                ) : (
                  <EmptyState icon={<EventBusyOutlined />} title="Deploying is allowed at any time" actions={newButton}>
                    Say when it is not: a freeze forbids it, a window allows it only then, maintenance makes it wait.
                    Every release and booking is then checked against them, and you can ask for the first legal minute.
                  </EmptyState>
                ))
              }
            />
          </Box>
          {open !== undefined && (
            <RulePanel
              key={open.id}
              rule={open}
              overrides={overrides.filter(({ freezeId }) => freezeId === open.id)}
              names={made.names}
              made={made}
              onEdit={() => setDialog({ kind: 'edit', id: open.id })}
              onClose={() => set({ rule: undefined })}
            />
          )}
        </Box>
      </PageBody>
      {(dialog.kind === 'add' || edited !== undefined) && (
        <RuleDialog
          rule={edited ?? null}
          made={made}
          onClose={() => setDialog({ kind: 'none' })}
          onDone={(id) => {
            setDialog({ kind: 'none' });
            set({ rule: id });
          }}
        />
      )}
    </Page>
  );
}
