import { type Folding, plainFolding } from './fold';

/**
 * Many literals searched in one pass (Aho and Corasick, "Efficient string matching", 1975) on typed arrays: the work
 * grows with the text and with what is found, not with the number of literals.
 */
export interface Automaton {
  /**
   * Calls `found(literal, from, to)` for every occurrence of every literal in `text`, overlapping ones included, by
   * where they end. A space in a literal stands for any run of what the folding makes spaces: of white space with at
   * most one line break, or of all that may stand in the middle of a term.
   */
  search(text: string, found: (literal: number, from: number, to: number) => void): void;
}

/** A table of all first symbols takes 256 kB; a list that runs in order has an automaton for each of its rules. */
const worthATable = 32;

const lineFeed = 10;
const space = 32;

/** Builds the automaton of `literals`, which are folded in the same way and not empty; their index is their name. */
export function buildAutomaton(literals: readonly string[], folding: Folding = plainFolding): Automaton {
  const trie = buildTrie(literals);
  const { root, edges, fail, output, outputLink, sameState, depth } = trie;
  const longest = literals.reduce((length, literal) => Math.max(length, literal.length), 1);
  const ringSize = 2 ** Math.ceil(Math.log2(longest + 1));
  const ringMask = ringSize - 1;
  const starts = new Int32Array(ringSize);
  // A term that is split may be split by the border of two blocks.
  const mostBreaks = folding === plainFolding ? 1 : 3;

  const step = (state: number, symbol: number): number =>
    state === 0 && root.length > 0 ? (root[symbol] ?? 0) : edges.get(state, symbol);

  return {
    search(text, found) {
      let state = 0;
      let fed = 0; // symbols fed so far: a run of white space is one
      let inSpace = false;
      let breaks = 0;
      for (let i = 0; i < text.length; i++) {
        const code = text.charCodeAt(i);
        const symbol = folding[code] ?? code;
        if (symbol === space) {
          if (code === lineFeed) breaks++;
          if (inSpace) {
            if (breaks > mostBreaks) state = 0;
            continue;
          }
          inSpace = true;
        } else {
          inSpace = false;
          breaks = 0;
        }
        starts[fed & ringMask] = i;
        fed++;
        let next = step(state, symbol);
        while (next === 0 && state !== 0) {
          state = fail[state] ?? 0;
          next = step(state, symbol);
        }
        state = next;
        if (state === 0) continue;
        for (
          let at = output[state] === -1 ? (outputLink[state] ?? 0) : state;
          at !== 0;
          at = outputLink[at] ?? 0
        ) {
          const from = starts[(fed - (depth[at] ?? 0)) & ringMask] ?? 0;
          for (let literal = output[at] ?? -1; literal !== -1; literal = sameState[literal] ?? -1) {
            found(literal, from, i + 1);
          }
        }
      }
    },
  };
}

interface Trie {
  /** The state after one symbol: the table that most of a text is read with. Empty where few literals are not worth it. */
  readonly root: Int32Array;
  readonly edges: EdgeTable;
  /** The state of the longest proper suffix that is in the trie. */
  readonly fail: Int32Array;
  /** The first literal that ends in a state, or -1. */
  readonly output: Int32Array;
  /** The nearest state on the way of `fail` in which a literal ends, or 0. */
  readonly outputLink: Int32Array;
  /** The next literal that ends in the same state, or -1. */
  readonly sameState: Int32Array;
  /** The length of a state's path. */
  readonly depth: Int32Array;
}

function buildTrie(literals: readonly string[]): Trie {
  const size = literals.reduce((sum, literal) => sum + literal.length, 1);
  const edges = new EdgeTable(size);
  const output = new Int32Array(size).fill(-1);
  const sameState = new Int32Array(literals.length).fill(-1);
  const depth = new Int32Array(size);
  const parent = new Int32Array(size);
  const symbolOf = new Uint16Array(size);
  let states = 1;
  // From the last to the first, so that a state lists its literals in their own order.
  for (let literal = literals.length - 1; literal >= 0; literal--) {
    let state = 0;
    const text = literals[literal] ?? '';
    for (let i = 0; i < text.length; i++) {
      const symbol = text.charCodeAt(i);
      let next = edges.get(state, symbol);
      if (next === 0) {
        next = states++;
        edges.set(state, symbol, next);
        depth[next] = i + 1;
        parent[next] = state;
        symbolOf[next] = symbol;
      }
      state = next;
    }
    sameState[literal] = output[state] ?? -1;
    output[state] = literal;
  }

  const fail = new Int32Array(states);
  const outputLink = new Int32Array(states);
  const byDepth = Int32Array.from({ length: states - 1 }, (_, i) => i + 1).sort(
    (a, b) => (depth[a] ?? 0) - (depth[b] ?? 0),
  );
  for (const state of byDepth) {
    const symbol = symbolOf[state] ?? 0;
    let from = parent[state] ?? 0;
    let target = 0;
    while (from !== 0 && target === 0) {
      from = fail[from] ?? 0;
      target = edges.get(from, symbol);
    }
    fail[state] = target;
    outputLink[state] = output[target] === -1 ? (outputLink[target] ?? 0) : target;
  }
  const root = new Int32Array(literals.length >= worthATable ? 65536 : 0);
  for (let symbol = 0; symbol < root.length; symbol++) root[symbol] = edges.get(0, symbol);
  return { root, edges, fail, output, outputLink, sameState, depth };
}

/** (state, symbol) → state, by open addressing. State 0 is the root and never a target, so 0 means "none". */
class EdgeTable {
  readonly #mask: number;
  readonly #states: Int32Array;
  readonly #symbols: Uint16Array;
  readonly #targets: Int32Array;

  constructor(edges: number) {
    const capacity = 2 ** Math.ceil(Math.log2(Math.max(16, edges * 4)));
    this.#mask = capacity - 1;
    this.#states = new Int32Array(capacity);
    this.#symbols = new Uint16Array(capacity);
    this.#targets = new Int32Array(capacity);
  }

  get(state: number, symbol: number): number {
    const mask = this.#mask;
    for (let slot = hash(state, symbol) & mask; ; slot = (slot + 1) & mask) {
      const target = this.#targets[slot] ?? 0;
      if (target === 0 || (this.#states[slot] === state && this.#symbols[slot] === symbol)) return target;
    }
  }

  set(state: number, symbol: number, target: number): void {
    let slot = hash(state, symbol) & this.#mask;
    while (this.#targets[slot] !== 0) slot = (slot + 1) & this.#mask;
    this.#states[slot] = state;
    this.#symbols[slot] = symbol;
    this.#targets[slot] = target;
  }
}

function hash(state: number, symbol: number): number {
  const mixed = Math.imul(state ^ Math.imul(symbol, 0x9e3779b1), 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}
