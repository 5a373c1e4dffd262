// Who spoke, as an icon, and what each icon means.
import type { Who } from '../../domain/corpus/types';

/**
 * An icon for each kind of speaker. None of them may be read as "forbidden", as an error or as help: that the source
 * names no speaker is how most of its sentences are, and no fault. A dash is how tables say that there is none.
 */
export function whoIcon(who: Who): string {
  switch (who) {
    case 'consensus among speakers':
      return 'check-all';
    case 'participants':
      return 'organization';
    case 'speakers':
      return 'megaphone';
    case 'some speakers':
      return 'mic';
    case 'panelists':
      return 'account';
    case 'discussions':
      return 'comment-discussion';
    case 'named':
      return 'person';
    case 'passive':
      return 'comment';
    case 'unnamed':
      return 'dash';
  }
}
