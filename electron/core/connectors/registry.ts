import type { Connector } from './_kit/connector.ts';
import { github } from './github/index.ts';
import { jira } from './jira/index.ts';

/** Every provider that can be connected: one folder beside this file each. */
export const connectors: readonly Connector[] = [github, jira];
