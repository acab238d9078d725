/** Puts an item where it belongs in a list that is in order. */
export function insertSorted<T>(list: T[], item: T, order: (a: T, b: T) => number): void {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (order(list[middle] as T, item) < 0) low = middle + 1;
    else high = middle;
  }
  list.splice(low, 0, item);
}
