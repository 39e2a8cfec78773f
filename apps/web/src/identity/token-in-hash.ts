/** The secret of a mailed link. It stands behind `#`, so that it never reaches a server's log. */
export function tokenInHash(): string {
  return decodeURIComponent(location.hash.slice(1));
}
