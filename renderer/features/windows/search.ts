import * as z from 'zod';
import { ScheduleRuleKind } from '../../../shared/model/schedule-rule.ts';
import { Day } from '../../../shared/model/time.ts';
import { AddressText } from '../../lib/address.ts';
import { IntegrationDraft } from './integration/draft.ts';

/** What a rule is about, by the list of its scope that says so. */
export const ScopePart = z.enum(['everything', 'regions', 'environments', 'services', 'tiers', 'teams', 'tenants']);
export type ScopePart = z.infer<typeof ScopePart>;

/** The days that the picture goes to: near the ends of time there is no room around them. */
const PictureDay = Day.refine((day) => day >= '0100-01-01' && day <= '9900-12-31');

/** What the place keeps in its address; anything unreadable is dropped. */
export const WindowsSearch = z.object({
  view: z.enum(['rules', 'allowed', 'integration']).optional().catch(undefined),
  /** The rule whose panel is open. */
  rule: AddressText,
  kind: ScheduleRuleKind.optional().catch(undefined),
  scope: ScopePart.optional().catch(undefined),
  text: AddressText,
  /** The first day of the picture; the first of this month where it is left out. */
  from: PictureDay.optional().catch(undefined),
  /** How many months the picture shows. */
  months: z.number().int().min(1).max(24).optional().catch(undefined),
  /** The release that is asked about. */
  release: AddressText,
  /** The question about integration windows, once it is begun. */
  integration: IntegrationDraft.optional().catch(undefined),
});
export type WindowsSearch = z.infer<typeof WindowsSearch>;

/** What narrows the rules. */
export type RuleFilters = Pick<WindowsSearch, 'kind' | 'scope' | 'text'>;
