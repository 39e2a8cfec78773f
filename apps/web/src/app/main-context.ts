import { createContext } from 'react';

/** True below the shell's `<main>`: a page has one. */
export const MainContext = createContext(false);
