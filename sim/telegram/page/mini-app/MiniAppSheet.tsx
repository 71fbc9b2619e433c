import { useEffect, useRef } from "react";
import type { OpenMiniApp } from "../app/phone-ui";
import { Icon } from "../ui/Icon";
import { Menu } from "../ui/Menu";
import type { Host } from "./host";
import type { BottomButton } from "./host-state";
import { launchUrl } from "./launch-url";
import { MiniAppQuestion } from "./MiniAppQuestion";
import { useHost } from "./use-host";

/** A mini-app over the chat: its page in a frame, Telegram's own buttons around it. */
export function MiniAppSheet({ app }: { app: OpenMiniApp }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const host = useHost(app, frame);
  const { isFullscreen, isReady, headerColour, backgroundColour, hasBack, main, secondary, bottomColour } = host.state;
  const source = useRef(launchUrl(app));
  const leave = () => (host.state.mustConfirmClose ? host.ask({ kind: "closing" }) : host.close());
  useEffect(() => frame.current?.focus(), []);
  return (
    <div
      className={isFullscreen ? "mini-app full" : "mini-app"}
      role="dialog"
      aria-label={`Mini-app of ${app.title}`}
      style={{ background: backgroundColour }}
    >
      <header className="mini-head" style={isFullscreen ? undefined : { background: headerColour }}>
        {hasBack ? (
          <button type="button" className="pill" onClick={() => host.emit("back_button_pressed")}>
            <Icon name="back" size={20} /> Back
          </button>
        ) : (
          <button type="button" className="pill" onClick={leave}>
            <Icon name="close" size={18} /> Close
          </button>
        )}
        <h2>{app.title}</h2>
        <HostMenu host={host} onClose={leave} onReload={() => frame.current && reload(frame.current, source.current)} />
      </header>
      <div className="mini-body">
        {!isReady && <div className="mini-loading" aria-label="Loading" role="status" />}
        <iframe
          ref={frame}
          title={app.title}
          src={source.current}
          allow="geolocation; camera; microphone; clipboard-read; clipboard-write"
          onLoad={() => host.set({ isReady: true })}
        />
      </div>
      {(main.isVisible || secondary.isVisible) && (
        <footer className="mini-foot" style={{ background: bottomColour }}>
          {secondary.isVisible && (
            <Bottom button={secondary} kind="secondary" onPress={() => host.emit("secondary_button_pressed")} />
          )}
          {main.isVisible && <Bottom button={main} kind="main" onPress={() => host.emit("main_button_pressed")} />}
        </footer>
      )}
      <MiniAppQuestion host={host} />
    </div>
  );
}

/** The same address again; going through an empty page makes the frame load it anew. */
function reload(frame: HTMLIFrameElement, source: string): void {
  frame.src = "about:blank";
  requestAnimationFrame(() => {
    frame.src = source;
  });
}

function HostMenu({ host, onClose, onReload }: { host: Host; onClose: () => void; onReload: () => void }) {
  const settings = { label: "Settings", icon: "more" as const, onChoose: () => host.emit("settings_button_pressed") };
  return (
    <Menu
      label="Menu of the mini-app"
      icon="more"
      entries={[
        ...(host.state.hasSettings ? [settings] : []),
        { label: "Reload", icon: "forward", onChoose: onReload },
        { label: "Close", icon: "close", onChoose: onClose },
      ]}
    />
  );
}

function Bottom({ button, kind, onPress }: { button: BottomButton; kind: "main" | "secondary"; onPress: () => void }) {
  const { text, isActive, isBusy, colour, textColour } = button;
  return (
    <button
      type="button"
      className={`bottom-button ${kind}`}
      disabled={!isActive || isBusy}
      aria-busy={isBusy}
      style={{ background: colour, color: textColour }}
      onClick={onPress}
    >
      {isBusy ? <span className="spinner" /> : text}
    </button>
  );
}
