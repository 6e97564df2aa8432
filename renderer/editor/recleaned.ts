import { isolateHistory } from '@codemirror/commands';
import type { EditorState, TransactionSpec } from '@codemirror/state';
import { revise } from '../../shared/review/revise';
import type { Change } from '../../shared/transcript/change';
import { changesFromRaw, reviewItems, setItems } from './review-state';
import { rawText } from './side-by-side';

/** The transaction that brings a review up to date with rules that have changed; see the engine's `revise`. */
export function revision(state: EditorState, fresh: readonly Change[]): TransactionSpec {
  const fromRaw = state.field(changesFromRaw);
  const { edits, items } = revise(
    {
      raw: state.field(rawText)?.toString() ?? '',
      text: state.doc.toString(),
      items: state.field(reviewItems),
      toCurrent: (position, side) => fromRaw.mapPos(position, side),
    },
    fresh,
  );
  return {
    changes: edits,
    effects: setItems.of(items),
    annotations: isolateHistory.of('full'),
    userEvent: 'review.rules',
  };
}
