const PATHS = {
  back: "M15 5l-7 7 7 7",
  more: "M12 5.5v.01M12 12v.01M12 18.5v.01",
  close: "M6 6l12 12M18 6L6 18",
  attach: "M20 11.5l-8.2 8.2a5 5 0 0 1-7-7l8.5-8.6a3.3 3.3 0 0 1 4.7 4.7l-8.4 8.4a1.7 1.7 0 0 1-2.4-2.4l7.8-7.7",
  send: "M4 12L20 4.5 15.5 20l-4-6.5zM11.5 13.5L20 4.5",
  mic: "M12 4a2.5 2.5 0 0 1 2.5 2.5v5a2.5 2.5 0 0 1-5 0v-5A2.5 2.5 0 0 1 12 4zM6 11.5a6 6 0 0 0 12 0M12 17.5V21",
  keyboard: "M4 7h16v10H4zM7.5 10.2v.01M11 10.2v.01M14.5 10.2v.01M8 14h8",
  photo: "M4 6h16v13H4zM4 16l5-5 4 4 3-3 4 4M15.5 9.5v.01",
  location:
    "M12 21s-6.5-6-6.5-11A6.5 6.5 0 0 1 18.5 10c0 5-6.5 11-6.5 11zM12 12.2a2.2 2.2 0 1 0 0-4.4 2.2 2.2 0 0 0 0 4.4z",
  live: "M12 14a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM7.8 16.2a6 6 0 0 1 0-8.4M16.2 7.8a6 6 0 0 1 0 8.4M5 19a10 10 0 0 1 0-14M19 5a10 10 0 0 1 0 14",
  contact: "M12 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM5 20c.6-4 3.4-6 7-6s6.4 2 7 6",
  file: "M7 3.5h7l4 4V20.5H7zM14 3.5V8h4",
  pin: "M9 4h6l-.8 6 3.3 3.5H6.5L9.8 10zM12 13.5V20",
  check: "M5 12.5l4.5 4.5L19 7.5",
  reply: "M10 6l-6 5.5 6 5.5v-3.5c5 0 8 1.500 10 4.500-.5-5.500-3.500-8.500-10-8.500z",
  forward: "M14 6l6 5.500-6 5.500v-3.500c-5 0-8 1.500-10 4.500.5-5.500 3.500-8.500 10-8.500z",
  edit: "M5 19l1-4L16.500 4.500l3 3L9 18zM14.500 6.500l3 3",
  trash: "M5 7h14M9.500 7V4.500h5V7M7 7l1 13h8l1-13M10.500 10.500v6M13.500 10.500v6",
  block: "M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16zM6.500 6.500l11 11",
  sun: "M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 2.500v2M12 19.500v2M2.500 12h2M19.500 12h2M5.300 5.300l1.400 1.400M17.300 17.300l1.400 1.400M18.700 5.300l-1.400 1.400M6.700 17.300l-1.400 1.400",
  moon: "M19.500 14.500A8 8 0 0 1 9.500 4.500a8 8 0 1 0 10 10z",
  bell: "M6 16.500V11a6 6 0 0 1 12 0v5.500l1.500 1.500h-15zM10 20.500h4",
  muted: "M6 16.500V11a6 6 0 0 1 9-5.200M18 11v5.500l1.500 1.500h-15M10 20.500h4M4 3l16 17",
  plus: "M12 5v14M5 12h14",
  group:
    "M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM3 19c.4-3.500 2.700-5 6-5s5.600 1.500 6 5M16 5.500a3 3 0 0 1 0 5.500M17.500 14.200c2 .6 3.200 2.200 3.500 4.800",
  play: "M8 5.500v13l10.500-6.500z",
  pause: "M8 5.500v13M16 5.500v13",
  link: "M8 16L17 7M10 7h7v7",
  app: "M4.500 6h15v12h-15zM4.500 9.500h15M7 7.800v.01M9.500 7.800v.01",
  copy: "M8.500 8.500h10v11h-10zM5.500 15.500v-11h10",
  card: "M3.500 6h17v12h-17zM3.500 10h17M7 14.500h4",
  walk: "M12 4v.01M9 21l2-6-2-3V8.500h4l2 3 3 1M11 15l3 2v4",
  stop: "M7 7h10v10H7z",
  smile: "M12 20a8 8 0 1 0 0-16 8 8 0 0 0 0 16zM9 10v.01M15 10v.01M8.500 14c1.800 2.200 5.200 2.200 7 0",
} as const;

export type IconName = keyof typeof PATHS;

/** Drawn by strokes, so that every icon takes the colour of its text. */
export function Icon({ name, size = 24, filled = false }: { name: IconName; size?: number; filled?: boolean }) {
  return (
    <svg className="icon" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <path
        d={PATHS[name]}
        fill={filled ? "currentColor" : "none"}
        stroke="currentColor"
        strokeWidth="1.8"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
