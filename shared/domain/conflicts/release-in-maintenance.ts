import type { Activity } from './activity.ts';
import { blockRule } from './block-rule.ts';
import type { Block } from './blocked.ts';
import { quoted } from './sides.ts';

function sentence({ time, relation, path }: Block, { side }: Activity): string {
  const work = `the maintenance ${quoted(time.rule.name)}`;
  const why = time.rule.reason === '' ? '' : ` Its reason: ${time.rule.reason}`;
  const first = quoted(path[0]?.name ?? side.thing.name);
  const last = quoted(path.at(-1)?.name ?? side.thing.name);
  if (relation === 'same') return `What ${quoted(side.thing.name)} touches is being worked on in ${work}.${why}`;
  return `${last}, on which ${first} stands, is being worked on in ${work}.${why}`;
}

function weigh({ relation }: Block, { as }: Activity) {
  if (as === 'deployment' && relation === 'same') {
    return { severity: 'blocking', because: 'Nothing is deployed to what is being worked on.' } as const;
  }
  if (as === 'deployment' || relation === 'same') {
    return { severity: 'serious', because: 'What is being worked on may be away, and cannot be relied on.' } as const;
  }
  return { severity: 'minor', because: 'Only what it stands on is being worked on.' } as const;
}

/**
 * A deployment or a booking while what it touches, or what that stands on, is being worked on. No override lifts a
 * maintenance.
 */
export const releaseInMaintenance = blockRule({
  kind: 'release-in-maintenance',
  by: 'maintenance',
  everywhere: true,
  sentence,
  weigh,
});
