import { SeveralPicker } from './several-picker.tsx';

interface Named<Id extends string> {
  readonly id: Id;
  readonly name: string;
}

export interface NamedPickerProps<Id extends string> {
  readonly label: string;
  readonly hint?: string | undefined;
  /** What stands in the field where nothing is chosen. */
  readonly empty?: string | undefined;
  /** What to say where there is nothing to choose. */
  readonly none: string;
  readonly options: readonly Named<Id>[];
  /** Why the options could not be read; null where they could. */
  readonly failure?: string | null | undefined;
  readonly value: readonly Id[];
  readonly onChange: (ids: readonly Id[]) => void;
}

/** A choice of several things by their names; one that is gone stays, and is called so. */
export function NamedPicker<Id extends string>({ options, failure = null, ...rest }: NamedPickerProps<Id>) {
  const unknown = failure === null ? 'removed' : 'not read';
  return (
    <SeveralPicker
      {...rest}
      failure={failure}
      options={options.map(({ id }) => id)}
      keyOf={(id) => id}
      labelOf={(id) => options.find((option) => option.id === id)?.name ?? unknown}
    />
  );
}
