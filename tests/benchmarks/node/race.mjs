/** Times contenders against each other: interleaved in one process, round after round. */

const SAMPLE_MS = 2;

let loops = 0;

/**
 * Calls a function with each input, again and again. Each runner gets a loop of its own, compiled
 * apart from the others, as it would be in a program that uses just that library: V8 lets functions
 * of one text share what it learned about their calls, so the texts differ by a number.
 */
function makeLoop() {
  return new Function(
    "call",
    "inputs",
    "passes",
    `// loop ${++loops}
     let kept = 0;
     for (let pass = 0; pass < passes; pass++) {
       for (let i = 0; i < inputs.length; i++) if (call(inputs[i])) kept++;
     }
     return kept;`,
  );
}

/** How many passes over the inputs make a sample that a clock can measure. */
function passesFor(runner) {
  const start = performance.now();
  runner.loop(runner.call, runner.inputs, 1);
  return Math.max(1, Math.ceil(SAMPLE_MS / (performance.now() - start)));
}

function nanoseconds({ loop, call, inputs, passes }) {
  const start = performance.now();
  const kept = loop(call, inputs, passes);
  const elapsed = performance.now() - start;
  if (kept !== inputs.length * passes) throw new Error("a payload of the stream was refused");
  return (elapsed * 1e6) / (inputs.length * passes);
}

/**
 * Lets every runner run once a round, in an order that changes, after some rounds to warm up.
 * A runner is a name, a function to call and its inputs; gives nanoseconds an input, a number a
 * round, by the runner's name.
 */
export function race(entries, rounds, warmUp) {
  const runners = entries.map((entry) => ({ ...entry, loop: makeLoop() }));
  for (let round = 0; round < warmUp; round++) {
    for (const runner of runners) runner.loop(runner.call, runner.inputs, 1);
  }
  for (const runner of runners) runner.passes = passesFor(runner);
  const times = Object.fromEntries(runners.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    const first = round % runners.length;
    for (const runner of [...runners.slice(first), ...runners.slice(0, first)]) {
      times[runner.name].push(nanoseconds(runner));
    }
  }
  return times;
}
