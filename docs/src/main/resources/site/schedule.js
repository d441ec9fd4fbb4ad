"use strict";

// What was recorded of a level: its states, and the moves from one to another.
async function readSchedule() {
  const data = await unpack(document.getElementById("schedule").textContent);
  const threads = data.threads.length;
  const columns = data.columns.map(sums);
  const states = columns[0].map((first, state) => columns.map((column) => column[state]));
  const words = new Map(data.printed.map(([from, thread, text]) => [`${from} ${thread}`, data.texts[text]]));
  const bad = new Set(data.bad);

  function sums(steps) {
    let sum = 0;
    return steps.map((step) => (sum += step));
  }

  /** The state that a thread's move leads to; less than 0 if it cannot move. */
  const next = (state, thread) => states[state][threads + 1 + thread];

  /** What a thread's move prints, or undefined. */
  const printed = (state, thread) => words.get(`${state} ${thread}`);

  /** What a thread does, in words, its lines from the inside out, and its local variables. */
  function position(state, thread) {
    const [kind, waitsFor, interrupted, spots, locals] = data.positions[states[state][thread]];
    const frames = [];
    for (let i = 0; i < spots.length; i += 2) {
      frames.push({ file: data.files[spots[i]], line: spots[i + 1] });
    }
    const does = ["can move", `waits for ${data.texts[waitsFor]}`, "has ended"][kind];
    const status = does + (interrupted ? ", and is interrupted" : "");
    const named = locals.map((text) => data.texts[text]).filter((text) => text !== "args = String[]");
    return { status, frames, locals: named, waits: kind === 1, hasEnded: kind === 2, interrupted };
  }

  /** What threads share, and what each of them has, in words; a log tells which jobs were refused. */
  function things(state, log) {
    const [channel, locks, counts, fields] = data.shared[states[state][threads]];
    const [messages, owners, values] = [channel, locks, fields].map((texts) => texts.map((text) => data.texts[text]));
    const own = data.threads.flatMap((name, thread) => position(state, thread).locals.map((it) => `${name}: ${it}`));
    const jobs = [];
    for (let i = 0; i < counts.length; i += 3) {
      const [number, runs, isAccepted] = counts.slice(i, i + 3);
      const ran = runs === 0 ? "has not run" : runs === 1 ? "has run" : `has run ${runs} times`;
      const isRefused = log.includes(`Refused: job ${number}`);
      jobs.push(`job ${number}: ${isAccepted === 1 ? "accepted, " : isRefused ? "refused, " : ""}${ran}`);
    }
    return { channel: messages, locks: owners, jobs, variables: values, own };
  }

  /** For each state, the number of moves to the nearest one in which the goal is reached. */
  function distancesToGoal() {
    const before = states.map(() => []);
    states.forEach((row, from) => {
      row.slice(threads + 1).forEach((to) => to >= 0 && before[to].push(from));
    });
    const far = new Map(data.bad.map((state) => [state, 0]));
    for (const [state, moves] of far) {
      before[state].forEach((from) => far.has(from) || far.set(from, moves + 1));
    }
    return far;
  }

  return {
    size: states.length,
    threads: data.threads,
    firstFile: data.files[0],
    holds: data.holds,
    hint: data.hint,
    hasHappened: (state) => bad.has(state),
    distances: distancesToGoal(),
    next,
    printed,
    position,
    things,
  };
}
