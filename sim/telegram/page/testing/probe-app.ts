import {
  backButton,
  closingBehavior,
  getCloudStorageItem,
  hapticFeedback,
  init,
  locationManager,
  mainButton,
  miniApp,
  popup,
  requestFullscreen,
  requestPhoneAccess,
  requestWriteAccess,
  retrieveLaunchParams,
  retrieveRawInitData,
  setCloudStorageItem,
  targetOrigin,
  themeParams,
  viewport,
} from "@telegram-apps/sdk-react";

/**
 * A mini-app that goes through what the maintained SDK can ask of a host, and tells its own server what it got. It is
 * bundled by the page's spec and shown nowhere else.
 */
const tell = (step: string, data: unknown = null) =>
  fetch("/heard", { method: "POST", body: JSON.stringify({ step, data }) });

async function main(): Promise<void> {
  targetOrigin.set(new URLSearchParams(location.search).get("host")!);
  init();
  const { tgWebAppVersion } = retrieveLaunchParams();
  await tell("launch", { initData: retrieveRawInitData(), version: tgWebAppVersion });
  themeParams.mountSync();
  await tell("theme", themeParams.buttonColor());
  await viewport.mount();
  await tell("viewport", { height: viewport.height(), safeArea: viewport.safeAreaInsets() });
  miniApp.mountSync();
  miniApp.ready();
  hapticFeedback.notificationOccurred("success");
  await setCloudStorageItem("cart", "2 plov");
  await tell("cloud", await getCloudStorageItem("cart"));
  await tell(
    "popup",
    await popup.show({ message: "Take the order?", buttons: [{ id: "yes", type: "default", text: "Take" }] }),
  );
  await tell("phone", await requestPhoneAccess());
  await tell("writing", await requestWriteAccess());
  await locationManager.mount();
  await tell("location", await locationManager.requestLocation());
  await requestFullscreen();
  await tell("fullscreen", viewport.isFullscreen());
  closingBehavior.mount();
  closingBehavior.enableConfirmation();
  backButton.mount();
  backButton.onClick(() => tell("back").then(() => backButton.hide()));
  backButton.show();
  mainButton.mount();
  mainButton.onClick(() => tell("main"));
  mainButton.setParams({ text: "Deliver", isVisible: true });
  await tell("done");
}

void main().catch((error: Error) => tell("failed", error.message));
