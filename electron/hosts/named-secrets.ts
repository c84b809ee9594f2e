import { Failure } from '../../shared/model/failure.ts';
import type { ConnectionId } from '../../shared/model/ids.ts';
import type { SecretStore } from '../core/host-services.ts';

interface Named {
  readonly id: ConnectionId;
  readonly name: string;
}

/** The variable that holds a connection's secret: `acme github` is read from SIGNALBOX_SECRET_ACME_GITHUB. */
export function secretVariableOf(name: string): string {
  return `SIGNALBOX_SECRET_${name.toUpperCase().replaceAll(/[^A-Z0-9]/g, '_')}`;
}

export interface NamedSecrets extends SecretStore {
  /** Tells which connections there are; before, no name is known. */
  readonly learn: (connections: readonly Named[]) => void;
}

/**
 * Looks for a secret in the environment by the connection's name before asking the store, so that a pipeline need keep
 * none on disk. Two connections whose names give one variable are refused it: neither may get the other's secret.
 */
export function overNames(store: SecretStore, variables: Readonly<Record<string, string | undefined>>): NamedSecrets {
  let known: readonly Named[] = [];
  const fromEnvironment = (id: ConnectionId): string | null => {
    const own = known.find((each) => each.id === id);
    const variable = own ? secretVariableOf(own.name) : '';
    const secret = variables[variable];
    if (!own || !secret) return null;
    const rival = known.find((each) => each.id !== id && secretVariableOf(each.name) === variable);
    if (!rival) return secret;
    throw new Failure('CONFLICT', `${variable} could mean “${own.name}” or “${rival.name}”.`, {
      where: variable,
      remedy: 'Rename one of the two connections, or save each secret by `signalbox connect add`.',
    });
  };
  return {
    ...store,
    learn: (connections) => {
      known = connections;
    },
    get: async (id) => fromEnvironment(id) ?? store.get(id),
  };
}
