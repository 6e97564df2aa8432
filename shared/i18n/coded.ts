/**
 * Something to tell, as plain data: a code that names one of a section's sentences, and what that sentence mentions.
 * It crosses threads and processes and is put into words where the language is known.
 */
export type Coded<Section> = {
  [Code in keyof Section]: Section[Code] extends (params: infer Params) => string
    ? { readonly code: Code } & Readonly<Params>
    : { readonly code: Code };
}[keyof Section];

/** The sentence for something coded, from the section of a catalogue that has its code. */
export function sentenceFor<Section extends object>(section: Section, coded: Coded<Section>): string {
  const say = section[coded.code as keyof Section] as string | ((params: Coded<Section>) => string);
  return typeof say === 'string' ? say : say(coded);
}
