export type Bar = { key: string; label: string; value: number | null; before: number | null; said: string };

type Props = { bars: readonly Bar[]; title: string };

const HEIGHT = 180;
const WIDTH = 720;
/** Labels that fit below each other's neighbours on a phone. */
const LABELS_MAX = 6;

/** Bars over time; the pale ones behind are the days before. The table below says the same in figures. */
export function BarChart({ bars, title }: Props) {
  const most = Math.max(...bars.flatMap(({ value, before }) => [value ?? 0, before ?? 0]), 0) || 1;
  const slot = WIDTH / Math.max(bars.length, 1);
  const every = Math.ceil(bars.length / LABELS_MAX);
  const tall = (value: number | null) => ((value ?? 0) / most) * HEIGHT;
  return (
    <figure className="chart">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={title}>
        {[0.25, 0.5, 0.75, 1].map((part) => (
          <line key={part} className="chart-grid" x1="0" x2={WIDTH} y1={HEIGHT * (1 - part)} y2={HEIGHT * (1 - part)} />
        ))}
        {bars.map(({ key, value, before, said }, index) => (
          <g key={key}>
            <title>{said}</title>
            <rect className="chart-hit" x={slot * index} y={0} width={slot} height={HEIGHT} />
            <rect
              className="chart-before"
              x={slot * (index + 0.12)}
              y={HEIGHT - tall(before)}
              width={slot * 0.76}
              height={tall(before)}
            />
            <rect
              className="chart-now"
              x={slot * (index + 0.26)}
              y={HEIGHT - tall(value)}
              width={slot * 0.48}
              height={tall(value)}
            />
          </g>
        ))}
      </svg>
      <div className="chart-labels" aria-hidden="true" style={{ gridTemplateColumns: `repeat(${bars.length}, 1fr)` }}>
        {bars.map(({ key, label }, index) => (
          <span key={key}>{index % every === 0 ? label : ""}</span>
        ))}
      </div>
    </figure>
  );
}
