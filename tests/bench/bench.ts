import { benchMatching } from './matching';

const benches = { matching: benchMatching };

const wanted = process.argv.slice(2);
for (const [name, run] of Object.entries(benches)) {
  if (wanted.length === 0 || wanted.includes(name)) run();
}
