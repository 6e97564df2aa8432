import type { Edit } from '../../transcript/edit';

/** What is done at one place of the text. */
export interface Move extends Edit {
  readonly kind: 'join' | 'open' | 'end' | 'comma' | 'part' | 'merge' | 'image';
  /** Names the pictures that the move takes out or sets down: the two make sense only together. */
  readonly images?: string;
}

/** The moves of a run as they come up, and the pictures that wait for the end of a sentence. */
export interface MoveList {
  readonly done: readonly Move[];
  readonly waiting: boolean;
  add(move: Move): void;
  /** Takes pictures that stand inside a sentence out of the text, by a move that joins what they part. */
  takeUp(images: string, move: Move): void;
  /** Sets the pictures down at the end of the sentence, `at`; `more`: the line goes on there. */
  setDown(at: number, more: boolean): void;
}

/** A list of moves, in the order of the text. */
export function moveList(): MoveList {
  const done: Move[] = [];
  let images: string[] = [];
  let name = '';
  return {
    done,
    get waiting() {
      return images.length > 0;
    },
    add(move) {
      done.push(move);
    },
    takeUp(more, move) {
      if (images.length === 0) name = `images at ${move.from}`;
      images.push(more);
      done.push({ ...move, images: name });
    },
    setDown(at, more) {
      const insert = ['', ...images].join('\n\n') + (more ? '\n\n' : '');
      done.push({ kind: 'image', from: at, to: at, insert, images: name });
      images = [];
    },
  };
}
