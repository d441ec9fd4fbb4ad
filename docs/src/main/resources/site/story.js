"use strict";

// What a move did, in words; code is in backquotes.
function storyteller({ threads, next, printed, position }, code) {
  const text = ({ file, line }) => code.get(file)[line - 1].trim();
  const place = ({ file, line }) => `${file}:${line}`;
  const isSame = (one, other) => place(one) === place(other);

  /** @param way the moves up to this one: [from, thread] */
  function tell(way, to) {
    const [from, mover] = way[way.length - 1];
    const others = threads.map((name, thread) => thread).filter((thread) => thread !== mover);
    return [ran(way, to), ...others.map((thread) => changed(thread, from, to))].filter(Boolean);
  }

  function ran(way, to) {
    const [from, mover] = way[way.length - 1];
    const before = position(from, mover).frames;
    const { frames, status } = position(to, mover);
    const hasBegun = frames.length > before.length && isSame(frames[frames.length - before.length], before[0]);
    const verb = hasBegun ? "began" : hasCalled(way.slice(0, -1), mover, before) ? "finished" : "ran";
    const line = printed(from, mover);
    const ends = next(to, mover) < 0 ? `now ${status}` : moved(before, frames);
    const parts = [line === undefined ? "" : `printed "${line}"`, ends].filter(Boolean).join(", and ");
    const told = `${threads[mover]} ${verb} \`${text(before[0])}\` (${place(before[0])})`;
    return `${told}${parts ? `, and ${parts}` : ""}.`.replace(/([.!]")\.$/, "$1");
  }

  /** Where a call or a return has led, or nothing. */
  function moved(before, frames) {
    if (frames.length > before.length) {
      const caller = frames[frames.length - before.length];
      const from = isSame(caller, before[0]) ? "" : `, from line ${caller.line}`;
      return `went into ${place(frames[0])}${from}`;
    }
    return frames.length < before.length ? `is back in ${place(frames[0])}` : "";
  }

  /** Whether the thread's last move came back to this line, which had called. */
  function hasCalled(way, mover, frames) {
    const last = way.filter(([, thread]) => thread === mover).pop();
    const above = last ? position(last[0], mover).frames : [];
    return above.length > frames.length && isSame(above[above.length - frames.length], frames[0]);
  }

  /** What a move of another thread has changed for this one. */
  function changed(thread, from, to) {
    const before = position(from, thread);
    const now = position(to, thread);
    if (before.waits && !now.waits) {
      const got = now.locals.find((local) => /^(message|job) = /.test(local) && !before.locals.includes(local));
      return `${threads[thread]}, which waited, goes on${got ? `: it has got ${got.replace(/.* = /, "")}` : ""}.`;
    }
    return before.status === now.status ? "" : `${threads[thread]} now ${now.status}.`;
  }

  return tell;
}
