import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Catalogue } from '../../../shared/contract/catalogue.ts';
import type { Environment } from '../../../shared/model/environment.ts';
import { type Answer, answerOf } from '../../lib/answer.ts';
import { type Names, NO_NAMES, namesOf } from './names.ts';
import { catalogueQuery, environmentsQuery } from './queries.ts';

/** What scopes can point at, and what that is called. */
export interface Made {
  readonly catalogue: Answer<Catalogue>;
  readonly environments: Answer<readonly Environment[]>;
  readonly names: Names;
}

/** The catalogue and the environments, and the names of what they hold. */
export function useMade(): Made {
  const catalogue = answerOf(useQuery(catalogueQuery()));
  const environments = answerOf(useQuery(environmentsQuery()));
  const [known, places] = [
    'data' in catalogue ? catalogue.data : null,
    'data' in environments ? environments.data : null,
  ];
  const names = useMemo(() => (known === null || places === null ? NO_NAMES : namesOf(known, places)), [known, places]);
  return { catalogue, environments, names };
}
