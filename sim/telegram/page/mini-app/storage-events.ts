import type { Fields, Handler, Host } from "./host";

/** Where a phone keeps what a mini-app stores on it, apart for every person and bot. */
const shelf = ({ phone, app }: Host, kind: string): string => `local-telegram-${kind}-${phone.id}-${app.bot}-`;

const save =
  (kind: string): Handler =>
  (host, { req_id, key, value }) => {
    if (value === null || value === undefined) localStorage.removeItem(shelf(host, kind) + key);
    else localStorage.setItem(shelf(host, kind) + key, String(value));
    host.emit(`${kind}_key_saved`, { req_id });
  };

const read =
  (kind: string): Handler =>
  (host, { req_id, key }: Fields) =>
    host.emit(`${kind}_key_received`, { req_id, value: localStorage.getItem(shelf(host, kind) + key) });

const clear =
  (kind: string): Handler =>
  (host, { req_id }) => {
    const own = Object.keys(localStorage).filter((name) => name.startsWith(shelf(host, kind)));
    for (const name of own) localStorage.removeItem(name);
    host.emit(`${kind}_cleared`, { req_id });
  };

/** `DeviceStorage` and `SecureStorage`; nothing is secret on a phone that is only drawn. */
export const storageEvents: Record<string, Handler> = {
  web_app_device_storage_save_key: save("device_storage"),
  web_app_device_storage_get_key: read("device_storage"),
  web_app_device_storage_clear: clear("device_storage"),
  web_app_secure_storage_save_key: save("secure_storage"),
  web_app_secure_storage_get_key: read("secure_storage"),
  web_app_secure_storage_clear: clear("secure_storage"),
};
