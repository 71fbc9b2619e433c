import { get, set } from "idb-keyval";
import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from "react";
import { businessNowMs, useBusinessNow } from "../../kit/business-time";
import { loadLater } from "../../kit/load-later";
import { ask } from "../../kit/session";
import { useSigned } from "../../kit/start-app";
import { remembered } from "../../kit/telegram";
import { type Freshness, freshnessOf, type PositionBuffer } from "./position-batch";
import { createPositionSender, type PositionSender } from "./position-sender";
import type { PlaceProblem } from "./watch-place";

/** How often what was seen is reported. */
const REPORT_EVERY_MS = 5_000;
const ALLOWED_KEY = "place-explained";

export type Place = {
  /** The courier has read why, and said yes. `null`: not known yet. */
  explained: boolean | null;
  allow(): void;
  problem: PlaceProblem | null;
  sender: PositionSender;
};

const PlaceContext = createContext<Place | null>(null);

/** Follows the phone while its courier works, and only then. */
export function PositionProvider({
  works,
  courierId,
  children,
}: {
  works: boolean;
  courierId: string;
  children: ReactNode;
}) {
  const { api } = useSigned().session;
  const [explained, setExplained] = useState<boolean | null>(null);
  const [problem, setProblem] = useState<PlaceProblem | null>(null);
  const [sender] = useState(() =>
    createPositionSender({
      load: async () => (await get<PositionBuffer>(`positions:${courierId}`)) ?? [],
      save: (buffer) => set(`positions:${courierId}`, buffer),
      report: (positions) => ask(api.couriers.me.positions.post({ positions })),
    }),
  );
  useEffect(() => {
    void remembered.get(ALLOWED_KEY).then((answer) => setExplained(answer === "yes"));
  }, []);
  useEffect(() => {
    if (!works || !explained) return;
    const watching = startWatch(sender, setProblem);
    const timer = setInterval(() => void sender.flush(), REPORT_EVERY_MS);
    return () => {
      watching.stop();
      clearInterval(timer);
    };
  }, [works, explained, sender]);
  const allow = () => {
    setExplained(true);
    void remembered.set(ALLOWED_KEY, "yes");
  };
  return <PlaceContext value={{ explained, allow, problem, sender }}>{children}</PlaceContext>;
}

/** Hands what the phone sees to the sender, as soon as the script that watches is here. */
function startWatch(sender: PositionSender, onProblem: (problem: PlaceProblem | null) => void): { stop(): void } {
  let stop: (() => void) | null = null;
  let isOver = false;
  void loadLater(() => import("./watch-place")).then(({ watchPlace }) => {
    if (isOver) return;
    stop = watchPlace({
      onProblem,
      // The age of a fix is right by any clock; its moment is right by the server's alone.
      onFix: (fix, deviceAtMs) => {
        const isFirst = sender.lastHeardAtMs() === null;
        sender.add({ ...fix, atMs: Math.round(businessNowMs() - Math.max(0, Date.now() - deviceAtMs)) });
        if (isFirst) void sender.flush();
      },
    });
  });
  return {
    stop() {
      isOver = true;
      stop?.();
    },
  };
}

/** @throws Error outside of a `PositionProvider`: a bug */
export function usePlace(): Place {
  const place = useContext(PlaceContext);
  if (!place) throw new Error("no PositionProvider above");
  return place;
}

/** How the house sees this phone now. */
export function useFreshness(): { freshness: Freshness; ageMs: number | null } {
  const { sender } = usePlace();
  const nowMs = useBusinessNow(5_000);
  const heardAtMs = useSyncExternalStore(sender.subscribe, sender.lastHeardAtMs);
  return {
    freshness: freshnessOf(heardAtMs, nowMs),
    ageMs: heardAtMs === null ? null : Math.max(0, nowMs - heardAtMs),
  };
}
