import { readQuery } from '../../../shared/domain/boarding/query.ts';
import { checkStages } from '../../../shared/domain/calendar/check-stages.ts';
import { checkReleaseName } from '../../../shared/domain/calendar/release-name.ts';
import { validateRrule } from '../../../shared/domain/calendar/rrule.ts';
import { sentence } from '../../../shared/domain/text/sentence.ts';
import type { ServiceId, TeamId } from '../../../shared/model/ids.ts';
import { issueInWords } from '../../../shared/model/issue-words.ts';
import type { Day } from '../../../shared/model/time.ts';
import { type BoardingRule, type LinkedProject, MOST_STAGES, TrainPlan } from '../../../shared/model/train.ts';
import { daysOffOf, daysOffProblem } from '../../ui/days-off-draft.ts';
import { type CadenceDraft, cadenceDraftOf, newCadenceDraft, rruleOf } from './cadence-draft.ts';
import { stagePresets } from './presets.ts';
import { type StageDraft, stageDraftOf, stageOf, stageProblem } from './stage-draft.ts';

/** A boarding rule as it is being typed. */
export interface RuleDraft {
  readonly by: BoardingRule['by'];
  readonly text: string;
}

/** A train as it is being typed. */
export interface TrainDraft {
  readonly name: string;
  readonly owner: string;
  readonly zone: string;
  readonly workdays: readonly number[];
  /** A holiday place's code; empty for none. */
  readonly holidays: string;
  /** Days `YYYY-MM-DD`, one to a line. */
  readonly extraDaysOff: string;
  readonly cadence: CadenceDraft;
  readonly releaseName: string;
  readonly stages: readonly StageDraft[];
  readonly projects: readonly LinkedProject[];
  readonly services: readonly ServiceId[];
  readonly teams: readonly TeamId[];
  /** Working days, a whole number. */
  readonly bufferDays: string;
  readonly boarding: readonly RuleDraft[];
  readonly notes: string;
}

/** How releases of a train are called unless somebody says otherwise: by its name, so that those of two trains are told apart. */
function suggestedReleaseName(trainName: string): string {
  // Braces would be read as something to fill in.
  const plain = /[{}]/.test(trainName) ? '' : trainName.trim();
  return `${plain} {year}.{week}`.trim();
}

/** The draft with another name; the name of its releases follows as long as nobody typed one. */
export function renamedDraft(draft: TrainDraft, name: string): Pick<TrainDraft, 'name' | 'releaseName'> {
  const follows = draft.releaseName === suggestedReleaseName(draft.name);
  return { name, releaseName: follows ? suggestedReleaseName(name) : draft.releaseName };
}

/** A train to begin from. */
export function newTrainDraft(zone: string, today: Day): TrainDraft {
  return {
    name: '',
    owner: '',
    zone,
    workdays: [1, 2, 3, 4, 5],
    holidays: '',
    extraDaysOff: '',
    cadence: newCadenceDraft(today),
    releaseName: suggestedReleaseName(''),
    stages: stagePresets[0]?.stages ?? [],
    projects: [],
    services: [],
    teams: [],
    bufferDays: '0',
    boarding: [{ by: 'version', text: '{release}' }],
    notes: '',
  };
}

/** A train that is there, as it can be changed. */
export function trainDraftOf(plan: TrainPlan, today: Day): TrainDraft {
  return {
    name: plan.name,
    owner: plan.owner,
    zone: plan.zone,
    workdays: plan.calendar.workdays,
    holidays: plan.calendar.holidays ?? '',
    extraDaysOff: plan.calendar.extraDaysOff.join('\n'),
    cadence: cadenceDraftOf(plan.cadence, today),
    releaseName: plan.releaseName,
    stages: plan.stages.map(stageDraftOf),
    projects: plan.projects,
    services: plan.services,
    teams: plan.teams,
    bufferDays: String(plan.bufferDays),
    boarding: plan.boarding.map((rule) => ({ by: rule.by, text: rule.by === 'query' ? rule.text : rule.pattern })),
    notes: plan.notes,
  };
}

/** A train to begin from that is like another but for its name. */
export function copiedDraft(plan: TrainPlan, today: Day): TrainDraft {
  const draft = trainDraftOf(plan, today);
  return { ...draft, ...renamedDraft(draft, '') };
}

function ruleOf({ by, text }: RuleDraft) {
  return by === 'query' ? { by, text } : { by, pattern: text };
}

