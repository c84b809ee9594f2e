import type { CadenceRow } from '../../../shared/model/forecast.ts';
import { Chart } from '../../ui/chart/chart.tsx';
import { useLook } from '../../ui/use-look.ts';
import { cadencePicture } from './cadence-model.ts';

const HEIGHT = 92;
const BAND = 14;

/**
 * What a train of one cadence takes: a band up to the items of P95, paler to P85 and P50; each release's scope stands in it as an
 * upright mark. All four pictures have one scale.
 */
export function CadencePicture({ row, most }: { row: CadenceRow; most: number }) {
  const look = useLook();
  const items = (confidence: number) => row.items.find((one) => one.confidence === confidence)?.items ?? 0;
  return (
    <Chart
      label={cadencePicture(row)}
      height={HEIGHT}
      margins={{ top: 20, right: 8, bottom: 20, left: 2 }}
      leastWidth={120}
    >
      {({ width }) => {
        const x = (count: number) => (count / most) * width;
        return (
          <>
            <rect x={0} y={8} width={width} height={BAND} rx={3} fill={look.muted} />
            {[50, 85, 95].map((confidence, at) => (
              <rect
                key={confidence}
                x={0}
                y={8}
                width={x(items(confidence))}
                height={BAND}
                rx={3}
                fill={look.primary}
                opacity={[0.3, 0.45, 1][at]}
              />
            ))}
            <text x={0} y={0} fontSize={11} fill={look.textSoft}>
              {`${items(95)} to ${items(50)} items a train`}
            </text>
            {row.fits.slice(0, 12).map(({ name, items: scope, probability }) => (
              <g key={name} transform={`translate(${x(scope)} 0)`}>
                <title>{`${name}: ${scope} items`}</title>
                <line
                  y1={4}
                  y2={8 + BAND + 4}
                  strokeWidth={2}
                  stroke={probability >= 0.85 ? look.text : look.tones.danger.mark}
                />
              </g>
            ))}
            <rect x={0} y={38} width={width} height={6} rx={2} fill={look.muted} />
            <rect
              x={0}
              y={38}
              width={width * Math.min(1, row.overheadShare ?? 0)}
              height={6}
              rx={2}
              fill={look.tones.warning.mark}
            />
            <text x={0} y={60} fontSize={11} fill={look.textSoft}>
              {row.overheadShare === null
                ? 'overhead: hours are not known'
                : `overhead ${Math.round(row.overheadShare * 100)} % of hours`}
            </text>
          </>
        );
      }}
    </Chart>
  );
}
