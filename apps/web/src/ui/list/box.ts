/** A rectangle in the viewport's pixels, as a pointer event counts them. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export type Axis = 'x' | 'y';

export function boxOfElement(element: Element): Box {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { left, top, width, height };
}
