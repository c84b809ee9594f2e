import { Failure } from '../../shared/model/failure.ts';
import type { ConnectionId } from '../../shared/model/ids.ts';
import type { SecretStore } from '../core/host-services.ts';

interface Named {
  readonly id: ConnectionId;
  readonly name: string;
}

function variableOf(prefix: string, name: string): string {
  return `${prefix}_${name.toUpperCase().replaceAll(/[^A-Z0-9]/g, '_')}`;
}

/** The variable that holds a connection's secret: `acme github` is read from SIGNALBOX_SECRET_ACME_GITHUB. */
export function secretVariableOf(name: string): string {
  return variableOf('SIGNALBOX_SECRET', name);
}

/** The variable that says where that secret may be sent: SIGNALBOX_ORIGIN_ACME_GITHUB=https://api.github.com */
export function originVariableOf(name: string): string {
  return variableOf('SIGNALBOX_ORIGIN', name);
}

export interface NamedSecrets extends SecretStore {
  /** Tells which connections there are; before, no name is known. */
  readonly learn: (connections: readonly Named[]) => void;
}

/**
 * Looks for a secret in the environment by the connection's name before asking the store, so that a pipeline need keep
 * none on disk. Two connections whose names give one variable are refused it: neither may get the other's secret. Who
 * sets the variable answers for the workspace that is opened with it; SIGNALBOX_ORIGIN_<NAME> beside it lets the secret
 * go to that origin only, whatever address a workspace gives its connection.
 */
export function overNames(store: SecretStore, variables: Readonly<Record<string, string | undefined>>): NamedSecrets {
  let known: readonly Named[] = [];
  const assertOrigin = (name: string, origin: string): void => {
    const variable = originVariableOf(name);
    const allowed = variables[variable];
    if (!allowed || URL.parse(allowed)?.origin === origin) return;
    throw new Failure('SECRET_MISSING', `${variable} does not let the token of “${name}” go to ${origin}.`, {
      where: variable,
      remedy: `It may go to ${allowed} only: correct the address of the connection, or the variable.`,
    });
  };
  const fromEnvironment = (id: ConnectionId, origin: string): string | null => {
    const own = known.find((each) => each.id === id);
    const variable = own ? secretVariableOf(own.name) : '';
    const secret = variables[variable];
    if (!own || !secret) return null;
    const rival = known.find((each) => each.id !== id && secretVariableOf(each.name) === variable);
    if (!rival) {
      assertOrigin(own.name, origin);
      return secret;
    }
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
    get: async (id, origin) => fromEnvironment(id, origin) ?? store.get(id, origin),
  };
}
