/** The way from a page to the extension and back, and what the page keeps while it is hidden. */
import type { Message, PageSays } from './envelope';

interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

/** VS Code gives it to a page, once. */
declare function acquireVsCodeApi(): VsCodeApi;

/** The extension, as a page sees it. */
interface Host<Said extends Message, State> {
  say(message: Said): void;
  /** What the page kept when it was last drawn, in this window or before it was loaded again. */
  kept(): Partial<State>;
  /** Keeps something besides what is kept already. */
  keep(state: Partial<State>): void;
}

/**
 * Connects a page with the extension, and says that it is ready.
 * @param hear what to do with a message; an error in it is said to nobody, since only the extension can post here
 */
export function connect<Heard extends Message, Said extends Message, State extends object>(
  hear: (message: Heard) => void,
): Host<Said, State> {
  const api = acquireVsCodeApi();
  const say = (message: Said | PageSays): void => api.postMessage(message);
  const kept = (): Partial<State> => (api.getState() ?? {}) as Partial<State>;
  window.addEventListener('message', ({ data }: MessageEvent<Heard>) => hear(data));
  say({ kind: 'ready', width: window.innerWidth });
  return { say, kept, keep: state => api.setState({ ...kept(), ...state }) };
}
