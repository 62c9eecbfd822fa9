/** The other side of node_process.py: answers requests, one line of JSON each. */

import { createInterface } from "node:readline";

/** Answers each line of standard input with what a function makes of it, until there are no more. */
export async function answerAll(answer) {
  for await (const line of createInterface({ input: process.stdin })) {
    let reply;
    try {
      reply = { answer: await answer(JSON.parse(line)) };
    } catch (error) {
      reply = { error: String(error?.stack ?? error) };
    }
    process.stdout.write(`${JSON.stringify(reply)}\n`);
  }
}
