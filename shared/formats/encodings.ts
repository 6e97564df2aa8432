/** The encodings a file may be read in; the names are those a person sees and may choose from. */
export const encodings = ['UTF-8', 'UTF-16LE', 'UTF-16BE', 'GB18030', 'Big5'] as const;
export type Encoding = (typeof encodings)[number];
