import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from "react";
import { Icon } from "../ui/Icon";
import { type Pixel, type Place, project, unproject } from "./mercator";
import { StreetMap } from "./StreetMap";

type Props = {
  start: Place;
  label: string;
  /** The middle after a pan, for pickers with a fixed pin. */
  onMove?: (centre: Place) => void;
  onClick?: (place: Place) => void;
  children?: (at: (place: Place) => Pixel) => ReactNode;
};

const WIDTH = 366;
const HEIGHT = 380;
const STEP_PX = 40;
const CLICK_SLOP_PX = 5;

/** A map to pan (drag or arrows), zoom (wheel or plus and minus) and click. */
export function MapView({ start, label, onMove, onClick, children }: Props) {
  const [centre, setCentre] = useState(start);
  const [zoom, setZoom] = useState(15);
  const grip = useRef<{ from: Pixel; centre: Place; moved: number }>(undefined);
  const box = useRef<HTMLDivElement>(null);
  const go = (next: Place) => {
    setCentre(next);
    onMove?.(next);
  };
  const shift = (from: Place, dx: number, dy: number) => {
    const { x, y } = project(from, zoom);
    return unproject({ x: x - dx, y: y - dy }, zoom);
  };
  const scaled = ({ clientX, clientY }: PointerEvent) => {
    const { left, top, width } = box.current!.getBoundingClientRect();
    return { x: ((clientX - left) * WIDTH) / width, y: ((clientY - top) * WIDTH) / width };
  };
  const drag = (event: PointerEvent) => {
    if (!grip.current) return;
    const { x, y } = scaled(event);
    const [dx, dy] = [x - grip.current.from.x, y - grip.current.from.y];
    grip.current.moved = Math.max(grip.current.moved, Math.hypot(dx, dy));
    if (grip.current.moved > CLICK_SLOP_PX) go(shift(grip.current.centre, dx, dy));
  };
  const drop = (event: PointerEvent) => {
    const wasClick = (grip.current?.moved ?? CLICK_SLOP_PX + 1) <= CLICK_SLOP_PX;
    grip.current = undefined;
    const { x, y } = scaled(event);
    if (wasClick) onClick?.(shift(centre, WIDTH / 2 - x, HEIGHT / 2 - y));
  };
  const walk = ({ key }: KeyboardEvent) => {
    const [dx, dy] = { ArrowLeft: [1, 0], ArrowRight: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] }[key] ?? [0, 0];
    if (dx || dy) go(shift(centre, dx! * STEP_PX, dy! * STEP_PX));
    if (key === "Enter") onClick?.(centre);
    if (key === "+" || key === "-") setZoom(limit(zoom + (key === "+" ? 1 : -1)));
  };
  return (
    <div className="map-box">
      <div
        ref={box}
        className="map-view"
        role="application"
        aria-label={label}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a map is worked with, by arrows as by drags
        tabIndex={0}
        onKeyDown={walk}
        onWheel={({ deltaY }) => setZoom(limit(zoom - Math.sign(deltaY) * 0.5))}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          grip.current = { from: scaled(event), centre, moved: 0 };
        }}
        onPointerMove={drag}
        onPointerUp={drop}
      >
        <StreetMap centre={centre} zoom={zoom} width={WIDTH} height={HEIGHT}>
          {children}
        </StreetMap>
      </div>
      <div className="map-zoom">
        <button type="button" aria-label="Zoom in" onClick={() => setZoom(limit(zoom + 1))}>
          <Icon name="plus" size={20} />
        </button>
        <button type="button" aria-label="Zoom out" onClick={() => setZoom(limit(zoom - 1))}>
          −
        </button>
      </div>
    </div>
  );
}

const limit = (zoom: number): number => Math.min(18, Math.max(11, zoom));
