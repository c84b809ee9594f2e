import { pick } from './distributions.ts';
import type { Random } from './random.ts';

const GIVEN = [
  'Ada',
  'Amara',
  'Anders',
  'Aoife',
  'Arjun',
  'Bao',
  'Beatriz',
  'Carmen',
  'Chidi',
  'Dara',
  'Elif',
  'Emeka',
  'Farah',
  'Goran',
  'Hana',
  'Ines',
  'Ivo',
  'Jonas',
  'Kaito',
  'Kofi',
  'Lena',
  'Liang',
  'Maja',
  'Mateo',
  'Mira',
  'Nadia',
  'Noor',
  'Olga',
  'Pavel',
  'Priya',
  'Rafael',
  'Rosa',
  'Sami',
  'Sanna',
  'Tariq',
  'Tomas',
  'Uma',
  'Viktor',
  'Wanjiru',
  'Yuki',
];
const FAMILY = [
  'Abara',
  'Bakker',
  'Castro',
  'Dahl',
  'Eze',
  'Ferrari',
  'Gupta',
  'Haas',
  'Ito',
  'Jensen',
  'Kaya',
  'Lindgren',
  'Moreau',
  'Novak',
  'Okafor',
  'Petrov',
  'Quist',
  'Rossi',
  'Sato',
  'Torres',
  'Ueda',
  'Varga',
  'Weber',
  'Xu',
  'Yilmaz',
  'Zielinski',
];
const AREAS = [
  'Payments',
  'Checkout',
  'Catalogue',
  'Search',
  'Identity',
  'Billing',
  'Shipping',
  'Pricing',
  'Ledger',
  'Messaging',
  'Inventory',
  'Returns',
  'Fraud',
  'Reporting',
  'Mobile',
  'Web',
  'Platform',
  'Storage',
  'Media',
  'Partners',
  'Loyalty',
  'Tax',
  'Support',
  'Onboarding',
  'Analytics',
  'Scheduling',
  'Documents',
  'Notifications',
  'Gateway',
  'Compliance',
];
const PARTS = [
  'api',
  'worker',
  'web',
  'gateway',
  'jobs',
  'events',
  'store',
  'sync',
  'admin',
  'client',
  'rules',
  'cache',
];
const VERBS = [
  'Add',
  'Fix',
  'Remove',
  'Rename',
  'Speed up',
  'Guard',
  'Retry',
  'Log',
  'Cache',
  'Validate',
  'Split',
  'Move',
];
const THINGS = [
  'the refund form',
  'card expiry checks',
  'the order list',
  'address look-up',
  'the nightly export',
  'session renewal',
  'webhook delivery',
  'the price table',
  'stock reservations',
  'the invoice PDF',
  'rate limits',
  'login throttling',
  'the search index',
  'currency rounding',
  'the audit trail',
  'parcel labels',
  'the health check',
  'queue back-pressure',
  'time zone handling',
  'the settings page',
  'empty baskets',
  'duplicate events',
  'the feature flag',
  'image uploads',
];
const ENDINGS = [
  '',
  ' for guests',
  ' on slow networks',
  ' behind a flag',
  ' after a time-out',
  ' for large accounts',
  ' in dark mode',
  ' during roll-over',
  ' when the queue is full',
  ' for the new tariff',
  ' on mobile',
  ' with many rows',
];
const SYMPTOMS = ['Errors in', 'Slow answers from', 'Time-outs in', 'Wrong totals from', 'Lost messages in'];

export function personName(random: Random): string {
  return `${pick(random, GIVEN)} ${pick(random, FAMILY)}`;
}

/** A team's area; beyond the list a number is added, so that names stay unique. */
export function areaName(index: number): string {
  const name = AREAS[index % AREAS.length] ?? 'Area';
  const round = Math.floor(index / AREAS.length);
  return round === 0 ? name : `${name} ${round + 1}`;
}

/** `PAYMENTS 2` gives `PAYM2`: unique as long as the first four letters of the areas are. */
export function projectKey(area: string): string {
  const [word = '', number = ''] = area.toUpperCase().split(' ');
  return `${word.slice(0, 5)}${number}`;
}

export function serviceName(area: string, index: number): string {
  const part = PARTS[index % PARTS.length] ?? 'api';
  const round = Math.floor(index / PARTS.length);
  return `${area.toLowerCase().replace(' ', '-')}-${part}${round === 0 ? '' : `-${round + 1}`}`;
}

export function ticketTitle(random: Random): string {
  return `${pick(random, VERBS)} ${pick(random, THINGS)}${pick(random, ENDINGS)}`;
}

export function incidentTitle(random: Random, service: string): string {
  return `${pick(random, SYMPTOMS)} ${service} after a deployment`;
}

/** `Fix card expiry checks` gives `fix-card-expiry-checks`. */
export function slug(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 48);
}
