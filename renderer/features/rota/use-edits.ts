import { useState } from 'react';
import type { PersonId } from '../../../shared/model/ids.ts';
import { RosterPlace } from '../../../shared/model/roster.ts';
import type { Edits, PlaceView } from './roster-view.ts';

export interface EditsInHand {
  readonly map: Edits;
  /** The chosen places around which the rest was last filled. */
  readonly fixed: readonly RosterPlace[];
  readonly choose: (place: Pick<PlaceView, 'key'>, person: PersonId | null) => void;
  readonly forget: (keys: readonly string[]) => void;
  readonly clear: () => void;
  /** Has the rest filled around what is chosen now. */
  readonly fix: () => void;
}

function placeOf([key, personId]: readonly [string, PersonId | null]): readonly RosterPlace[] {
  const [part, releaseId] = key.split(' ');
  const read = RosterPlace.safeParse({ part, releaseId, personId });
  return read.success ? [read.data] : [];
}

/** What was chosen by hand in a roster and is not settled yet. */
export function useEdits(): EditsInHand {
  const [map, setMap] = useState<Edits>(new Map());
  const [fixed, setFixed] = useState<readonly RosterPlace[]>([]);
  return {
    map,
    fixed,
    choose: ({ key }, person) => setMap((kept) => new Map([...kept, [key, person]])),
    forget(keys) {
      setMap((kept) => new Map([...kept].filter(([key]) => !keys.includes(key))));
      setFixed((kept) => kept.filter(({ part, releaseId }) => !keys.includes(`${part} ${releaseId}`)));
    },
    clear() {
      setMap(new Map());
      setFixed([]);
    },
    fix: () => setFixed([...map].flatMap(placeOf)),
  };
}
