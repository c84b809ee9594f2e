import type { TableField } from './table-mapping.ts';

function field(key: string, label: string, changes: Partial<TableField>): TableField {
  return { key, label, words: [], kind: 'text', required: false, several: false, choices: [], ...changes };
}

/** What a column of a table of releases can be, in the order in which names are tried. */
export const RELEASE_FIELDS: readonly TableField[] = [
  field('day', 'Day', {
    kind: 'day',
    required: true,
    words: [
      'date',
      'release date',
      'release day',
      'departure',
      'departs',
      'go live',
      'planned date',
      'target date',
      'due',
    ],
  }),
  field('name', 'Release', { required: true, words: ['name', 'version', 'release name', 'title', 'release'] }),
  field('train', 'Train', { words: ['product', 'project', 'stream', 'application', 'programme', 'program'] }),
  field('time', 'Time', { kind: 'time', words: ['departure time', 'hour', 'at'] }),
  field('state', 'State', {
    kind: 'choice',
    words: ['status'],
    choices: [
      { value: 'planned', words: ['open', 'scheduled', 'upcoming', 'draft', 'to do', 'new', 'expected'] },
      { value: 'under-way', words: ['in progress', 'started', 'active', 'running', 'doing'] },
      {
        value: 'departed',
        words: ['released', 'done', 'shipped', 'closed', 'completed', 'live', 'actual', 'deployed'],
      },
      { value: 'cancelled', words: ['canceled', 'dropped', 'called off', 'abandoned'] },
    ],
  }),
  field('notes', 'Notes', { words: ['note', 'comment', 'comments', 'description', 'remarks'] }),
  field('uid', 'Id', { words: ['identifier', 'key', 'uid', 'release id'] }),
  field('milestone', 'Milestone', {
    kind: 'day',
    several: true,
    words: [
      'milestone',
      'freeze',
      'cut off',
      'cutoff',
      'uat',
      'cab',
      'go no go',
      'hypercare',
      'deadline',
      'integration',
      'rc',
    ],
  }),
];
