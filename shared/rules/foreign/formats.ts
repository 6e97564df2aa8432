import { autocorrect } from './autocorrect';
import { capsWriterHot } from './capswriter-hot';
import { capsWriterRule } from './capswriter-rule';
import type { ForeignFormat, ForeignFormatId } from './foreign';
import { ocrFix } from './ocr-fix';
import { pairs, pairsCsv } from './pairs';
import { prh } from './prh';
import { pycorrector } from './pycorrector';
import { subtitleEditCsv } from './subtitle-edit-csv';
import { subtitleEditJson } from './subtitle-edit-json';
import { subtitleEditXml } from './subtitle-edit-xml';

/** All formats of other tools; of two that may claim a file, the one whose claim says more comes first. */
export const foreignFormats: readonly ForeignFormat[] = [
  subtitleEditXml,
  ocrFix,
  subtitleEditJson,
  subtitleEditCsv,
  autocorrect,
  prh,
  capsWriterHot,
  capsWriterRule,
  pycorrector,
  pairsCsv,
  pairs,
];

/** The format of that name. Throws a RangeError for a name that none has. */
export function foreignFormat(id: ForeignFormatId): ForeignFormat {
  const format = foreignFormats.find((one) => one.id === id);
  if (!format) throw new RangeError(`There is no dictionary format called ${id}`);
  return format;
}

/**
 * The format that a decoded file seems to be in: the first that recognises its text or its name (without folders). A
 * list that none knows is pairs, unless it is XML, JSON or YAML that means something else: then undefined.
 */
export function detectForeign(text: string, fileName: string): ForeignFormat | undefined {
  const found = foreignFormats.find((format) => format.detect?.(text, fileName));
  if (found) return found;
  return /\.(?:xml|json|ya?ml|template)$/i.test(fileName) ? undefined : pairs;
}
