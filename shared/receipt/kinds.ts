/** The receipts that a batch can write, by the extension of their files. */
export const receiptKinds = ['html', 'csv', 'json'] as const;
export type ReceiptKind = (typeof receiptKinds)[number];

/** The receipt that can be written to a file of this name; undefined when none can. */
export const receiptKindOf = (path: string): ReceiptKind | undefined =>
  receiptKinds.find((kind) => path.toLowerCase().endsWith(`.${kind}`));
