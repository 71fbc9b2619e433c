import { useQueryClient } from "@tanstack/react-query";
import { get, set } from "idb-keyval";
import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from "react";
import { ApiProblem } from "../../kit/api-problem";
import { businessNowMs } from "../../kit/business-time";
import type { Session } from "../../kit/session";
import { useSigned } from "../../kit/start-app";
import { haptic } from "../../kit/telegram";
import { KEYS } from "../app/keys";
import type { CourierAction } from "./courier-action";
import type { Outbox } from "./outbox";
import { createOutboxStore, type OutboxStore } from "./outbox-store";

const OutboxContext = createContext<OutboxStore | null>(null);

/** Which answers an action makes old. */
const EFFECTS: Partial<Record<CourierAction["do"], readonly (readonly unknown[])[]>> = {
  go_online: [KEYS.me, KEYS.place],
  take_break: [KEYS.me, KEYS.place],
  go_offline: [KEYS.me, KEYS.place, KEYS.day],
  write: [["courier", "messages"]],
  panic: [],
};
const OF_A_TRIP = [KEYS.trips];

/** The one outbox of this courier, kept on the phone under the courier's own name. */
export function OutboxProvider({ courierId, children }: { courierId: string; children: ReactNode }) {
  const { session } = useSigned();
  const store = useStore(courierId, session);
  useEffect(() => {
    if (!store) return;
    const wake = () => store.wake();
    addEventListener("online", wake);
    document.addEventListener("visibilitychange", wake);
    return () => {
      removeEventListener("online", wake);
      document.removeEventListener("visibilitychange", wake);
    };
  }, [store]);
  return store && <OutboxContext value={store}>{children}</OutboxContext>;
}

function useStore(courierId: string, { api }: Session): OutboxStore | null {
  const queries = useQueryClient();
  const [store, setStore] = useState<OutboxStore | null>(null);
  useEffect(() => {
    const key = `outbox:${courierId}`;
    const opened = createOutboxStore({
      load: async () => (await get<Outbox>(key)) ?? [],
      save: (outbox) => set(key, outbox),
      send: async (entry) => (await loadSender()).sendAction(api, entry),
      refusalOf: (error) => {
        if (!(error instanceof ApiProblem)) return { code: "unknown", details: {} };
        const { code, details, sentence } = error; // a copy: an error does not fit into the phone's storage
        return { code, details, sentence };
      },
      settled: async ({ action }, { is }) => {
        if (is === "unanswered") return;
        if (is === "refused") haptic("error");
        const keys = EFFECTS[action.do] ?? OF_A_TRIP;
        await Promise.all(keys.map((queryKey) => queries.invalidateQueries({ queryKey })));
      },
      newId: () => crypto.randomUUID(),
      nowMs: businessNowMs,
      pause,
    });
    setStore(opened);
    return () => opened.stop();
  }, [courierId, api, queries]);
  return store;
}

/** In a script of its own, which comes with the later pages. Where it cannot be fetched, nothing can be sent either. */
const loadSender = () =>
  import("./send-action").catch(() => {
    throw new ApiProblem("offline");
  });

const pause = (ms: number, cut: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    cut.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });

/** @throws Error outside of an `OutboxProvider`: a bug */
export function useOutbox(): { outbox: Outbox; store: OutboxStore } {
  const store = useContext(OutboxContext);
  if (!store) throw new Error("no OutboxProvider above");
  return { store, outbox: useSyncExternalStore(store.subscribe, store.entries) };
}
