/** A priority queue of small whole numbers, smallest first. Holds each number at most once at a time, `capacity` in all. */
export class MinHeap {
  private readonly items: Int32Array;
  private count = 0;

  constructor(capacity: number) {
    this.items = new Int32Array(capacity);
  }

  get size(): number {
    return this.count;
  }

  push(item: number): void {
    const { items } = this;
    let hole = this.count++;
    while (hole > 0) {
      const parent = (hole - 1) >> 1;
      if (items[parent]! <= item) break;
      items[hole] = items[parent]!;
      hole = parent;
    }
    items[hole] = item;
  }

  /** Smallest item; call only while `size` is above 0. */
  pop(): number {
    const { items } = this;
    const smallest = items[0]!;
    const last = items[--this.count]!;
    let hole = 0;
    for (;;) {
      let child = 2 * hole + 1;
      if (child >= this.count) break;
      if (child + 1 < this.count && items[child + 1]! < items[child]!) child++;
      if (items[child]! >= last) break;
      items[hole] = items[child]!;
      hole = child;
    }
    items[hole] = last;
    return smallest;
  }
}
