import * as z from 'zod';
import { MidnightOf, Moment } from '../_kit/moment.ts';

/**
 * What Jira sends, read loosely: only the fields that a fact needs, everything else ignored, and a field of the wrong
 * type read as absent unless the row means nothing without it. Descriptions and comments are never asked for.
 */

const text = z.string();
const maybeText = z.string().nullish().catch(null);
const maybeMoment = Moment.nullish().catch(null);
const id = z.union([z.string().min(1), z.number().int().transform(String)]);

/** A user: `accountId` in Cloud, `key` and `name` in Data Center; people who left may have none of them. */
export const User = z.object({
  accountId: maybeText,
  key: maybeText,
  name: maybeText,
  displayName: maybeText,
});
export type User = z.infer<typeof User>;

const maybeUser = User.nullish().catch(null);

export const ServerInfo = z.object({ deploymentType: maybeText });

export const Myself = User.extend({ timeZone: maybeText });

export const Field = z.object({
  id: text,
  name: maybeText,
  schema: z.object({ custom: maybeText }).nullish().catch(null),
});
export type Field = z.infer<typeof Field>;

const StatusCategoryKey = z.object({ key: maybeText }).nullish().catch(null);

export const Status = z.object({
  id,
  name: text,
  statusCategory: StatusCategoryKey,
  /** A status of one team-managed project only. */
  scope: z
    .object({ project: z.object({ id }).nullish().catch(null) })
    .nullish()
    .catch(null),
});
export type Status = z.infer<typeof Status>;

export const Project = z.object({ id, key: text, name: maybeText });

export const Version = z.object({
  id,
  name: text,
  description: maybeText,
  released: z.boolean().catch(false),
  releaseDate: MidnightOf.nullish().catch(null),
});

export const Board = z.object({ id, name: maybeText });

export const Sprint = z.object({
  id,
  name: text,
  state: maybeText,
  startDate: maybeMoment,
  endDate: maybeMoment,
  completeDate: maybeMoment,
});
export type Sprint = z.infer<typeof Sprint>;

/** A page of the agile API or of a paged changelog. */
export const ValuesPage = z.object({
  startAt: z.number().int().nullish().catch(null),
  total: z.number().int().nullish().catch(null),
  isLast: z.boolean().nullish().catch(null),
  values: z.array(z.unknown()),
});

/**
 * A changed field. Jira calls its texts `fromString` and `toString`, and any object has an inherited function of the
 * second name: only an own property is meant, and it gets another name here.
 */
function withOwnTexts(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const own = new Map<string, unknown>(Object.entries(value));
  const [from, fromText] = [own.get('from'), own.get('fromString')];
  const [to, toText] = [own.get('to'), own.get('toString')];
  return { field: own.get('field'), fieldId: own.get('fieldId'), from, fromText, to, toText };
}

export const ChangeItem = z.preprocess(
  withOwnTexts,
  z.object({
    field: maybeText,
    fieldId: maybeText,
    from: maybeText,
    fromText: maybeText,
    to: maybeText,
    toText: maybeText,
  }),
);
export type ChangeItem = z.infer<typeof ChangeItem>;

export const History = z.object({ id, author: maybeUser, created: Moment, items: z.array(z.unknown()).catch([]) });
export type History = z.infer<typeof History>;

/** The changelog inside an issue: newest entries first, and in Cloud only the newest of them. */
export const Changelog = z.object({
  total: z.number().int().nullish().catch(null),
  histories: z.array(z.unknown()).catch([]),
});
export type Changelog = z.infer<typeof Changelog>;

const Linked = z.object({ key: text }).nullish().catch(null);

export const IssueLink = z.object({
  id,
  type: z.object({ name: text }),
  inwardIssue: Linked,
  outwardIssue: Linked,
});

const Named = z.object({ name: maybeText }).nullish().catch(null);
const list = z.array(z.unknown()).nullish().catch(null);

export const IssueFields = z.looseObject({
  summary: maybeText,
  status: z.object({ id: id.nullish().catch(null), name: text, statusCategory: StatusCategoryKey }),
  issuetype: Named,
  priority: Named,
  assignee: maybeUser,
  reporter: maybeUser,
  creator: maybeUser,
  labels: list,
  fixVersions: list,
  issuelinks: list,
  project: z.object({ key: maybeText }).nullish().catch(null),
  created: Moment,
  updated: Moment,
  resolution: Named,
  resolutiondate: maybeMoment,
  statuscategorychangedate: maybeMoment,
});
export type IssueFields = z.infer<typeof IssueFields>;

export const Issue = z.object({ id, key: text, fields: IssueFields, changelog: Changelog.nullish().catch(null) });
export type Issue = z.infer<typeof Issue>;

/** As much of an issue as going on from its page needs. */
export const IssueHead = z.object({
  id,
  key: text,
  fields: z.object({ updated: Moment }),
  changelog: Changelog.nullish().catch(null),
});
export type IssueHead = z.infer<typeof IssueHead>;

/** A page of issues: by `startAt` in Data Center, by `nextPageToken` in Cloud. */
export const SearchPage = z.object({
  startAt: z.number().int().nullish().catch(null),
  maxResults: z.number().int().nullish().catch(null),
  total: z.number().int().nullish().catch(null),
  isLast: z.boolean().nullish().catch(null),
  nextPageToken: maybeText,
  issues: z.array(z.unknown()),
});
export type SearchPage = z.infer<typeof SearchPage>;
