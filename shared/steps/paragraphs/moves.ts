import { applyEdits, type Edit } from '../../transcript/edit';

/** What is done at one place of the text. */
export interface Move extends Edit {
  readonly kind: 'join' | 'open' | 'end' | 'comma' | 'part' | 'merge' | 'image';
}

/** The moves of a run as they come up, and the pictures that wait for the end of a sentence. */
export interface MoveList {
  readonly done: readonly Move[];
  readonly waiting: boolean;
  add(move: Move): void;
  /** Takes up pictures that stand inside a sentence. The next move is to take them out of the text. */
  takeUp(images: string): void;
  /** Sets the pictures down at the end of the sentence, `at`; `more`: the line goes on there. */
  setDown(at: number, more: boolean): void;
}

/**
 * A list of moves of a text, in order. Everything between a picture's old place and its new one becomes one move, so
 * that whoever reverts it can neither lose the picture nor double it.
 */
export function moveList(text: string): MoveList {
  const done: Move[] = [];
  let images: string[] = [];
  let held: Move[] = [];
  return {
    done,
    get waiting() {
      return images.length > 0;
    },
    add(move) {
      (images.length > 0 ? held : done).push(move);
    },
    takeUp(more) {
      images.push(more);
    },
    setDown(at, more) {
      const from = held[0]?.from ?? at;
      const inside = held.map((move) => ({ ...move, from: move.from - from, to: move.to - from }));
      const parts = [applyEdits(text.slice(from, at), inside), ...images];
      done.push({ kind: 'image', from, to: at, insert: parts.join('\n\n') + (more ? '\n\n' : '') });
      images = [];
      held = [];
    },
  };
}
