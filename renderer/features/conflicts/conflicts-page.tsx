import CalendarMonthRounded from '@mui/icons-material/CalendarMonthRounded';
import VerifiedOutlined from '@mui/icons-material/VerifiedOutlined';
import Box from '@mui/material/Box';
import Tab from '@mui/material/Tab';
import Tabs from '@mui/material/Tabs';
import Typography from '@mui/material/Typography';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ConflictList } from '../../../shared/contract/conflicts.ts';
import type { WaivableConflict } from '../../../shared/model/conflict.ts';
import { useActions } from '../../lib/actions.ts';
import { type Answer, answerOf } from '../../lib/answer.ts';
import { client } from '../../lib/client.ts';
import { conflictsQuery } from '../../lib/conflict-queries.ts';
import { useOwnZone } from '../../lib/display-zone.tsx';
import { dayIn } from '../../lib/format.ts';
import { useSheetFacts } from '../../lib/sheet-facts.ts';
import { useReadOnly } from '../../lib/use-read-only.ts';
import { useTableActions } from '../../lib/use-table-actions.ts';
import { AnswerTrouble } from '../../ui/answer-view.tsx';
import { ConflictDetail } from '../../ui/conflict-detail.tsx';
import { absentConflict, leftOutText, unjudgedText, unknownScopeText } from '../../ui/conflict-limits.ts';
import { conflictLabel, severityLooks } from '../../ui/conflict-looks.ts';
import { filterConflicts, partWaived, sidesText } from '../../ui/conflict-words.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Page, PageBody, PageHeader } from '../../ui/page.tsx';
import { RouterButton } from '../../ui/router-link.tsx';
import { SidePanel } from '../../ui/side-panel.tsx';
import { ConflictTable } from './conflict-table.tsx';
import { FilterBar } from './filter-bar.tsx';
import { KindBars } from './kind-bars.tsx';
import type { ConflictSearch } from './search.ts';
import { headline, kindCounts, totals } from './view-model.ts';

