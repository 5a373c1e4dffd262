// What stands in a draft where nothing was read yet.
import { Tile } from './tile';

/** A stretch of a draft of which no blocks are known yet. */
export class Stretch extends Tile {
  constructor(
    readonly text: string,
    start: number,
  ) {
    super(start);
  }
}
