/** Where an id stands or would stand in a list that is sorted by (place, id). Binary search. */
export function seat(
  ids: readonly string[],
  placeOf: (id: string) => string,
  target: { readonly id: string; readonly place: string },
): number {
  let low = 0;
  let high = ids.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const id = ids[middle] as string;
    const place = placeOf(id);
    if (place < target.place || (place === target.place && id < target.id)) low = middle + 1;
    else high = middle;
  }
  return low;
}
