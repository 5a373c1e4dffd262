/**
 * A page that is there for a moment: VS Code puts only text on the clipboard, and a page may put HTML there. It shows
 * none of it.
 */
import { announce, element, pageView } from './dom';
import { connect } from './host';
import type { FromClipboard, ToClipboard } from './clipboardMessages';

const view = pageView();

const host = connect<ToClipboard, FromClipboard, object>(message => {
  view.replaceChildren(element('p', {}, message.words.copying));
  void write(message).then(done => (done ? host.say({ kind: 'copied' }) : ask(message)));
});

async function write({ html, text }: ToClipboard): Promise<boolean> {
  try {
    const item = new ClipboardItem({
      'text/html': new Blob([html], { type: 'text/html' }),
      'text/plain': new Blob([text], { type: 'text/plain' }),
    });
    await navigator.clipboard.write([item]);
    return true;
  } catch {
    // Not allowed, or not to be had in this browser: the extension says so.
    return false;
  }
}

/** Some browsers write to the clipboard only when somebody has just clicked. */
function ask(message: ToClipboard): void {
  const { asks, copy } = message.words;
  const button = element('button', { type: 'button' }, copy);
  button.addEventListener(
    'click',
    () => void write(message).then(done => host.say({ kind: done ? 'copied' : 'refused' })),
  );
  view.replaceChildren(element('p', {}, asks), button);
  button.focus();
  announce(asks);
  host.say({ kind: 'asks' });
}
