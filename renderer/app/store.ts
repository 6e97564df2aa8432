import type { EditorState, Text } from '@codemirror/state';
import { create } from 'zustand';
import type { OpenedFile, Welcome } from '../../shared/contract';
import { type Terms, termsOf } from '../../shared/cues/breaks';
import type { ProfileChoice } from '../../shared/cues/profile';
import type { FormatId } from '../../shared/formats/names';
import { type Catalogue, catalogueOf, type Language } from '../../shared/i18n/catalogue';
import { countItems } from '../../shared/review/review';
import type { Script } from '../../shared/steps/options';
import type { Cue } from '../../shared/transcript/cues';
import type { RuleFormState } from '../dictionary/rule-form';
import { cueList } from '../editor/cues';
import type { ChangeDisplay } from '../editor/inline-changes';
import { reviewItems } from '../editor/review-state';

/** A file open in the window, with its text under review. */
export interface OpenDocument {
  readonly file: OpenedFile;
  readonly state: EditorState;
  /** What the person last had safe: as opened, or as last written. */
  readonly saved: Work;
  readonly lastExport?: { readonly path: string; readonly format: FormatId; readonly at: Date };
}

/** What there is to lose of a person's work. */
interface Work {
  readonly doc: Text;
  readonly cues: readonly Cue[];
  readonly decided: number;
}

/** Something told to the person above the text until they dismiss it, or it is old news. */
export interface Notice {
  readonly id: number;
  readonly kind: 'error' | 'done';
  readonly text: string;
}

interface Store {
  readonly welcome: Welcome | null;
  readonly language: Language;
  /** The numbers that subtitles are cut and checked by. */
  readonly subtitles: ProfileChoice;
  /** What no subtitle is broken inside of. */
  readonly terms: Terms;
  /** In the order in which they were opened. */
  readonly documents: readonly OpenDocument[];
  readonly activeId: string | null;
  readonly display: ChangeDisplay;
  /** The script that text is shown and written in. */
  readonly script: Script;
  readonly notices: readonly Notice[];
  readonly opening: boolean;
  readonly paletteOpen: boolean;
  /** What the middle of the window shows. */
  readonly page: 'text' | 'dictionary' | 'batch';
  readonly ruleForm: RuleFormState | null;
  readonly makingSubtitles: boolean;
  /** What stands beside the text. */
  readonly side: 'changes' | 'cues';
}

export const useStore = create<Store>(() => ({
  welcome: null,
  language: 'en',
  subtitles: 'netflixChinese',
  terms: termsOf([]),
  documents: [],
  activeId: null,
  display: 'inline',
  script: 'leave',
  notices: [],
  opening: false,
  paletteOpen: false,
  page: 'text',
  ruleForm: null,
  makingSubtitles: false,
  side: 'changes',
}));

export const useCatalogue = (): Catalogue => catalogueOf(useStore((store) => store.language));

export const activeDocument = (store: Store): OpenDocument | undefined =>
  store.documents.find(({ file }) => file.id === store.activeId);

/** Replaces what is known of one open file. */
export function updateDocument(id: string, change: (document: OpenDocument) => OpenDocument): void {
  useStore.setState(({ documents }) => ({
    documents: documents.map((document) => (document.file.id === id ? change(document) : document)),
  }));
}

export const progressOf = ({ state }: Pick<OpenDocument, 'state'>) => countItems(state.field(reviewItems));

export const workOf = (document: Pick<OpenDocument, 'state'>): Work => ({
  doc: document.state.doc,
  cues: document.state.field(cueList),
  decided: progressOf(document).decided,
});

/** Whether text, times or decisions differ from what was opened or last written. */
export function isDirty(document: OpenDocument): boolean {
  const { doc, cues, decided } = workOf(document);
  const { saved } = document;
  return !doc.eq(saved.doc) || cues !== saved.cues || decided !== saved.decided;
}

let nextNotice = 1;

/** Shows a notice; what went well disappears by itself. */
export function notify(kind: Notice['kind'], text: string): void {
  const id = nextNotice++;
  useStore.setState(({ notices }) => ({
    notices: [...notices.filter((notice) => notice.text !== text).slice(-4), { id, kind, text }],
  }));
  if (kind === 'done') setTimeout(() => dismissNotice(id), 8000);
}

export const dismissNotice = (id: number): void =>
  useStore.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }));
