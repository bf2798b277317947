/** The part of linebreak 1.1 that is used; the package has no types of its own. */
declare module "linebreak" {
  export default class LineBreaker {
    constructor(text: string);
    /** The next place where a line may or must end, in UTF-16 units; `null` at the end. */
    nextBreak(): { position: number; required: boolean } | null;
  }
}
