import type { Role, Status, Workflow } from './enterprise.ts';

/** Three ways to say the same: the names that real boards use, and what each means. */
export const workflows: readonly Workflow[] = [
  {
    name: 'classic',
    statuses: [
      { role: 'backlog', name: 'To Do', category: 'new' },
      { role: 'ready', name: 'Selected for Development', category: 'new' },
      { role: 'build', name: 'In Progress', category: 'active' },
      { role: 'review', name: 'In Review', category: 'active' },
      { role: 'verify', name: 'Ready for Test', category: 'waiting' },
      { role: 'blocked', name: 'Blocked', category: 'waiting' },
      { role: 'done', name: 'Done', category: 'done' },
      { role: 'dropped', name: "Won't Do", category: 'done' },
    ],
  },
  {
    name: 'governed',
    statuses: [
      { role: 'backlog', name: 'Open', category: 'new' },
      { role: 'ready', name: 'Approved', category: 'new' },
      { role: 'build', name: 'In Development', category: 'active' },
      { role: 'review', name: 'Peer Review', category: 'active' },
      { role: 'verify', name: 'UAT', category: 'waiting' },
      { role: 'blocked', name: 'On Hold', category: 'waiting' },
      { role: 'done', name: 'Closed', category: 'done' },
      { role: 'dropped', name: 'Rejected', category: 'done' },
    ],
  },
  {
    name: 'plain',
    statuses: [
      { role: 'backlog', name: 'Backlog', category: 'new' },
      { role: 'ready', name: 'Next', category: 'new' },
      { role: 'build', name: 'Doing', category: 'active' },
      { role: 'review', name: 'Code Review', category: 'active' },
      { role: 'verify', name: 'Waiting for Release', category: 'waiting' },
      { role: 'blocked', name: 'Waiting', category: 'waiting' },
      { role: 'done', name: 'Released', category: 'done' },
      { role: 'dropped', name: 'Cancelled', category: 'done' },
    ],
  },
];

/** The workflow's status for a role. */
export function statusOf(workflow: Workflow, role: Role): Status {
  const found = workflow.statuses.find((status) => status.role === role);
  if (found === undefined) throw new Error(`the workflow ${workflow.name} has no status for ${role}`);
  return found;
}
