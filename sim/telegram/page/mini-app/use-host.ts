import { type RefObject, useEffect, useMemo, useRef, useState } from "react";
import { type OpenMiniApp, useUi } from "../app/phone-ui";
import { usePhone } from "../ui/use-phone";
import { emitSafeAreas, emitTheme, emitViewport, frameEvents } from "./frame-events";
import { type Host, readEvent } from "./host";
import { freshHost, type HostState } from "./host-state";
import { personEvents } from "./person-events";
import { storageEvents } from "./storage-events";

const HANDLERS = { ...frameEvents, ...personEvents, ...storageEvents };

/** Answers the mini-app in one iframe as Telegram would. */
export function useHost(app: OpenMiniApp, frame: RefObject<HTMLIFrameElement | null>): Host {
  const phone = usePhone();
  const ui = useUi();
  const [state, setState] = useState<HostState>(freshHost);
  // Handlers run outside of React's turn and must see what was set a moment ago.
  const latest = useRef({ state, ui });
  latest.current.ui = ui;
  const origin = new URL(app.url).origin;

  const host = useMemo<Host>(
    () => ({
      app,
      phone,
      get ui() {
        return latest.current.ui;
      },
      get state() {
        return latest.current.state;
      },
      set: (change) => {
        latest.current.state = { ...latest.current.state, ...change };
        setState(latest.current.state);
      },
      ask(question) {
        this.set({ questions: [...latest.current.state.questions, question] });
      },
      emit: (eventType, eventData) =>
        frame.current?.contentWindow?.postMessage(JSON.stringify({ eventType, eventData }), origin),
      room: () => ({ width: frame.current?.clientWidth ?? 0, height: frame.current?.clientHeight ?? 0 }),
      reload: () => frame.current?.contentWindow?.postMessage(JSON.stringify({ eventType: "reload_iframe" }), origin),
      close: () => latest.current.ui.set({ miniApp: undefined }),
    }),
    [app, phone, origin, frame],
  );

  useEffect(() => {
    const hear = ({ source, origin: from, data }: MessageEvent) => {
      // Only the page that was opened here is listened to, not whatever it embeds or became.
      if (source !== frame.current?.contentWindow || from !== origin) return;
      const event = readEvent(data);
      if (event) void HANDLERS[event.type]?.(host, event.data);
    };
    addEventListener("message", hear);
    return () => removeEventListener("message", hear);
  }, [host, origin, frame]);

  useFrameNews(host, frame);
  return host;
}

/** Tell the mini-app when its room or the colours change, and how an invoice it opened ended. */
function useFrameNews(host: Host, frame: RefObject<HTMLIFrameElement | null>): void {
  useEffect(() => {
    const sized = new ResizeObserver(() => emitViewport(host));
    if (frame.current) sized.observe(frame.current);
    const painted = new MutationObserver(() => emitTheme(host));
    painted.observe(document.documentElement, { attributeFilter: ["data-theme"] });
    emitSafeAreas(host);
    return () => {
      sized.disconnect();
      painted.disconnect();
    };
  }, [host, frame]);
}
