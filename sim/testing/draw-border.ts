import type { Frame } from "playwright-core";
import { expect } from "vitest";

type Corner = readonly [x: number, y: number];

/** The last corner of a border is its first again. */
export const SQUARE: readonly Corner[] = [
  [-1, -1],
  [1, -1],
  [1, 1],
  [-1, 1],
  [-1, -1],
];
export const CROSSED: readonly Corner[] = [
  [-1, -1],
  [1, 1],
  [1, -1],
  [-1, 1],
  [-1, -1],
];

/** Taps the corners of a new zone one by one, so many pixels away from the middle of the map. */
export async function drawBorder(app: Frame, corners: readonly Corner[], halfPixels: number): Promise<void> {
  await app.getByText("Tap the corners on the map").waitFor();
  const map = app.getByRole("application");
  // The drawing library shows by the pointer that it listens.
  const pointer = () =>
    map
      .locator("canvas")
      .first()
      .evaluate((canvas) => canvas.style.cursor);
  await expect.poll(pointer, { timeout: 20_000 }).toBe("crosshair");
  const { width, height } = (await map.boundingBox())!;
  for (const [x, y] of corners)
    await map.click({ position: { x: width / 2 + x * halfPixels, y: height / 2 + y * halfPixels }, delay: 30 });
}
