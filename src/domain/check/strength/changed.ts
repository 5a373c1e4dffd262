/** What a paraphrase says otherwise than the source: the draft's words and the source's, as stretches of words. */
import type { Stretch } from './words';

export interface Changed {
  readonly kind:
    | 'figure'
    | 'quantity'
    | 'modal'
    | 'wish'
    | 'contrary'
    | 'number'
    | 'date'
    | 'invented'
    | 'subject'
    | 'member'
    | 'condition'
    | 'added';
  /** What is shown of the draft, and what of the source, if it has anything in its place. */
  readonly said: Stretch;
  readonly instead?: Stretch;
  /** More of the source, shown behind " … ". */
  readonly also?: Stretch;
  /** The draft's words that give way to the source's, if that leaves the sentence whole; an empty stretch takes them in. */
  readonly fix?: { readonly draft: Stretch; readonly source: Stretch } | undefined;
  /** It claims less than the source, not more: worth a look, no overstatement. */
  readonly weaker?: boolean;
  /** Too little of the claim is the source's to be told of it where no speaker is named. */
  readonly loose?: boolean;
  /** It is told in the present, as a draft tells its own aims, too: "are included". */
  readonly plain?: boolean;
}
