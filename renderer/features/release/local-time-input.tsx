import { TimeInput, type TimeInputProps } from '../../ui/time-input.tsx';
import type { LocalCheck } from './view-model.ts';

export interface LocalTimeInputProps extends Omit<TimeInputProps, 'hint'> {
  readonly check: LocalCheck;
  /** Something odd that the value alone does not show. */
  readonly hint?: string | null | undefined;
}

/** A day and a time of the plan's own zone, with what is wrong or odd about it. */
export function LocalTimeInput({ check, error = null, hint = null, ...input }: LocalTimeInputProps) {
  const odd = [check.hint, hint].filter((one) => one !== null).join(' ');
  return <TimeInput {...input} error={check.error ?? error} hint={odd === '' ? undefined : odd} />;
}
