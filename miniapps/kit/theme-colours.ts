/** Contrast that people with weak eyes can read, by WCAG 2.2 (1.4.3). */
const READABLE = 4.5;
const STEPS = 20;
const WASH = 0.06;

type Rgb = readonly [red: number, green: number, blue: number];
type ThemeColour =
  | "bg_color"
  | "secondary_bg_color"
  | "section_bg_color"
  | "text_color"
  | "hint_color"
  | "subtitle_text_color"
  | "link_color"
  | "button_color"
  | "button_text_color"
  | "destructive_text_color";
type Theme = { readonly [name in ThemeColour]?: string | undefined };

/**
 * Telegram's theme under our names. Colours that are too faint to be read on their ground, as some themes' hints, links
 * and buttons are, are drawn towards black or white until they can be.
 * @param theme Telegram's `themeParams`, as "#rrggbb"
 * @returns CSS variables; one that the theme lacks is left to `ui/theme.css`
 */
export function readableTheme(theme: Theme): Record<string, string> {
  const surface = theme.section_bg_color ?? theme.bg_color;
  const page = theme.secondary_bg_color ?? theme.bg_color;
  const text = theme.text_color;
  if (!surface || !page || !text) return {};
  // A plain button stands on a wash of the text's colour over either (--wash).
  const grounds = [surface, page].flatMap((ground) => [ground, hexOf(mix(rgbOf(ground), rgbOf(text), WASH))]);
  const onGround = (colour: string | undefined) => colour && readableOn(colour, grounds);
  const onAccent = theme.button_text_color ?? "#ffffff";
  const accent = theme.button_color && readableOn(theme.button_color, [onAccent]);
  const variables: Record<string, string | undefined> = {
    "--page": page,
    "--surface": surface,
    "--text": text,
    "--hint": onGround(theme.subtitle_text_color ?? theme.hint_color),
    "--link": onGround(theme.link_color),
    "--danger": onGround(theme.destructive_text_color),
    "--accent": accent,
    "--on-accent": accent && onAccent,
  };
  return Object.fromEntries(Object.entries(variables).filter((entry): entry is [string, string] => Boolean(entry[1])));
}

/** The colour itself, or the nearest of its shades that reads on all of these grounds. */
export function readableOn(colour: string, grounds: readonly string[]): string {
  const own = rgbOf(colour);
  const against = grounds.map(rgbOf);
  const isOnLight = against.every((ground) => luminance(ground) > 0.18);
  const end: Rgb = isOnLight ? [0, 0, 0] : [255, 255, 255];
  for (let step = 0; step <= STEPS; step += 1) {
    const shade = mix(own, end, step / STEPS);
    if (against.every((ground) => contrast(shade, ground) >= READABLE)) return hexOf(shade);
  }
  return hexOf(end);
}

/** From 1 (the same) to 21 (black on white). */
export const contrastOf = (one: string, other: string): number => contrast(rgbOf(one), rgbOf(other));

function contrast(one: Rgb, other: Rgb): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

function luminance(rgb: Rgb): number {
  return 0.2126 * linear(rgb[0]) + 0.7152 * linear(rgb[1]) + 0.0722 * linear(rgb[2]);
}

function linear(part: number): number {
  const share = part / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}

const mix = ([red, green, blue]: Rgb, to: Rgb, share: number): Rgb => {
  const between = (from: number, end: number) => Math.round(from + (end - from) * share);
  return [between(red, to[0]), between(green, to[1]), between(blue, to[2])];
};

const rgbOf = (hex: string): Rgb => {
  const part = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16);
  return [part(1), part(3), part(5)];
};

const hexOf = (rgb: Rgb): string => `#${rgb.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
