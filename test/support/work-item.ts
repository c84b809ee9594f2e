import type { BoardableItem } from '../../shared/domain/boarding/query-match.ts';
import { ConnectionId } from '../../shared/model/ids.ts';

/** A work item as boarding sees it, with what a test does not say filled in. */
export function aBoardableItem(fields: Partial<BoardableItem> = {}): BoardableItem {
  return {
    connectionId: ConnectionId.parse('connection-1'),
    projectKey: 'PAY',
    key: 'PAY-12',
    title: 'Refund a card payment',
    type: 'Story',
    originalStatus: 'In Review',
    category: 'active',
    assignee: 'Ada Lovelace',
    labels: ['train', 'payments/cards'],
    versions: ['2026.24'],
    ...fields,
  };
}
