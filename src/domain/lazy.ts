/**
 * Makes a thing when it is first asked for. A pattern with the letters of every alphabet takes longer to make than a
 * hundred others.
 */
export function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
