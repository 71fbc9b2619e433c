/**
 * The one door to Telegram: nothing else imports its SDK, so that it can be replaced in a day. What a client lacks is
 * answered with the browser's own means.
 */
import {
  backButton,
  bindViewportCssVars,
  closingBehavior,
  deleteCloudStorageItem,
  expandViewport,
  getCloudStorageItem,
  hapticFeedback,
  init,
  isThemeParamsDark,
  mainButton,
  miniApp,
  openLink,
  openTelegramLink,
  popup,
  retrieveLaunchParams,
  retrieveRawInitData,
  setCloudStorageItem,
  swipeBehavior,
  targetOrigin,
  themeParams,
  viewport,
} from "@telegram-apps/sdk-react";
import { provideFrameStorage } from "./frame-storage";
import { hasHost } from "./has-host";
import { readableTheme } from "./theme-colours";

export type Launch = {
  initData: string;
  startParam: string | null;
  languageCode: string | undefined;
  platform: string;
};

/**
 * Wakes the SDK and draws on Telegram's theme.
 * @param hostOrigin the origin of a local Telegram web client; a page may listen to another one than Telegram's own only
 *   when the server that delivered it says so
 * @returns who opened us, at once, and when Telegram has told the rest; `null` outside Telegram
 */
export function startTelegram(hostOrigin: string | null): { launch: Launch; mounted: Promise<void> } | null {
  provideFrameStorage();
  // The SDK reads every property of the window, and browsers warn of this one: we neither need nor offer fenced frames.
  Reflect.deleteProperty(window, "fence");
  if (hostOrigin) targetOrigin.set(hostOrigin);
  const launch = hasHost() ? readLaunch() : null;
  if (!launch) return null;
  init();
  backButton.mount.ifAvailable();
  mainButton.mount.ifAvailable();
  closingBehavior.mount.ifAvailable();
  swipeBehavior.mount.ifAvailable();
  swipeBehavior.disableVertical.ifAvailable(); // a scroll on a list must not close the app
  miniApp.mountSync.ifAvailable();
  themeParams.mountSync.ifAvailable();
  markTheme();
  themeParams.state.sub(markTheme);
  return { launch, mounted: mountViewport() };
}

/** The app stands: Telegram takes its own placeholder away. */
export const showApp = (): void => {
  miniApp.ready.ifAvailable();
};

export const closeApp = (): void => {
  miniApp.close.ifAvailable();
};

function readLaunch(): Launch | null {
  try {
    const initData = retrieveRawInitData();
    const { tgWebAppData, tgWebAppPlatform, tgWebAppStartParam } = retrieveLaunchParams();
    if (!initData) return null;
    const user = tgWebAppData?.user;
    const startParam = tgWebAppStartParam ?? tgWebAppData?.start_param ?? null;
    return { initData, startParam, languageCode: user?.language_code, platform: tgWebAppPlatform };
  } catch {
    return null; // the SDK throws where nobody launched us
  }
}

const VIEWPORT_LIMIT_MS = 1_000;

/** Clients that never answer exist; nobody waits for them longer than a second. */
async function mountViewport(): Promise<void> {
  if (!viewport.mount.isAvailable()) return;
  const late = new Promise<void>((resolve) => setTimeout(resolve, VIEWPORT_LIMIT_MS));
  await Promise.race([viewport.mount().catch(() => {}), late]); // untold, the page's own measures hold
  bindViewportCssVars.ifAvailable();
  expandViewport.ifAvailable();
}

function markTheme(): void {
  const root = document.documentElement;
  root.dataset.theme = isThemeParamsDark() ? "dark" : "light";
  for (const [name, colour] of Object.entries(readableTheme(themeParams.state()))) root.style.setProperty(name, colour);
}

export type MainButtonState = { text: string; enabled: boolean; busy: boolean };

export const hasMainButton = (): boolean => mainButton.setParams.isAvailable();

/** Shows Telegram's own button at the foot. @returns hides it again */
export function showMainButton(state: MainButtonState, onPress: () => void): () => void {
  const { text, enabled, busy } = state;
  mainButton.setParams({ text, isVisible: true, isEnabled: enabled && !busy, isLoaderVisible: busy });
  const off = mainButton.onClick(onPress);
  return () => {
    off();
    mainButton.setParams({ isVisible: false, isLoaderVisible: false });
  };
}

/** Telegram's arrow in the head, or `null` where there is none and the page draws its own. */
export function showBackButton(onBack: () => void): (() => void) | null {
  if (!backButton.show.isAvailable()) return null;
  backButton.show();
  const off = backButton.onClick(onBack);
  return () => {
    off();
    backButton.hide();
  };
}

export type Haptic = "success" | "warning" | "error" | "tap";

export const haptic = (kind: Haptic): void => {
  if (kind === "tap") hapticFeedback.impactOccurred.ifAvailable("light");
  else hapticFeedback.notificationOccurred.ifAvailable(kind);
};

type Question = { text: string; yes: string; no: string; destructive?: boolean };

/** Telegram shows one question at a time, and refuses a second one until it has told us the answer to the first. */
let answered: Promise<unknown> = Promise.resolve();

/** Asks before something that cannot be undone. */
export function confirmed(question: Question): Promise<boolean> {
  const answer = answered.then(() => ask(question));
  answered = answer.catch(() => {}); // whoever asked hears of it
  return answer;
}

async function ask({ text, yes, no, destructive }: Question): Promise<boolean> {
  if (!popup.show.isAvailable()) return window.confirm(text);
  const answer = await popup.show({
    message: text,
    buttons: [
      { id: "yes", type: destructive ? "destructive" : "default", text: yes },
      { id: "no", type: "default", text: no },
    ],
  });
  return answer === "yes";
}

/** While there is something to lose, Telegram asks before it closes the app. */
export const guardClosing = (guard: boolean): void => {
  if (guard) closingBehavior.enableConfirmation.ifAvailable();
  else closingBehavior.disableConfirmation.ifAvailable();
};

export const openOutside = (url: string): void => {
  if (url.startsWith("https://t.me/") && openTelegramLink.isAvailable()) openTelegramLink(url);
  else if (openLink.isAvailable()) openLink(url);
  else window.open(url, "_blank", "noopener");
};

/** Small things that shall be there on the person's other devices too; the browser's storage where there is no cloud. */
export const remembered = {
  async get(key: string): Promise<string | null> {
    if (!getCloudStorageItem.isAvailable()) return localStorage.getItem(key);
    const value = await getCloudStorageItem(key).catch(() => localStorage.getItem(key));
    return value || null;
  },
  async set(key: string, value: string): Promise<void> {
    localStorage.setItem(key, value);
    if (setCloudStorageItem.isAvailable()) await setCloudStorageItem(key, value).catch(() => {}); // this device has it
  },
  async forget(key: string): Promise<void> {
    localStorage.removeItem(key);
    if (deleteCloudStorageItem.isAvailable()) await deleteCloudStorageItem(key).catch(() => {}); // as above
  },
};
