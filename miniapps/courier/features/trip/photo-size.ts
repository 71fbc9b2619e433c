/** The longer side of a proof: enough to read a door number, little to send. */
const SIDE_MAX = 1_600;
/** A phone that decodes more than this falls over. */
export const FILE_BYTES_MAX = 60_000_000;

/** Width and height in pixels that fit, in the picture's own shape; small pictures stay as they are. */
export function fittingSize(width: number, height: number): { width: number; height: number } {
  const scale = Math.min(1, SIDE_MAX / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
