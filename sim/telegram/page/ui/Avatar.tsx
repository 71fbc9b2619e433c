// Telegram's seven pairs; who gets which depends on the id.
const GRADIENTS = [
  ["#ff885e", "#ff516a"],
  ["#ffcd6a", "#ffa85c"],
  ["#82b1ff", "#665fff"],
  ["#a0de7e", "#54cb68"],
  ["#53edd6", "#28c9b7"],
  ["#72d5fd", "#2a9ef1"],
  ["#e0a2f3", "#d669ed"],
] as const;

export const colourOf = (id: number): string => GRADIENTS[Math.abs(id) % GRADIENTS.length]![1];

const initials = (name: string): string => {
  const words = name.trim().split(/\s+/);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters
    .map((word) => [...(word ?? "")][0] ?? "")
    .join("")
    .toUpperCase();
};

export function Avatar({ id, name, size = 48 }: { id: number; name: string; size?: number }) {
  const [from, to] = GRADIENTS[Math.abs(id) % GRADIENTS.length]!;
  const style = { width: size, height: size, fontSize: size * 0.4, background: `linear-gradient(${from}, ${to})` };
  return (
    <span className="avatar" style={style} aria-hidden="true">
      {initials(name)}
    </span>
  );
}
