import type { MapContext, PageResponse, Replaced } from '../_kit/connector.ts';
import { nextPath } from '../_kit/link-header.ts';
import { createReader } from './reader.ts';
import { pagesUpTo } from './requests.ts';

/** GitHub ends any list after 10,000 rows: one so long may hold more than it shows. */
const MOST_PAGES = 100;

type Whole = Pick<Replaced, 'kind' | 'field' | 'values' | 'idStart'>;

/** Which facts a list gives whole: those of the repository, or of the pull request that it was asked for. */
function wholeOf(context: MapContext): Whole | null {
  const { stream, params } = context.request;
  const reader = createReader(context);
  const ofRepository = (kind: Replaced['kind'], start: string): Whole => ({
    kind,
    field: 'projectKey',
    values: [reader.repository],
    idStart: reader.id(kind, `${reader.repository}${start}`),
  });
  const ofPull = (kind: Replaced['kind']): Whole => ({
    kind,
    field: 'pullRequestId',
    values: [reader.id('pull-request', `${reader.repository}#${params.number}`)],
  });
  switch (stream) {
    case 'milestones':
      return ofRepository('source-version', ':');
    case 'releases':
      return ofRepository('release-tag', ':release-');
    case 'tags':
      return ofRepository('release-tag', '@');
    case 'pull-commits':
      return ofPull('commit');
    case 'pull-reviews':
      return ofPull('review');
    default:
      return null;
  }
}

/** What the last page of a list that is read whole puts in its place; nothing while further pages follow. */
export function replacedBy(response: PageResponse, context: MapContext): readonly Replaced[] {
  const { request } = context;
  if (response.status >= 300 || nextPath(request.path, response.headers) !== null) return [];
  if (Number(request.params.page) >= MOST_PAGES) return [];
  const whole = wholeOf(context);
  return whole === null ? [] : [{ ...whole, ...pagesUpTo(request) }];
}
