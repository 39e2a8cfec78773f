import { lazy } from 'react';

/** Cards that change a field; their code arrives when the first of a kind is opened. */
export const PeoplePicker = lazy(() =>
  import('./people-picker.tsx').then((module) => ({ default: module.PeopleCard })),
);
export const TagPicker = lazy(() => import('./tag-picker.tsx').then((module) => ({ default: module.TagCard })));
export const DuePicker = lazy(() => import('./due-picker.tsx').then((module) => ({ default: module.DueCard })));
