/**
 * Does `count` things with so many going on at once.
 * @returns how many per second of real time
 */
export async function atOnce(
  concurrency: number,
  count: number,
  run: (index: number) => Promise<void>,
): Promise<number> {
  let next = 0;
  const worker = async () => {
    while (next < count) {
      const index = next;
      next += 1;
      await run(index);
    }
  };
  const begin = performance.now();
  await Promise.all(Array.from({ length: concurrency }, worker));
  return (count * 1_000) / (performance.now() - begin);
}
