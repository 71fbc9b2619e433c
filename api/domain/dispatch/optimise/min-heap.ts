/** Keys waiting by their value. A key may wait more than once; `pop` skips entries whose value is no longer current. */
export type MinHeap = {
  push(key: number, value: number): void;
  /** The key with the least value, or −1. `current[key]` is the value that counts. */
  pop(current: Float64Array): number;
  clear(): void;
};

/** A binary heap with lazy deletion: lowering a key's value pushes it again. Ties leave by the smaller key. */
export function minHeap(): MinHeap {
  const keys: number[] = [];
  const values: number[] = [];
  /** Lets an entry rise from a free place: its elders move down one by one, so nothing is exchanged. */
  const rise = (from: number, key: number, value: number): void => {
    let at = from;
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!comesFirst(key, value, keys[above]!, values[above]!)) break;
      keys[at] = keys[above]!;
      values[at] = values[above]!;
      at = above;
    }
    keys[at] = key;
    values[at] = value;
  };
  const sink = (key: number, value: number): void => {
    let at = 0;
    for (;;) {
      let least = 2 * at + 1;
      if (least >= keys.length) break;
      const right = least + 1;
      if (right < keys.length && comesFirst(keys[right]!, values[right]!, keys[least]!, values[least]!)) least = right;
      if (!comesFirst(keys[least]!, values[least]!, key, value)) break;
      keys[at] = keys[least]!;
      values[at] = values[least]!;
      at = least;
    }
    keys[at] = key;
    values[at] = value;
  };
  return {
    push(key, value) {
      values.push(value);
      rise(keys.push(key) - 1, key, value);
    },
    pop(current) {
      while (keys.length > 0) {
        const key = keys[0]!;
        const value = values[0]!;
        const lastKey = keys.pop()!;
        const lastValue = values.pop()!;
        if (keys.length > 0) sink(lastKey, lastValue);
        if (value === current[key]) return key;
      }
      return -1;
    },
    clear() {
      keys.length = 0;
      values.length = 0;
    },
  };
}

const comesFirst = (key: number, value: number, otherKey: number, otherValue: number): boolean =>
  value < otherValue || (value === otherValue && key < otherKey);
