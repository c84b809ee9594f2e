import type { Offset, Stage } from '../../model/train.ts';

/** What is wrong with one stage of a list, in words for people. */
export interface StageProblem {
  readonly index: number;
  readonly key: string;
  readonly message: string;
  readonly remedy: string;
}

/** The days from the release day that an offset can come to, least and most, whatever the calendar. */
function reach({ amount, unit }: Offset): readonly [least: number, most: number] {
  if (unit === 'calendar-days' || amount === 0) return [amount, amount];
  return amount > 0 ? [amount, Number.POSITIVE_INFINITY] : [Number.NEGATIVE_INFINITY, amount];
}

/** Whether a stage ends before it starts on every calendar; otherwise only placing it can tell. */
function alwaysEndsFirst(stage: Stage): boolean {
  const { start, end, startTime, endTime } = stage;
  if (end === null || endTime === null) return false;
  // More days of the same unit always come later; across units only the extremes can be compared.
  const sameUnit = start.unit === end.unit;
  const earliestStart = sameUnit ? start.amount : reach(start)[0];
  const latestEnd = sameUnit ? end.amount : reach(end)[1];
  return latestEnd < earliestStart || (latestEnd === earliestStart && endTime < startTime);
}

function problemOf(stage: Stage, earlier: readonly Stage[]): Pick<StageProblem, 'message' | 'remedy'> | null {
  if (earlier.some(({ key }) => key === stage.key)) {
    return { message: `Two stages have the key "${stage.key}".`, remedy: 'Give each stage a key of its own.' };
  }
  if ((stage.end === null) !== (stage.endTime === null)) {
    const missing = stage.end === null ? 'day' : 'time';
    return {
      message: `The stage "${stage.name}" has only half an end: its ${missing} is missing.`,
      remedy: `Give the ${missing} of its end, or neither day nor time for a point in time.`,
    };
  }
  if (alwaysEndsFirst(stage)) {
    return {
      message: `The stage "${stage.name}" ends before it starts.`,
      remedy: 'Move its end later or its start earlier.',
    };
  }
  return null;
}

/** Every stage that cannot be used as it is, in the order of the stages, at most one problem each. */
export function checkStages(stages: readonly Stage[]): readonly StageProblem[] {
  return stages.flatMap((stage, index) => {
    const problem = problemOf(stage, stages.slice(0, index));
    return problem === null ? [] : [{ index, key: stage.key, ...problem }];
  });
}
