import type { ThingKind } from '../../model/imported-things.ts';
import type { TableField } from './table-mapping.ts';

type Choices = Readonly<Record<string, readonly string[]>>;

function field(key: string, label: string, words: readonly string[] = [], rest: Partial<TableField> = {}): TableField {
  return { key, label, words, kind: 'text', required: false, several: false, choices: [], ...rest };
}

function choice(key: string, label: string, words: readonly string[], choices: Choices): TableField {
  const listed = Object.entries(choices).map(([value, also]) => ({ value, words: also }));
  return field(key, label, words, { kind: 'choice', choices: listed });
}

function name(words: readonly string[]): TableField {
  return field('name', 'Name', ['title', ...words], { required: true });
}

const ZONE = field('zone', 'Time zone', ['zone', 'timezone', 'tz', 'location']);
const NOTES = field('notes', 'Notes', ['note', 'comment', 'comments', 'description', 'remarks']);
const TEAM = field('team', 'Team', ['squad', 'group', 'owner team', 'owning team']);
const DAY = { kind: 'day', required: true } as const;

/** What a column of a table of things can be, by kind, in the order in which names are tried. */
export const THING_FIELDS: Readonly<Record<ThingKind, readonly TableField[]>> = {
  team: [name(['team', 'squad']), ZONE, NOTES],
  person: [
    name(['person', 'full name', 'member']),
    TEAM,
    ZONE,
    field('skills', 'Skills', ['skill', 'knows', 'expertise']),
    choice('leads', 'Leads releases', ['leads', 'lead', 'release lead', 'role', 'rota', 'in the rota'], {
      lead: ['yes', 'release lead', 'leads'],
      shadow: ['shadow lead', 'learning'],
      no: ['none', 'never', '-'],
    }),
  ],
  service: [
    name(['service', 'component', 'application']),
    choice('tier', 'Tier', ['criticality', 'service tier'], {
      1: ['tier 1'],
      2: ['tier 2'],
      3: ['tier 3'],
      4: ['tier 4'],
    }),
    TEAM,
    field('regions', 'Regions', ['region']),
    field('dependsOn', 'Needs first', ['needs', 'depends on', 'dependencies', 'requires']),
    NOTES,
  ],
  environment: [
    name(['environment', 'env']),
    choice('kind', 'Kind', ['type', 'stage', 'purpose'], {
      development: ['dev'],
      test: ['testing', 'qa', 'sit', 'integration'],
      staging: ['stage', 'uat'],
      'pre-production': ['preprod', 'pre prod'],
      production: ['prod', 'live'],
    }),
    field('region', 'Region', ['location']),
    choice('sharing', 'Sharing', ['mode', 'use'], {
      exclusive: ['one at a time', 'no'],
      shared: ['yes'],
      'by-service': ['per service', 'by service'],
    }),
    field('capacity', 'Capacity', ['seats', 'instances', 'units']),
    field('parents', 'Stands on', ['parent', 'parents', 'depends on', 'needs']),
    NOTES,
  ],
  booking: [
    field('environment', 'Environment', ['env', 'on', 'where'], { required: true }),
    field('release', 'Release', ['for release', 'version']),
    field('train', 'Train', ['product', 'project', 'stream']),
    field('start', 'First day', ['start', 'from', 'begin', 'begins', 'start date', 'starts'], DAY),
    field('startTime', 'From time', ['start time', 'time from'], { kind: 'time' }),
    field('end', 'Last day', ['end', 'to', 'until', 'end date', 'ends'], DAY),
    field('endTime', 'To time', ['end time', 'time to'], { kind: 'time' }),
    ZONE,
    field('name', 'Title', ['name', 'booking', 'subject', 'for']),
    choice('purpose', 'Purpose', ['type', 'kind'], {
      use: ['usage'],
      'blue-green': ['blue green'],
      canary: [],
    }),
    choice('mode', 'Mode', ['sharing', 'alone or shared'], { exclusive: ['alone', 'yes'], shared: ['no'] }),
    field('units', 'Units', ['capacity', 'instances', 'seats']),
    field('services', 'Services', ['service', 'component']),
    field('priority', 'Priority', ['prio']),
    field('along', 'Came along with', ['came with', 'brought along by']),
  ],
  'schedule-rule': [
    name(['freeze', 'window', 'event']),
    choice('kind', 'Kind', ['type'], {
      freeze: ['blackout', 'change freeze', 'code freeze'],
      window: ['deployment window', 'release window', 'allowed'],
      maintenance: ['downtime', 'outage'],
    }),
    field('start', 'First day', ['start', 'from', 'begin', 'begins', 'start date', 'starts'], DAY),
    field('startTime', 'From time', ['start time', 'time from'], { kind: 'time' }),
    field('end', 'Last day', ['end', 'to', 'until', 'end date', 'ends'], DAY),
    field('endTime', 'To time', ['end time', 'time to'], { kind: 'time' }),
    ZONE,
    field('reason', 'Reason', ['why', 'description', 'notes', 'comment']),
    field('owner', 'Owner', ['contact', 'by', 'requested by']),
    field('regions', 'Regions', ['region']),
    field('environments', 'Environments', ['environment', 'env']),
    field('services', 'Services', ['service', 'component']),
    field('teams', 'Teams', ['team']),
  ],
};
