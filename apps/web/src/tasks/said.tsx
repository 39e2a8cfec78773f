/** A name in a sentence, whatever its direction. */
export function Said({ children }: { readonly children: string }) {
  return (
    <b>
      <bdi>{children}</bdi>
    </b>
  );
}