function planOf(draft: TrainDraft) {
  const { cadence } = draft;
  return {
    name: draft.name,
    owner: draft.owner,
    zone: draft.zone,
    calendar: {
      workdays: [...draft.workdays].sort((one, other) => one - other),
      holidays: draft.holidays === '' ? null : draft.holidays,
      extraDaysOff: daysOffOf(draft.extraDaysOff),
    },
    cadence:
      cadence.mode === 'by-hand'
        ? null
        : {
            rrule: rruleOf(cadence),
            from: cadence.from,
            departureTime: cadence.departureTime,
            onDayOff: cadence.onDayOff,
          },
    releaseName: draft.releaseName,
    stages: draft.stages.map(stageOf),
    projects: draft.projects,
    services: draft.services,
    teams: draft.teams,
    bufferDays: draft.bufferDays.trim() === '' ? null : Number(draft.bufferDays),
    boarding: draft.boarding.map(ruleOf),
    notes: draft.notes,
  };
}

/** What is wrong, by the place of the field: `name`, `cadence.rrule`, `stages.2`, `boarding.0`. */
export type TrainProblems = Readonly<Record<string, string>>;

const sayings: ReadonlyArray<readonly [place: RegExp, saying: string]> = [
  [/^name$/, 'Give the train a name of at most 80 characters.'],
  [/^owner$/, 'At most 120 characters.'],
  [/^bufferDays$/, 'A whole number of working days from 0 to 200.'],
  [/^zone$/, 'Choose the zone that the train’s times are typed in.'],
  [/^calendar\.workdays$/, 'Choose at least one day of the week.'],
  [/^cadence\.from$/, 'Choose the first day that counts.'],
  [/^cadence\.departureTime$/, 'Choose the time of departure.'],
  [/^releaseName$/, 'Write how releases are called, at most 120 characters.'],
  [/^stages$/, `A train has at most ${MOST_STAGES} stages: remove some.`],
  [/^boarding\.\d+$/, 'Write what to look for.'],
];

/** The field that an issue's path belongs to. */
function placeOf(path: readonly PropertyKey[]): string {
  const [head, next] = path.map(String);
  if (head === 'stages' || head === 'boarding') return next === undefined ? head : `${head}.${next}`;
  if (head === 'calendar' || head === 'cadence') return `${head}.${next ?? ''}`;
  return head ?? '';
}

function domainProblems(draft: TrainDraft): Record<string, string> {
  const problems: Record<string, string> = {};
  const rule = rruleOf(draft.cadence);
  const ruleProblem = draft.cadence.mode === 'by-hand' ? null : validateRrule(rule);
  if (ruleProblem !== null) problems['cadence.rrule'] = sentence(ruleProblem);
  const dayOffProblem = daysOffProblem(draft.extraDaysOff);
  if (dayOffProblem !== null) problems['calendar.extraDaysOff'] = dayOffProblem;
  draft.stages.forEach((stage, at) => {
    const problem = stageProblem(stage);
    if (problem !== null) problems[`stages.${at}`] = problem;
  });
  const nameProblem = checkReleaseName(draft.releaseName);
  if (nameProblem !== null) problems.releaseName = nameProblem;
  draft.boarding.forEach((boarding, at) => {
    if (boarding.by !== 'query' || boarding.text.trim() === '') return;
    const { problem } = readQuery(boarding.text);
    if (problem !== null) problems[`boarding.${at}`] = `${problem.message} (at character ${problem.at})`;
  });
  return problems;
}

export interface ReadTrain {
  /** Null while something is wrong. */
  readonly plan: TrainPlan | null;
  readonly problems: TrainProblems;
}

/** Reads what was typed: a plan, or what is wrong where. */
export function readTrain(draft: TrainDraft): ReadTrain {
  const problems = domainProblems(draft);
  const parsed = TrainPlan.safeParse(planOf(draft));
  for (const issue of parsed.error?.issues ?? []) {
    const place = placeOf(issue.path);
    problems[place] ??= sayings.find(([pattern]) => pattern.test(place))?.[1] ?? sentence(issueInWords(issue));
  }
  if (parsed.success) {
    for (const problem of checkStages(parsed.data.stages)) {
      problems[`stages.${problem.index}`] ??= `${problem.message} ${problem.remedy}`;
    }
  }
  return { plan: parsed.success && Object.keys(problems).length === 0 ? parsed.data : null, problems };
}
