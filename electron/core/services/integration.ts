import type { IntegratedRelease, IntegrationInput, IntegrationProposal } from '../../../shared/contract/integration.ts';
import { localsWords, localWords } from '../../../shared/domain/calendar/time-words.ts';
import { toLocal } from '../../../shared/domain/calendar/zoned-time.ts';
import { type CalendarEntry, writeCalendar } from '../../../shared/domain/exchange/ics-write.ts';
import { windowName } from '../../../shared/domain/integration/window-name.ts';
import { integrationOf } from '../../../shared/domain/integration/windows.ts';
import { counted } from '../../../shared/domain/text/counted.ts';
import { Failure } from '../../../shared/model/failure.ts';
import type { MilestoneId, ReleaseId } from '../../../shared/model/ids.ts';
import type { IntegrationWindow } from '../../../shared/model/integration.ts';
import { isPlanYear, OTHER_YEAR } from '../../../shared/model/plan-years.ts';
import type { Milestone } from '../../../shared/model/release.ts';
import type { Span } from '../../../shared/model/span.ts';
import type { CoreContext } from '../core-context.ts';
import { journalHead } from '../db/journal.ts';
import { readWorkspace } from '../db/repositories/workspace.ts';
import { type CommandTools, type Decision, decide } from '../decide.ts';
import type { Os } from '../middleware.ts';
import { assertNotMoved } from './changed-meanwhile.ts';
import { gatherIntegration, openReleaseOf } from './integration-question.ts';
import { type LocalSpan, placedSpan } from './placed-span.ts';
import { milestoneOf, titleOf } from './planning.ts';

async function propose(core: CoreContext, input: IntegrationInput): Promise<IntegrationProposal> {
  const { question, participants, crews } = await gatherIntegration(core, input);
  const { steps, windows } = integrationOf(question);
  const stepOf = new Map(steps.map((each) => [each.releaseId, each]));
  const releases = participants
    .flatMap(({ services: _services, ...one }): readonly IntegratedRelease[] => {
      const step = stepOf.get(one.releaseId);
      return step === undefined ? [] : [{ ...one, ...step }];
    })
    .sort((a, b) => a.step - b.step || (a.title < b.title ? -1 : 1));
  const byName = crews.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  return { range: question.range, releases, crews: byName, windows: [...windows] };
}

/** Who comes, and when that is on the clock of each team. */
function described(proposal: IntegrationProposal, window: IntegrationWindow, at: Span): string {
  const titles = new Map(proposal.releases.map(({ releaseId, title }) => [releaseId, title]));
  const crews = new Map(proposal.crews.map((crew) => [crew.id, crew]));
  const clocks = window.crews.flatMap((id) => {
    const crew = crews.get(id);
    if (crew === undefined) return [];
    return `${crew.name}: ${localsWords(toLocal(at.start, crew.zone), toLocal(at.end, crew.zone))} (${crew.zone})`;
  });
  return [...window.releases.map((id) => titles.get(id) ?? id), '', ...clocks].join('\n');
}

/** The uid is the same for as long as the same releases come together. */
function entryOf(proposal: IntegrationProposal, window: IntegrationWindow): readonly CalendarEntry[] {
  const { step, span: at, releases } = window;
  if (at === null) return [];
  return [
    {
      uid: `integration-${step}-${releases.join('-')}`,
      rule: null,
      kind: 'milestone',
      name: windowName(window, proposal.windows.length),
      description: described(proposal, window, at),
      times: { by: 'moments', start: at.start, end: at.end },
      cancelled: false,
    },
  ];
}

/** Writes the proposed windows as a calendar file: one event each, with who comes and when that is for them. */
async function calendar(core: CoreContext, input: IntegrationInput) {
  const proposal = await propose(core, input);
  const entries = proposal.windows.flatMap((window) => entryOf(proposal, window));
  const name = `Integration windows of ${readWorkspace(core.db).name}`;
  const shown = { name, description: '', entries, journal: journalHead(core.db), at: core.env.now() };
  return { text: writeCalendar(shown), entries: entries.length };
}

