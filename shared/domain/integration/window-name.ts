import type { IntegrationWindow } from '../../model/integration.ts';

/** What a window is called, and the milestone that comes of it; `count` is how many windows there are. */
export function windowName({ step, together }: Pick<IntegrationWindow, 'step' | 'together'>, count: number): string {
  if (together) return 'Integration: all together';
  return count === 1 ? 'Integration' : `Integration: step ${step}`;
}
