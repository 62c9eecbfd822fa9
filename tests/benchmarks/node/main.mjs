/**
 * The race in TypeScript: decode and `is`, every contender on the same stream, in one process.
 *
 * Usage: node main.mjs, with a JSON object on standard input:
 *
 * - `stream` and `cases`, by protocol: the texts to read, and the payloads with a known verdict,
 *   each {text, type, valid, number, peers}; `number` is the verdict of a reader whose integers are
 *   doubles, and `peers` says whether the peers are asked about it
 * - `large`: event frames with large tool results, by what these are
 * - `bindings`: the compiled modules, by mode of integers (`number` or `bigint`) and protocol
 * - `rounds`
 *
 * Writes a JSON object: times in nanoseconds a payload, as `race` gives them, of `decode`, `is` and
 * `isAfterInvalid` by protocol and of `decodeLarge` as `large` is, and counts of `wrong` verdicts by contender.
 */

import { readFileSync } from "node:fs";
import { contenders, importBindings, OURS, PARSE_ALONE } from "./contenders.mjs";
import { race } from "./race.mjs";

const WARM_UP = 20;
const task = JSON.parse(readFileSync(0, "utf8"));
const protocols = Object.keys(task.stream);
const everybody = await contenders(task.bindings.number);
const parsed = Object.fromEntries(
  protocols.map((protocol) => [protocol, task.stream[protocol].map((text) => JSON.parse(text))]),
);

function tell(what) {
  process.stderr.write(`TypeScript: ${what}\n`);
}

function byProtocol(make) {
  return Object.fromEntries(protocols.map((protocol) => [protocol, make(protocol)]));
}

function raceDecoding(protocol, inputs) {
  tell(`decode, ${protocol}`);
  const runners = everybody.map((each) => ({
    name: each.name,
    call: each[protocol].decode,
    inputs,
  }));
  const alone = { name: PARSE_ALONE, call: (text) => JSON.parse(text), inputs };
  return race([alone, ...runners], task.rounds, WARM_UP);
}

function raceIs(protocol) {
  tell(`is, ${protocol}`);
  const runners = everybody.map((each) => ({
    name: each.name,
    call: each[protocol].is,
    inputs: parsed[protocol],
  }));
  return race(runners, task.rounds, WARM_UP);
}

/** Lets everybody see every invalid payload once: other shapes, other paths through the code. */
function showInvalid() {
  tell("a pass over all invalid payloads");
  for (const protocol of protocols) {
    for (const { text, valid } of task.cases[protocol]) {
      if (valid) continue;
      let value;
      try {
        value = JSON.parse(text);
      } catch {
        continue;
      }
      for (const each of everybody) each[protocol].is(value);
    }
  }
}

function takes(decode, text) {
  try {
    decode(text);
    return true;
  } catch {
    return false;
  }
}

function countWrongOfPeers() {
  const counts = {};
  for (const each of everybody.filter(({ name }) => name !== OURS)) {
    counts[each.name] = 0;
    for (const protocol of protocols) {
      for (const { text, valid, peers } of task.cases[protocol]) {
        if (peers && takes(each[protocol].decode, text) !== valid) counts[each.name]++;
      }
    }
  }
  return counts;
}

async function countWrongOfOurs() {
  const counts = {};
  for (const [mode, paths] of Object.entries(task.bindings)) {
    counts[mode] = 0;
    for (const protocol of protocols) {
      const bindings = await importBindings(paths[protocol]);
      for (const { text, type, valid, number } of task.cases[protocol]) {
        const owed = mode === "number" ? number : valid;
        if (owed !== null && takes(bindings[`decode${type}`], text) !== owed) counts[mode]++;
      }
    }
  }
  return counts;
}

const decode = byProtocol((protocol) => raceDecoding(protocol, task.stream[protocol]));
const is = byProtocol(raceIs);
const decodeLarge = Object.fromEntries(
  Object.entries(task.large).map(([kind, texts]) => [kind, raceDecoding("event_frame", texts)]),
);
showInvalid();
const isAfterInvalid = byProtocol(raceIs);
tell("verdicts of every contender");
const wrong = { ours: await countWrongOfOurs(), peers: countWrongOfPeers() };
process.stdout.write(JSON.stringify({ decode, decodeLarge, is, isAfterInvalid, wrong }));
