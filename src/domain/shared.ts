/**
 * Objects whose properties are computed when they are read, through getters that all of a kind share. Getters of its
 * own would give each object a shape of its own; an engine keeps shapes, and with them all that the getters refer to,
 * until its next great collection of garbage, so that reading thousands of drafts would need hundreds of megabytes.
 */

const state = Symbol('state');

/** Getters of some properties, of what an object was made from. */
type Getters<State, Shared> = { readonly [Key in keyof Shared]: (from: State) => Shared[Key] };

/**
 * Makes the function that gives objects the properties. They are enumerable: copying an object copies what they are
 * then.
 * @param getters what each property is
 */
export function sharing<State, Shared extends object>(
  getters: Getters<State, Shared>,
): <T extends object>(object: T, from: State) => T & Shared {
  const descriptors = Object.fromEntries(
    Object.entries<(from: State) => unknown>(getters).map(([key, get]) => [
      key,
      {
        enumerable: true,
        configurable: true,
        get(this: { readonly [state]: State }) {
          return get(this[state]);
        },
      },
    ]),
  );
  return <T extends object>(object: T, from: State): T & Shared =>
    Object.defineProperties(Object.defineProperty(object, state, { value: from }), descriptors) as T & Shared;
}
