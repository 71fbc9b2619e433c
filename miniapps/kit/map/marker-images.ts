import type { Map as MapLibre } from "maplibre-gl";
import type { Tone } from "./map-parts";
import { toneColours } from "./tone-colours";

const SCALE = 2;

/** Paints what a layer asks for by name: "dot:late:AK" and "cluster:37". */
export function paintMissing(map: MapLibre): void {
  map.on("styleimagemissing", ({ id }) => {
    if (map.hasImage(id)) return;
    const [kind, first = "", second = ""] = id.split(":");
    const colours = toneColours();
    const image =
      kind === "dot"
        ? disc({ radius: 13, fill: colours[first as Tone], ink: colours.ground, text: second })
        : kind === "cluster"
          ? disc({ radius: 14 + 3 * first.length, fill: colours.ground, ink: colours.text, text: first })
          : null;
    if (image) map.addImage(id, image, { pixelRatio: SCALE });
  });
}

type Disc = { radius: number; fill: string; ink: string; text: string };

function disc({ radius, fill, ink, text }: Disc): ImageData | null {
  const size = 2 * (radius + 2);
  const canvas = new OffscreenCanvas(size * SCALE, size * SCALE);
  const context = canvas.getContext("2d");
  if (!context) return null;
  context.scale(SCALE, SCALE);
  context.beginPath();
  context.arc(size / 2, size / 2, radius, 0, 2 * Math.PI);
  context.fillStyle = fill;
  context.fill();
  context.lineWidth = 2;
  context.strokeStyle = ink;
  context.stroke();
  context.fillStyle = ink;
  context.font = `700 ${text.length > 2 ? 11 : 12}px system-ui, sans-serif`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillText(text, size / 2, size / 2 + 0.5);
  return context.getImageData(0, 0, canvas.width, canvas.height);
}
