import type { Fields, Handler, Host } from "./host";
import type { BottomButton, PopupButton } from "./host-state";
import { themeParams } from "./theme-params";

// Below the status bar and above the home line of the drawn phone.
const SAFE_AREA = { top: 0, bottom: 12, left: 0, right: 0 };
const FULLSCREEN_SAFE_AREA = { ...SAFE_AREA, top: 34 };
const CONTENT_SAFE_AREA = { top: 0, bottom: 0, left: 0, right: 0 };
const FULLSCREEN_CONTENT_SAFE_AREA = { ...CONTENT_SAFE_AREA, top: 44 };

export const emitTheme = (host: Host) => host.emit("theme_changed", { theme_params: themeParams() });
export const emitViewport = (host: Host) =>
  host.emit("viewport_changed", { ...host.room(), is_expanded: host.state.isExpanded, is_state_stable: true });

export function emitSafeAreas(host: Host): void {
  const { isFullscreen } = host.state;
  host.emit("safe_area_changed", isFullscreen ? FULLSCREEN_SAFE_AREA : SAFE_AREA);
  host.emit("content_safe_area_changed", isFullscreen ? FULLSCREEN_CONTENT_SAFE_AREA : CONTENT_SAFE_AREA);
}

function setFullscreen(host: Host, isFullscreen: boolean): void {
  if (host.state.isFullscreen === isFullscreen) {
    host.emit("fullscreen_failed", { error: "ALREADY_FULLSCREEN" });
    return;
  }
  host.set({ isFullscreen });
  host.emit("fullscreen_changed", { is_fullscreen: isFullscreen });
  emitSafeAreas(host);
  // The frame must have its new size before it is told of it.
  requestAnimationFrame(() => emitViewport(host));
}

/** A field that is left out keeps its value. */
const buttonFrom = (before: BottomButton, data: Fields): BottomButton => ({
  isVisible: typeof data.is_visible === "boolean" ? data.is_visible : before.isVisible,
  isActive: typeof data.is_active === "boolean" ? data.is_active : before.isActive,
  isBusy: typeof data.is_progress_visible === "boolean" ? data.is_progress_visible : before.isBusy,
  text: typeof data.text === "string" && data.text ? data.text : before.text,
  colour: typeof data.color === "string" ? data.color : before.colour,
  textColour: typeof data.text_color === "string" ? data.text_color : before.textColour,
});

const colourIn = ({ color, color_key }: Fields): string | undefined => {
  if (typeof color === "string") return color;
  const named = themeParams() as Record<string, string>;
  return typeof color_key === "string" ? named[color_key] : undefined;
};

/** What concerns the frame around a mini-app. */
export const frameEvents: Record<string, Handler> = {
  iframe_ready: (host) => {
    host.set({ isReady: true });
    host.emit("set_custom_style", "");
    emitTheme(host);
    emitViewport(host);
    emitSafeAreas(host);
  },
  iframe_will_reload: () => undefined,
  web_app_ready: (host) => host.set({ isReady: true }),
  web_app_expand: (host) => {
    host.set({ isExpanded: true });
    requestAnimationFrame(() => emitViewport(host));
  },
  web_app_request_theme: emitTheme,
  web_app_request_viewport: emitViewport,
  web_app_request_safe_area: emitSafeAreas,
  web_app_request_content_safe_area: emitSafeAreas,
  web_app_request_fullscreen: (host) => setFullscreen(host, true),
  web_app_exit_fullscreen: (host) => setFullscreen(host, false),
  web_app_setup_main_button: (host, data) => {
    host.set({ main: buttonFrom(host.state.main, data) });
    requestAnimationFrame(() => emitViewport(host));
  },
  web_app_setup_secondary_button: (host, data) => {
    host.set({ secondary: buttonFrom(host.state.secondary, data) });
    requestAnimationFrame(() => emitViewport(host));
  },
  web_app_setup_back_button: (host, { is_visible }) => host.set({ hasBack: is_visible === true }),
  web_app_setup_settings_button: (host, { is_visible }) => host.set({ hasSettings: is_visible === true }),
  web_app_setup_closing_behavior: (host, { need_confirmation }) =>
    host.set({ mustConfirmClose: need_confirmation === true }),
  web_app_setup_swipe_behavior: () => undefined,
  web_app_toggle_orientation_lock: () => undefined,
  web_app_hide_keyboard: () => undefined,
  web_app_set_header_color: (host, data) => host.set({ headerColour: colourIn(data) }),
  web_app_set_background_color: (host, data) => host.set({ backgroundColour: colourIn(data) }),
  web_app_set_bottom_bar_color: (host, data) => host.set({ bottomColour: colourIn(data) }),
  web_app_trigger_haptic_feedback: (_, { type }) =>
    void navigator.vibrate?.(type === "notification" ? [20, 40, 20] : 12),
  web_app_open_popup: (host, { title, message, buttons }) =>
    host.ask({
      kind: "popup",
      title: typeof title === "string" ? title : undefined,
      message: String(message ?? ""),
      buttons: Array.isArray(buttons) ? (buttons as PopupButton[]) : [],
    }),
  web_app_close: (host) => host.close(),
};
