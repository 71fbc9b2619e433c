/** The colours a mini-app paints itself with, as Telegram's own clients hand them over. */
const LIGHT = {
  bg_color: "#ffffff",
  secondary_bg_color: "#f4f4f6",
  text_color: "#0f1419",
  hint_color: "#8a949e",
  link_color: "#2481cc",
  button_color: "#3390ec",
  button_text_color: "#ffffff",
  header_bg_color: "#ffffff",
  bottom_bar_bg_color: "#ffffff",
  accent_text_color: "#2481cc",
  section_bg_color: "#ffffff",
  section_header_text_color: "#3390ec",
  section_separator_color: "#e3e5e8",
  subtitle_text_color: "#8a949e",
  destructive_text_color: "#e53935",
};

const DARK: typeof LIGHT = {
  bg_color: "#17212b",
  secondary_bg_color: "#0e1621",
  text_color: "#f2f5f7",
  hint_color: "#8496a6",
  link_color: "#6ab3f3",
  button_color: "#5288c1",
  button_text_color: "#ffffff",
  header_bg_color: "#17212b",
  bottom_bar_bg_color: "#17212b",
  accent_text_color: "#6ab3f3",
  section_bg_color: "#17212b",
  section_header_text_color: "#6ab3f3",
  section_separator_color: "#101921",
  subtitle_text_color: "#8496a6",
  destructive_text_color: "#ff6b63",
};

export const themeParams = (): typeof LIGHT => (document.documentElement.dataset.theme === "dark" ? DARK : LIGHT);
