import type { MappedFact } from '../../../../shared/model/facts.ts';
import type { Dropped, MapContext, MappedPage, PageRequest, PageResponse } from '../_kit/connector.ts';
import { isRefusal, neededRights, wordsOf } from '../_kit/failures.ts';
import { mapCommits, mapPulls, mapReleases, mapRepository, mapReviews, mapTags } from './map-code.ts';
import { mapDeployment, mapJobs, mapRuns } from './map-delivery.ts';
import { mapIssueEvents, mapIssues, mapMilestones } from './map-issues.ts';
import * as pages from './pages.ts';
import { createReader, type Reader } from './reader.ts';
import { type Stream, SWITCHED_OFF } from './requests.ts';
import { replacedBy } from './whole-lists.ts';

const LISTS: readonly string[] = ['issues', 'issue-events', 'runs', 'deployments'] satisfies Stream[];

function page<T>(
  read: pages.Page<T>,
  map: (rows: readonly T[], reader: Reader) => readonly MappedFact[],
  reader: Reader,
): MappedPage {
  return { facts: map(read.rows, reader), dropped: read.dropped };
}

function unknownStream(stream: string): readonly Dropped[] {
  return [{ reason: `a stream that this version does not know: ${stream}`, sample: '' }];
}

/** What this token may not read, and which right it lacks. */
function refused(response: PageResponse, { stream, path }: PageRequest): Dropped {
  const words = wordsOf(response) || 'no reason given';
  const needed = neededRights(response);
  const remedy = needed === null ? 'give it the right to' : `give it one of these rights: ${needed}`;
  const what = stream.replaceAll('-', ' ');
  return { reason: `this token may not read ${what} (${response.status}): ${words}; ${remedy}`, sample: path };
}

/** A page that is not to be had: nothing is missing where a feature is switched off, a row where it was named. */
function missingPage(response: PageResponse, { request }: MapContext): MappedPage {
  if (isRefusal(response)) return { facts: [], dropped: [refused(response, request)] };
  const switchedOff =
    SWITCHED_OFF.includes(response.status) && LISTS.includes(request.stream) && request.params.one !== true;
  if (switchedOff) return { facts: [], dropped: [] };
  const words = wordsOf(response) || 'no reason given';
  return { facts: [], dropped: [{ reason: `not to be had (${response.status}): ${words}`, sample: request.path }] };
}

/** Reads the facts of one page of any stream; the same page always gives the same facts. */
export function mapPage(response: PageResponse, context: MapContext): MappedPage {
  if (response.status >= 300) return missingPage(response, context);
  const mapped = readPage(response, context);
  // A row that cannot be read is no row that is gone.
  const replaces = mapped.dropped.length === 0 ? replacedBy(response, context) : [];
  return replaces.length === 0 ? mapped : { ...mapped, replaces };
}

function readPage(response: PageResponse, context: MapContext): MappedPage {
  const reader = createReader(context);
  switch (context.request.stream) {
    case 'repository':
      return page(pages.readRepository(response), mapRepository, reader);
    case 'milestones':
      return page(pages.readMilestones(response), mapMilestones, reader);
    case 'issues':
      return page(pages.readIssues(response), mapIssues, reader);
    case 'issue-events':
      return page(pages.readIssueEvents(response), mapIssueEvents, reader);
    case 'pulls':
      return page(pages.readPulls(response), mapPulls, reader);
    case 'pull-commits': {
      const read = pages.readCommits(response);
      const mapped = mapCommits(read.rows, reader);
      return { facts: mapped.facts, dropped: [...read.dropped, ...mapped.dropped] };
    }
    case 'pull-reviews':
      return page(pages.readReviews(response), mapReviews, reader);
    case 'runs':
      return page(
        context.request.params.one === true ? pages.readRun(response) : pages.readRuns(response),
        mapRuns,
        reader,
      );
    case 'jobs':
      return page(pages.readJobs(response), mapJobs, reader);
    case 'deployments':
      // The facts come with each deployment's statuses, for only they know how it ended.
      return { facts: [], dropped: pages.readDeployments(response).dropped };
    case 'deployment-statuses':
      return page(pages.readDeploymentStatuses(response), mapDeployment, reader);
    case 'releases':
      return page(pages.readReleases(response), mapReleases, reader);
    case 'tags':
      return page(pages.readTags(response), mapTags, reader);
    default:
      return { facts: [], dropped: unknownStream(context.request.stream) };
  }
}
