import { call } from "../connection";
import { placeOf } from "../map/whereabouts";
import type { Handler, Host } from "./host";

const here = ({ phone, app }: Host) => ({ person: phone.id, chat: app.bot });
const grantKey = ({ phone, app }: Host) => `local-telegram-location-${phone.id}-${app.bot}`;

export const isLocationGranted = (host: Host): boolean => localStorage.getItem(grantKey(host)) === "yes";
export const grantLocation = (host: Host, granted: boolean): void =>
  localStorage.setItem(grantKey(host), granted ? "yes" : "no");

/** The place this person stood last on any map of the page. */
export function emitLocation(host: Host): void {
  if (isLocationGranted(host)) host.emit("location_requested", whereabouts(host));
  else host.emit("location_requested", { available: false });
}

const whereabouts = (host: Host) => ({
  available: true,
  ...placeOf(host.phone.id),
  altitude: null,
  course: null,
  speed: null,
  horizontal_accuracy: 8,
  vertical_accuracy: null,
  course_accuracy: null,
  speed_accuracy: null,
});

/** Values a mini-app keeps in Telegram's cloud. */
const CLOUD: Record<
  string,
  (owner: { person: number; bot: number }, params: Record<string, unknown>) => Promise<unknown>
> = {
  saveStorageValue: (owner, { key, value }) => call("cloudWrite", { ...owner, key: String(key), value: String(value) }),
  getStorageKeys: async (owner) => Object.keys(await call("cloudRead", owner)),
  getStorageValues: async (owner, { keys }) => {
    const values = await call("cloudRead", owner);
    return Object.fromEntries(asList(keys).map((key) => [key, values[key] ?? ""]));
  },
  deleteStorageValues: (owner, { keys }) => call("cloudDelete", { ...owner, keys: asList(keys) }),
  getCurrentTime: async () => Math.floor(Date.now() / 1_000),
};
const asList = (keys: unknown): string[] => (Array.isArray(keys) ? keys.map(String) : [String(keys)]);

async function invoke(host: Host, data: Record<string, unknown>): Promise<void> {
  const req_id = data.req_id;
  const method = CLOUD[String(data.method)];
  if (!method) return host.emit("custom_method_invoked", { req_id, error: "METHOD_INVALID" });
  const params =
    typeof data.params === "object" && data.params !== null ? (data.params as Record<string, unknown>) : {};
  const reply = await method({ person: host.phone.id, bot: host.app.bot }, params).then(
    (result) => ({ result }),
    (error: Error) => ({ error: error.message }),
  );
  host.emit("custom_method_invoked", { req_id, ...reply });
}

/** What concerns the person behind a mini-app. */
export const personEvents: Record<string, Handler> = {
  web_app_check_location: (host) =>
    host.emit("location_checked", {
      available: true,
      access_requested: localStorage.getItem(grantKey(host)) !== null,
      access_granted: isLocationGranted(host),
    }),
  web_app_request_location: (host) => (isLocationGranted(host) ? emitLocation(host) : host.ask({ kind: "location" })),
  web_app_open_location_settings: (host) => host.ask({ kind: "location" }),
  web_app_request_phone: (host) => host.ask({ kind: "phone" }),
  web_app_request_write_access: (host) => host.ask({ kind: "writing" }),
  web_app_open_invoice: (host, { slug }) => host.ui.set({ bill: String(slug) }),
  web_app_open_scan_qr_popup: (host, { text }) =>
    host.ask({ kind: "scanning", text: typeof text === "string" ? text : undefined }),
  web_app_close_scan_qr_popup: (host) =>
    host.set({ questions: host.state.questions.filter(({ kind }) => kind !== "scanning") }),
  web_app_read_text_from_clipboard: async (host, { req_id }) => {
    const data = await navigator.clipboard?.readText().catch(() => null);
    host.emit("clipboard_text_received", { req_id, data: data ?? null });
  },
  web_app_open_link: (_, { url }) => void window.open(String(url), "_blank", "noopener"),
  web_app_open_tg_link: (host, { path_full }) => {
    host.close();
    return host.ui.follow(`https://t.me${String(path_full)}`);
  },
  web_app_data_send: async (host, { data }) => {
    const buttonText = host.app.keyboardText;
    if (buttonText === undefined) return;
    await host.ui.attempt(() => call("sendWebAppData", { ...here(host), buttonText, data: String(data) }));
    host.close();
  },
  web_app_invoke_custom_method: invoke,
  web_app_request_emoji_status_access: (host) => host.emit("emoji_status_access_requested", { status: "cancelled" }),
  web_app_request_file_download: (host) => host.emit("file_download_requested", { status: "cancelled" }),
  web_app_send_prepared_message: (host) => host.emit("prepared_message_failed", { error: "UNSUPPORTED" }),
  web_app_check_home_screen: (host) => host.emit("home_screen_checked", { status: "unsupported" }),
  web_app_biometry_get_info: (host) => host.emit("biometry_info_received", { available: false }),
  web_app_start_accelerometer: (host) => host.emit("accelerometer_failed", { error: "UNSUPPORTED" }),
  web_app_start_gyroscope: (host) => host.emit("gyroscope_failed", { error: "UNSUPPORTED" }),
  web_app_start_device_orientation: (host) => host.emit("device_orientation_failed", { error: "UNSUPPORTED" }),
};
