import { type Document, visit } from 'yaml';

/** The YAML of a document, a line as long as it takes, such that every text in it is read back as it is. */
export function yamlText(document: Document): string {
  visit(document, {
    Scalar(_, scalar) {
      // The library writes a few texts with line breaks or a leading mark plainly where YAML reads them otherwise.
      if (typeof scalar.value === 'string' && /^[-?]|[^\P{C}\p{Cs}]|[\u2028\u2029]/u.test(scalar.value)) {
        scalar.type = 'QUOTE_DOUBLE';
      }
    },
  });
  return document.toString({ lineWidth: 0 });
}
