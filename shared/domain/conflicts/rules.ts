import { approvalAfterGate } from './approval-after-gate.ts';
import { bufferEaten } from './buffer-eaten.ts';
import { capacityExceeded } from './capacity-exceeded.ts';
import { cutOffPassed } from './cut-off-passed.ts';
import { dependencyOrder } from './dependency-order.ts';
import { doubleBooked } from './double-booked.ts';
import { environmentClash } from './environment-clash.ts';
import { milestoneOrder } from './milestone-order.ts';
import { outsideWindow } from './outside-window.ts';
import { ownerAway } from './owner-away.ts';
import { releaseInFreeze } from './release-in-freeze.ts';
import { releaseInMaintenance } from './release-in-maintenance.ts';
import type { Rule } from './rule.ts';
import { serviceClash } from './service-clash.ts';

/** Every kind of conflict, once. */
export const RULES: readonly Rule[] = [
  environmentClash,
  capacityExceeded,
  releaseInFreeze,
  releaseInMaintenance,
  outsideWindow,
  serviceClash,
  dependencyOrder,
  doubleBooked,
  milestoneOrder,
  approvalAfterGate,
  cutOffPassed,
  bufferEaten,
  ownerAway,
];