interface PlannedMilestone {
  readonly releaseId: ReleaseId;
  readonly name: string;
  readonly span: Span;
  readonly move: {
    readonly id: MilestoneId;
    readonly base?: Pick<Milestone, 'startAt' | 'endAt'> | undefined;
  } | null;
}

/** Refuses a milestone that is to be moved to two windows: only one of them would hold. */
function assertOnce(milestones: readonly PlannedMilestone[]): void {
  const ids = milestones.flatMap(({ move }) => move?.id ?? []);
  const twice = ids.find((id, index) => ids.indexOf(id) < index);
  if (twice === undefined) return;
  throw new Failure('BAD_INPUT', 'A milestone cannot be moved to two windows.', {
    where: `milestone ${twice}`,
    remedy: 'Look at the proposal again.',
  });
}

/** The window on the release's clock; refused in a year that no plan holds. */
function localsOf({ start, end }: Span, zone: Milestone['zone']): LocalSpan {
  const [startLocal, endLocal] = [toLocal(start, zone), toLocal(end, zone)];
  if (isPlanYear(startLocal) && isPlanYear(endLocal)) return { startLocal, endLocal };
  throw new Failure('BAD_INPUT', `The window cannot be planned: ${OTHER_YEAR}.`, {
    where: 'span',
    remedy: 'Correct the year.',
  });
}

/** The integration milestone that is to be moved; refused where it is none, or was moved since it was looked at. */
function movedMilestone({ tx }: CommandTools, { releaseId, span, move }: PlannedMilestone): Milestone | null {
  if (move === null) return null;
  const before = milestoneOf(tx.db, move.id);
  if (before.releaseId !== releaseId || before.kind !== 'integration') {
    throw new Failure('CONFLICT', `Milestone “${before.name}” is not an integration milestone of that release.`, {
      where: `milestone ${move.id}`,
      remedy: 'Look at the proposal again.',
    });
  }
  const { startAt, zone } = before;
  assertNotMoved(before, move.base, `Milestone “${before.name}”`, localWords(toLocal(startAt, zone)));
  return { ...before, ...placedSpan(localsOf(span, zone), zone), pinned: true };
}

/** Adds an integration milestone for each window, or moves one; each then stays where it is. */
function plan(
  { milestones }: { readonly milestones: readonly PlannedMilestone[] },
  tools: CommandTools,
): Decision<{ added: number; moved: number }> {
  const { tx, newId } = tools;
  if (milestones.length === 0) {
    throw new Failure('BAD_INPUT', 'There is no window to plan.', {
      where: 'milestones',
      remedy: 'Choose releases whose windows were found.',
    });
  }
  assertOnce(milestones);
  let moved = 0;
  for (const wanted of milestones) {
    const release = openReleaseOf(tx.db, wanted.releaseId);
    const after = movedMilestone(tools, wanted);
    if (after !== null) moved += 1;
    const { zone } = release;
    const fresh = (): Milestone => ({
      // Ids made by newId are ids.
      id: newId('milestone') as MilestoneId,
      releaseId: release.id,
      stageKey: null,
      kind: 'integration',
      name: wanted.name,
      ...placedSpan(localsOf(wanted.span, zone), zone),
      zone,
      pinned: true,
    });
    tx.put('milestone', after ?? fresh());
  }
  const ids = [...new Set(milestones.map(({ releaseId }) => releaseId))];
  const [only] = ids;
  const who =
    ids.length === 1 && only !== undefined
      ? `“${titleOf(tx.db, openReleaseOf(tx.db, only))}”`
      : counted(ids.length, 'release');
  const added = milestones.length - moved;
  const what = [added > 0 ? [`${counted(added, 'milestone')} added`] : [], moved > 0 ? [`${moved} moved`] : []].flat();
  return { output: { added, moved }, summary: `Planned integration windows of ${who}: ${what.join(', ')}` };
}

/** When the parts of several releases are brought together and tried as one. */
export function integrationService(os: Os, core: CoreContext) {
  return {
    propose: os.integration.propose.handler(({ input }) => propose(core, input)),
    calendar: os.integration.calendar.handler(({ input }) => calendar(core, input)),
    plan: os.integration.plan.handler(decide(core, plan)),
  };
}
