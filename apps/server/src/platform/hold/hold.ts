/** The right to work on a database, held for as long as the server runs; a crash lets go of it by itself. */
export interface Hold {
  release(): Promise<void>;
}
