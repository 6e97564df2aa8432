import { changesOf, loadSteps } from './cleaning';
import { longTalk, talks } from './texts';

/** What a process of its own tells about cleaning texts of so many megabytes, on its standard output. */
export interface Told {
  readonly milliseconds: number;
  /** The most memory that the process held at any time, in megabytes. */
  readonly peak: number;
}

const [size = '1', shape] = process.argv.slice(2);
const megabytes = Number(size);
const make = await loadSteps();
// What is measured is cleaning, not what the first texts of a process cost.
for (const text of talks(1)) changesOf(text, make());
let milliseconds = 0;
const clean = (name: string, text: string): void => {
  const start = performance.now();
  changesOf({ name, text }, make());
  milliseconds += performance.now() - start;
};
if (shape === 'one') clean('talk.txt', longTalk(megabytes));
// As a batch does: one after another, none kept.
else if (shape === 'many')
  for (let done = 0; done < megabytes; done++) for (const { name, text } of talks(1)) clean(name, text);
const told: Told = { milliseconds, peak: process.resourceUsage().maxRSS / 1000 };
console.log(JSON.stringify(told));
