import { startGithubServer } from '../servers/github-server.ts';
import { createJiraDataSource } from '../servers/jira-data-source.ts';
import { startJiraServer } from '../servers/jira-server.ts';
import { githubOf } from '../support/simulator/github.ts';
import { jiraOf } from '../support/simulator/jira.ts';
import { enterpriseOfSize } from '../support/simulator/size.ts';
import type { ServedAddresses } from './served.ts';

// A process of its own, so that serving does not slow what is measured: serves an enterprise of the size, seed and time
// given as arguments, says where on stdout, and ends when its stdin does.
const [facts, seed, to] = process.argv.slice(2).map(Number);
if (facts === undefined || seed === undefined || to === undefined) throw new Error('Usage: serve.ts FACTS SEED TO');

const enterprise = enterpriseOfSize({ facts, seed, to });
const github = await startGithubServer({ data: githubOf(enterprise), token: null });
const jira = await startJiraServer({
  source: createJiraDataSource(jiraOf(enterprise), { cloud: true }),
  credentials: null,
  changelogInIssue: 100,
});
const addresses: ServedAddresses = { github: github.baseUrl, jira: jira.baseUrl };
console.log(JSON.stringify(addresses));
process.stdin.resume();
process.stdin.once('end', () => process.exit(0));
