import type { ConnectorKind } from '../../../shared/model/connection.ts';
import { Failure } from '../../../shared/model/failure.ts';
import type { Connector } from './_kit/connector.ts';
import { github } from './github/index.ts';
import { jira } from './jira/index.ts';

/** Every provider that can be connected: one folder beside this file each. */
export const connectors: readonly Connector[] = [github, jira];

/** The connector behind a kind. Throws CONFLICT for simulated connections, which have none. */
export function connectorOf(kind: ConnectorKind): Connector {
  const connector = connectors.find((one) => one.kind === kind);
  if (connector) return connector;
  throw new Failure('CONFLICT', 'The facts of this connection are simulated: there is nothing to ask.', {
    where: `connection of kind ${kind}`,
    remedy: 'Add a connection to GitHub or Jira to sync real facts.',
  });
}
