import type { Activity } from './activity.ts';
import { blockRule } from './block-rule.ts';
import type { Block } from './blocked.ts';
import { quoted } from './sides.ts';

function sentence({ time, relation, path }: Block, { as, side }: Activity): string {
  const freeze = `the freeze ${quoted(time.rule.name)}`;
  const why = time.rule.reason === '' ? '' : ` Its reason: ${time.rule.reason}`;
  const first = quoted(path[0]?.name ?? side.thing.name);
  const last = quoted(path.at(-1)?.name ?? side.thing.name);
  if (relation === 'parent') return `${last}, which ${first} needs, is in ${freeze}.${why}`;
  if (relation === 'child') return `${last}, which needs ${first}, is in ${freeze}.${why}`;
  if (as === 'booking')
    return `Nothing new may come into the environment of ${quoted(side.thing.name)} in ${freeze}.${why}`;
  return `Nothing may be deployed in ${freeze}.${why}`;
}

function weigh({ relation }: Block, { as, booking }: Activity) {
  if (relation === 'child') {
    return { severity: 'serious', because: 'What is frozen stands on what would be deployed.' } as const;
  }
  if (relation === 'parent') {
    return {
      severity: 'minor',
      because: 'What is frozen stays as it is: only fixes to it would have to wait.',
    } as const;
  }
  if (as === 'booking' && booking?.purpose === 'use') {
    return { severity: 'minor', because: 'The environment can be used, but gets no new build meanwhile.' } as const;
  }
  return {
    severity: 'blocking',
    because: 'A freeze is lifted only by an override that somebody else approves.',
  } as const;
}

/**
 * A deployment in a freeze about what it touches, what that needs, or what needs that; and a booking in a freeze that names
 * its environment. Freezes are beaten by overrides that count, and by nothing else.
 */
export const releaseInFreeze = blockRule({
  kind: 'release-in-freeze',
  by: 'freeze',
  everywhere: false,
  sentence,
  weigh,
});
