import { memo, type ReactNode } from "react";
import { type Pixel, type Place, project } from "./mercator";
import { streetPlan } from "./street-plan";

type Props = {
  centre: Place;
  zoom: number;
  width: number;
  height: number;
  children?: (at: (place: Place) => Pixel) => ReactNode;
};

/** A small self-drawn map; children place their pins with the function they get. */
export function StreetMap({ centre, zoom, width, height, children }: Props) {
  const middle = project(centre, zoom);
  const left = middle.x - width / 2;
  const top = middle.y - height / 2;
  const at = (place: Place): Pixel => {
    const { x, y } = project(place, zoom);
    return { x: x - left, y: y - top };
  };
  return (
    <svg className="map" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <Streets left={Math.round(left)} top={Math.round(top)} width={width} height={height} zoom={zoom} />
      {children?.(at)}
    </svg>
  );
}

type View = { left: number; top: number; width: number; height: number; zoom: number };

const Streets = memo(function Streets({ left, top, width, height, zoom }: View) {
  const { blocks, roads } = streetPlan(left, top, width, height, zoom);
  return (
    <g>
      <rect width={width} height={height} fill="var(--map-land)" />
      {blocks.map(({ x, y, width: w, height: h, kind }) => (
        <rect
          key={`${x}|${y}`}
          x={x - left}
          y={y - top}
          width={w}
          height={h}
          fill={`var(--map-${kind})`}
          rx={kind === "water" ? 10 : 2}
        />
      ))}
      {roads.map(({ from, to, isMain }) => (
        <line
          key={`${from.x}|${from.y}|${to.x}`}
          x1={from.x - left}
          y1={from.y - top}
          x2={to.x - left}
          y2={to.y - top}
          stroke={isMain ? "var(--map-main)" : "var(--map-road)"}
          strokeWidth={isMain ? 8 : 4.5}
        />
      ))}
    </g>
  );
});

export const Pin = ({ at: { x, y }, colour = "#e8453c" }: { at: Pixel; colour?: string }) => (
  <g transform={`translate(${x} ${y})`}>
    <ellipse cx="0" cy="0" rx="6" ry="2.500" fill="#0003" />
    <path d="M0 0C-3-8-12-12-12-21a12 12 0 0 1 24 0C12-12 3-8 0 0z" fill={colour} stroke="#fff" strokeWidth="1.500" />
    <circle cx="0" cy="-21" r="4.500" fill="#fff" />
  </g>
);

/** Somebody who moves: a dot with a halo, and an arrow when the direction is known. */
export const Mover = ({ at: { x, y }, heading, isLive }: { at: Pixel; heading?: number; isLive: boolean }) => (
  <g transform={`translate(${x} ${y})`} className="mover">
    {isLive && <circle r="20" className="halo" />}
    {heading !== undefined && <path d="M0-20l6 8H-6z" fill="var(--accent)" transform={`rotate(${heading})`} />}
    <circle r="10" fill={isLive ? "var(--accent)" : "var(--hint)"} stroke="#fff" strokeWidth="3" />
  </g>
);
