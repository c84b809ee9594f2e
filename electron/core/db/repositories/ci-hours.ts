import type { Instant } from '../../../../shared/model/time.ts';
import type { LinkedProject } from '../../../../shared/model/train.ts';
import type { ReadDb } from '../database.ts';
import { sql } from '../sql.ts';

/** How long CI worked for a project, in milliseconds, and how well that is known. */
export interface CiWork {
  readonly runs: number;
  readonly worked: number;
  /** Runs counted from start to end, for their jobs are not known. */
  readonly withoutJobs: number;
  /** Runs of which neither is known. */
  readonly leftOut: number;
}

/** The pipeline runs of a project that were made between two moments: their jobs' time, else their own. */
export function ciWork(
  db: ReadDb,
  { connectionId, key }: LinkedProject,
  { from, to }: Readonly<Record<'from' | 'to', Instant>>,
): CiWork {
  const row = db.get<CiWork>(sql`
    SELECT count(*) AS runs, total(coalesce(jobs, whole)) AS worked,
           count(*) FILTER (WHERE jobs IS NULL AND whole IS NOT NULL) AS withoutJobs,
           count(*) FILTER (WHERE jobs IS NULL AND whole IS NULL) AS leftOut
    FROM (SELECT max(0, r.finished_at - r.started_at) AS whole,
                 (SELECT sum(max(0, j.finished_at - j.started_at)) FROM fact_job j WHERE j.run_id = r.id) AS jobs
          FROM fact_pipeline_run r
          WHERE r.connection_id = ${connectionId} AND r.project_key = ${key}
            AND r.created_at >= ${from} AND r.created_at < ${to})`);
  return row ?? { runs: 0, worked: 0, withoutJobs: 0, leftOut: 0 };
}
