export type BottomButton = {
  isVisible: boolean;
  isActive: boolean;
  text: string;
  colour?: string;
  textColour?: string;
  isBusy: boolean;
};

export type PopupButton = { id: string; type?: string; text?: string };
export type Question =
  | { kind: "popup"; title?: string; message: string; buttons: PopupButton[] }
  | { kind: "phone" }
  | { kind: "writing" }
  | { kind: "location" }
  | { kind: "closing" }
  | { kind: "scanning"; text?: string };

/** How one open mini-app stands, as far as its frame shows it. */
export type HostState = {
  isReady: boolean;
  main: BottomButton;
  secondary: BottomButton;
  hasBack: boolean;
  hasSettings: boolean;
  mustConfirmClose: boolean;
  isFullscreen: boolean;
  isExpanded: boolean;
  headerColour?: string;
  backgroundColour?: string;
  bottomColour?: string;
  /** The first is on the screen, the others wait. */
  questions: Question[];
};

const hidden = (text: string): BottomButton => ({ isVisible: false, isActive: true, text, isBusy: false });

export const freshHost = (): HostState => ({
  isReady: false,
  main: hidden("Continue"),
  secondary: hidden("Cancel"),
  hasBack: false,
  hasSettings: false,
  mustConfirmClose: false,
  isFullscreen: false,
  isExpanded: true,
  questions: [],
});
