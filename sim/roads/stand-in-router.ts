import { z } from "zod";
import { distanceMetres, type Point } from "#shared/kernel/geo";

const Place = z.object({ lat: z.number(), lon: z.number() });
type Place = z.infer<typeof Place>;
const Question = z.object({ sources: z.array(Place), targets: z.array(Place), costing: z.string() });

/** How the stand-in behaves: as it should, after a while, or badly. */
export type Mood = { delayMs: number; status: number; nonsense: boolean };

export type StandInRouter = { url: string; mood: Mood; asked: () => number; stop(): void };

/** Eight metres a second, straight ahead. */
export const STAND_IN_METRES_PER_SECOND = 8;

const OSRM_PATH = /^\/table\/v1\/(driving|bike|foot)\/([^/]+)$/;

/** A routing server in the manner of OSRM and of Valhalla, for trying what asks one. */
export function startStandInRouter(): StandInRouter {
  const mood: Mood = { delayMs: 0, status: 200, nonsense: false };
  let asked = 0;
  const server = Bun.serve({
    port: 0,
    hostname: "127.0.0.1",
    async fetch(request) {
      asked += 1;
      if (mood.delayMs > 0) await Bun.sleep(mood.delayMs);
      if (mood.status !== 200) return new Response("away", { status: mood.status });
      if (mood.nonsense) return Response.json({ code: "NoTable" });
      const url = new URL(request.url);
      if (url.pathname === "/sources_to_targets") return Response.json(valhalla(Question.parse(await request.json())));
      const [, , places] = OSRM_PATH.exec(url.pathname) ?? [];
      return places ? Response.json(osrm(places, url.searchParams)) : new Response("no such service", { status: 404 });
    },
  });
  return { url: `http://127.0.0.1:${server.port}`, mood, asked: () => asked, stop: () => void server.stop(true) };
}

const seconds = (a: Point, b: Point): number => distanceMetres(a, b) / STAND_IN_METRES_PER_SECOND;

function osrm(places: string, query: URLSearchParams) {
  const points = places.split(";").map((place) => {
    const [lng, lat] = place.split(",").map(Number);
    return { lat: lat!, lng: lng! };
  });
  const chosen = (name: string) => (query.get(name) ?? "").split(";").map((index) => points[Number(index)]!);
  const targets = chosen("destinations");
  return { code: "Ok", durations: chosen("sources").map((from) => targets.map((to) => seconds(from, to))) };
}

function valhalla({ sources, targets }: z.infer<typeof Question>) {
  const point = ({ lat, lon }: Place): Point => ({ lat, lng: lon });
  return {
    sources_to_targets: sources.map((from) =>
      targets.map((to) => ({ time: seconds(point(from), point(to)), distance: 1 })),
    ),
  };
}