function NoConflicts({ search, any }: { search: ConflictSearch; any: boolean }) {
  if (search.conflictKind !== undefined || search.severity !== undefined) {
    return (
      <EmptyState icon={<VerifiedOutlined />} title="No conflict fits these filters">
        Take a filter away, or look at the other tab.
      </EmptyState>
    );
  }
  if (search.waived === true) {
    return (
      <EmptyState icon={<VerifiedOutlined />} title="Nothing is waived">
        A conflict that can be lived with is waived in its panel, with a reason and a day until when. It then stands
        here until the waiver ends.
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={<VerifiedOutlined />}
      title={any ? 'Every conflict is waived' : 'The plan holds together'}
      actions={
        <RouterButton to="/calendar" variant="contained">
          Open the calendar
        </RouterButton>
      }
    >
      Two plans that cannot both hold show here: a release in a freeze, an environment that is booked twice, somebody
      who is away when they are needed. Each comes with both sides, the rule, and the cheapest ways out.
    </EmptyState>
  );
}

function Open({ entry, readOnly, onClose }: { entry: WaivableConflict; readOnly: boolean; onClose: () => void }) {
  const zone = useOwnZone();
  const { conflict } = entry;
  return (
    <SidePanel
      title={sidesText(conflict)}
      kicker={conflictLabel(conflict.kind)}
      actions={
        <RouterButton
          to="/calendar"
          search={{ at: dayIn(conflict.at.start, zone), conflicts: true, conflict: conflict.key }}
          variant="outlined"
          startIcon={<CalendarMonthRounded />}
        >
          Show on the calendar
        </RouterButton>
      }
      onClose={onClose}
    >
      <ConflictDetail entry={entry} readOnly={readOnly} onResolved={onClose} />
    </SidePanel>
  );
}

function Absent({ answer, onClose }: { answer: Answer<ConflictList>; onClose: () => void }) {
  const { title, text } = absentConflict(answer);
  return (
    <SidePanel title={title} onClose={onClose}>
      <AnswerTrouble answer={answer} padding={0} />
      {text !== null && <Typography>{text}</Typography>}
    </SidePanel>
  );
}

interface BodyProps {
  readonly answer: Answer<ConflictList>;
  readonly list: ConflictList;
  readonly search: ConflictSearch;
  readonly onChange: (changes: Partial<ConflictSearch>) => void;
}

function Body({ answer, list, search, onChange }: BodyProps) {
  const readOnly = useReadOnly();
  const { open, waived } = partWaived(list.conflicts);
  const all = totals(list.counts);
  const shown = filterConflicts(search.waived === true ? waived : open, search);
  const chosen = list.conflicts.find(({ conflict }) => conflict.key === search.open);
  const kinds = kindCounts(list.counts);
  const close = () => onChange({ open: undefined });
  const leftOut = leftOutText(list);
  const unknown = [unjudgedText(list, useOwnZone()), unknownScopeText(list)].filter((text) => text !== null);
  useSheetFacts({
    about: [search.waived === true ? 'Waived conflicts' : 'Open conflicts'],
    filters: [
      ...(search.conflictKind === undefined ? [] : [`Only ${conflictLabel(search.conflictKind)}`]),
      ...(search.severity === undefined ? [] : [`Only ${severityLooks[search.severity].label}`]),
    ],
    legend: null,
  });
  return (
    <>
      {kinds.length > 0 && (
        <KindBars kinds={kinds} chosen={search.conflictKind} onChoose={(conflictKind) => onChange({ conflictKind })} />
      )}
      <Box sx={{ px: 4, bgcolor: 'background.paper', borderBottom: 1, borderColor: 'divider', flexShrink: 0 }}>
        <Tabs
          value={search.waived === true}
          onChange={(_event, next: boolean) => onChange({ waived: next || undefined, open: undefined })}
          aria-label="Which conflicts"
        >
          <Tab value={false} label={`Open ${all.open}`} />
          <Tab value label={`Waived ${all.waived}`} />
        </Tabs>
      </Box>
      <FilterBar kinds={kinds} search={search} onChange={onChange} />
      {leftOut !== null && (
        <Box sx={{ p: 3 }}>
          <Notice tone="warning">{leftOut} The bars count all of them.</Notice>
        </Box>
      )}
      {unknown.map((text) => (
        <Box key={text} sx={{ p: 3 }}>
          <Notice tone="info">{text}</Notice>
        </Box>
      ))}
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
        <ConflictTable
          rows={shown}
          narrow={search.open !== undefined}
          selectedKey={search.open ?? null}
          onOpen={({ conflict }) => onChange({ open: conflict.key })}
          empty={<NoConflicts search={search} any={list.conflicts.length > 0} />}
        />
        {search.open !== undefined &&
          (chosen === undefined ? (
            <Absent answer={answer} onClose={close} />
          ) : (
            <Open key={search.open} entry={chosen} readOnly={readOnly} onClose={close} />
          ))}
      </Box>
    </>
  );
}

/** Everything in the plan that cannot hold together: how much of what kind, then each of them. */
export function ConflictsPage({ search }: { search: ConflictSearch }) {
  const navigate = useNavigate({ from: '/conflicts' });
  const answer = answerOf(useQuery(conflictsQuery()));
  const change = (changes: Partial<ConflictSearch>) =>
    void navigate({ search: (kept: ConflictSearch) => ({ ...kept, ...changes }), replace: true });

  useActions([
    {
      name: 'conflicts.calendar',
      label: 'Show the conflicts on the calendar',
      group: 'View',
      run: () => void navigate({ to: '/calendar', search: { conflicts: true } }),
    },
  ]);

  useTableActions([{ of: 'conflicts', name: 'conflicts', ask: () => client.exchange.report({ of: 'conflicts' }) }]);

  return (
    <Page>
      <PageHeader
        title="Conflicts"
        description={'data' in answer ? headline(totals(answer.data.counts)) : ' '}
        actions={
          <RouterButton
            to="/calendar"
            search={{ conflicts: true }}
            variant="outlined"
            startIcon={<CalendarMonthRounded />}
          >
            On the calendar
          </RouterButton>
        }
      />
      <PageBody fill>
        <AnswerTrouble answer={answer} />
        {answer.kind === 'loading' && <ConflictTable rows={[]} loading selectedKey={null} narrow={false} />}
        {'data' in answer && <Body answer={answer} list={answer.data} search={search} onChange={change} />}
      </PageBody>
    </Page>
  );
}
