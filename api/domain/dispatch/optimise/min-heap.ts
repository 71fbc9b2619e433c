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
  const before = (a: number, b: number): boolean =>
    values[a]! < values[b]! || (values[a] === values[b] && keys[a]! < keys[b]!);
  const swap = (a: number, b: number): void => {
    [keys[a], keys[b]] = [keys[b]!, keys[a]!];
    [values[a], values[b]] = [values[b]!, values[a]!];
  };
  const sift = (): void => {
    let at = 0;
    for (;;) {
      let least = at;
      const left = 2 * at + 1;
      if (left < keys.length && before(left, least)) least = left;
      if (left + 1 < keys.length && before(left + 1, least)) least = left + 1;
      if (least === at) return;
      swap(at, least);
      at = least;
    }
  };
  const popEntry = (): { key: number; value: number } => {
    const entry = { key: keys[0]!, value: values[0]! };
    const key = keys.pop()!;
    const value = values.pop()!;
    if (keys.length > 0) {
      keys[0] = key;
      values[0] = value;
      sift();
    }
    return entry;
  };
  return {
    push(key, value) {
      let at = keys.push(key) - 1;
      values.push(value);
      while (at > 0 && before(at, (at - 1) >> 1)) {
        swap(at, (at - 1) >> 1);
        at = (at - 1) >> 1;
      }
    },
    pop(current) {
      while (keys.length > 0) {
        const { key, value } = popEntry();
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
