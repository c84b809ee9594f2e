import { weekdayOf } from '../../../shared/domain/calendar/days.ts';
import { typedWords } from '../../../shared/domain/capacity/typed-throughput.ts';
import type { Team } from '../../../shared/model/catalogue.ts';
import { Failure } from '../../../shared/model/failure.ts';
import type { DailyThroughput } from '../../../shared/model/forecast.ts';
import type { TeamId } from '../../../shared/model/ids.ts';
import type { TypedThroughput } from '../../../shared/model/typed-throughput.ts';
import type { CommandTools, Decision } from '../decide.ts';
import { mergedOver } from './changed-meanwhile.ts';
import { decisionOf } from './decision-of.ts';

/** What a team's forecasts rest on in place of facts: what was typed, where nothing finished was synced or it is to win. */
export function typedInUse({ typedThroughput }: Team, daily: DailyThroughput): TypedThroughput | null {
  if (typedThroughput === null) return null;
  return typedThroughput.overFacts || daily.classes.length === 0 ? typedThroughput : null;
}

function refuse(message: string, remedy: string): never {
  throw new Failure('BAD_INPUT', message, { where: 'typed', remedy });
}

function check(typed: TypedThroughput): void {
  if (typed.by === 'range') {
    if (typed.least > typed.most) refuse('The least is more than the most.', 'Exchange the two.');
    return;
  }
  const inOrder = typed.weeks.every(({ monday }, at) => {
    const before = typed.weeks[at - 1];
    return weekdayOf(monday) === 1 && (before === undefined || before.monday < monday);
  });
  if (!inOrder) refuse('Weeks are named by their Mondays, each once, the first first.', 'Put them in order.');
}

interface Typing {
  readonly teamId: TeamId;
  readonly typed: TypedThroughput | null;
  readonly base?: TypedThroughput | null | undefined;
}

/** Says by hand what a team finishes, or takes that away. */
export function typeThroughput({ teamId, typed, base }: Typing, { tx }: CommandTools): Decision<Record<string, never>> {
  const before = decisionOf(tx.db, 'team', teamId);
  if (typed !== null) check(typed);
  const from = base === undefined ? undefined : { typedThroughput: base };
  const team = mergedOver<Team>(before, { wanted: { typedThroughput: typed }, base: from }, `team “${before.name}”`);
  tx.put('team', team);
  const summary =
    typed === null
      ? `Took away what “${team.name}” finishes by hand`
      : `Typed what “${team.name}” finishes: ${typedWords(typed)}`;
  return { output: {}, summary };
}
