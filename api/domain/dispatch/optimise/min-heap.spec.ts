import fc from "fast-check";
import { expect, test } from "vitest";
import { minHeap } from "./min-heap";

const emptied = (heap: ReturnType<typeof minHeap>, current: Float64Array): number[] => {
  const keys: number[] = [];
  for (let key = heap.pop(current); key >= 0; key = heap.pop(current)) keys.push(key);
  return keys;
};

test("keys leave by their value, equal ones by the smaller key", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 40 }), (values) => {
      const heap = minHeap();
      for (const [key, value] of values.entries()) heap.push(key, value);
      const expected = values.map((_, key) => key).sort((a, b) => values[a]! - values[b]! || a - b);
      expect(emptied(heap, Float64Array.from(values))).toEqual(expected);
    }),
  );
});

test("an entry whose value has been lowered since is passed over", () => {
  const heap = minHeap();
  heap.push(0, 9);
  heap.push(1, 5);
  heap.push(0, 3);
  expect(emptied(heap, Float64Array.from([3, 5]))).toEqual([0, 1]);
});

test("a cleared heap is empty", () => {
  const heap = minHeap();
  heap.push(0, 1);
  heap.clear();
  expect(heap.pop(Float64Array.from([1]))).toBe(-1);
});
