"use strict";

// Plays what was recorded of a level: each click is one line of one thread.
readSchedule().then((schedule) => {
  const { threads, holds, distances, next, printed, position, things } = schedule;
  const all = threads.map((name, thread) => thread);
  const player = document.querySelector(".player");
  const part = (name) => player.querySelector("." + name);
  const panes = new Map([...player.querySelectorAll(".pane")].map((pane) => [pane.dataset.file, pane]));
  const code = new Map([...panes].map(([file, pane]) => [file, pane.querySelector("code").textContent.split("\n")]));
  const tell = storyteller(schedule, code);
  const seen = new Set([0]);
  let way = []; // The moves so far: [from, thread].
  let at = 0;
  let leads = false;
  let walk = null;

  function element(name, className = "", ...content) {
    const made = document.createElement(name);
    made.className = className;
    made.append(...content);
    return made;
  }

  /** Text with code in backquotes. */
  function words(text) {
    return text.split("`").map((part, i) => (i % 2 === 0 ? part : element("code", "", part)));
  }

  // Moves.

  function move(thread) {
    const from = at;
    if (next(from, thread) < 0) {
      show(null, [`${threads[thread]} ${position(from, thread).status}: it cannot move.`]);
      return;
    }
    way.push([from, thread]);
    at = next(from, thread);
    seen.add(at);
    show(thread, tell(way, at));
  }

  function undo() {
    if (way.length > 0) {
      const [from, thread] = way.pop();
      at = from;
      show(thread, [`Undone: the last move of ${threads[thread]}.`]);
    }
  }

  /** The first thread that can move, or any. */
  const ready = () => all.find((thread) => next(at, thread) >= 0) ?? 0;

  function restart(said = ["Back at the beginning."]) {
    way = [];
    at = 0;
    show(ready(), said);
  }

  function hint() {
    leads = !leads;
    show(null, leads && distances.get(at) > 0 ? [schedule.hint] : []);
  }

  function walkAtRandom() {
    clearTimeout(walk);
    walk = walk ? null : setTimeout(step, 0, { walks: 1, moves: 0, told: "The first walk.", news: 0 });
    show(null, walk ? [] : ["You have stopped the walk."]);
  }

  /** A walk goes faster and faster, and tells how the last one ended; a program that never ends brings no news. */
  function step({ walks, moves, told, news }) {
    const able = all.filter((thread) => next(at, thread) >= 0);
    if (able.length > 0 && way.length < news + 100) {
      const thread = able[Math.floor(Math.random() * able.length)];
      way.push([at, thread]);
      at = next(at, thread);
      news = seen.has(at) ? news : way.length;
      seen.add(at);
      show(thread, [told]);
    } else {
      const end = able.length > 0 ? ["No new state in 100 moves.", "It has not happened."] : outcome();
      told = `Walk ${walks++}, after ${way.length} moves: ${end.join(" ")}`;
      restart([told]);
      news = 0;
    }
    walk = setTimeout(step, Math.max(5, 150 * 0.98 ** moves), { walks, moves: moves + 1, told, news });
  }

  /** Larger, and without what a class does not need. */
  function project() {
    document.documentElement.classList.toggle("projector");
    way.length > 0 ? show(way[way.length - 1][1], tell(way, at)) : show(ready(), []);
  }

  // What is seen.

  /** @param follow the thread whose file is shown, or null to stay */
  function show(follow, said) {
    all.forEach(showThread);
    const log = way.map((step) => printed(...step)).filter((line) => line !== undefined);
    const now = things(at, log);
    const before = things(way.length > 0 ? way[way.length - 1][0] : at, log);
    ["locks", "jobs", "variables", "own"].forEach((name) => list(name, now[name], before[name]));
    part("jobs").previousElementSibling.hidden = part("jobs").hidden = now.jobs.length === 0;
    part("own").hidden = now.own.length === 0;
    part("variables").hidden = now.variables.length === 0 && now.own.length > 0;
    showChannel(now.channel, before.channel);
    list("log", log, log);
    showOutcome(said);
    if (follow !== null && position(at, follow).frames.length > 0) {
      choose(position(at, follow).frames[0].file);
    }
    showMarks(follow);
  }

  function list(name, items, before, rest = []) {
    const made = items.map((item) => element("li", before.includes(item) ? "" : "new", item));
    made.push(...rest.map((item) => element("li", "free", item)));
    part(name).replaceChildren(...(made.length > 0 ? made : [element("li", "none", "none")]));
  }

  function showChannel(messages, before) {
    const room = Math.max(0, player.dataset.room - messages.length); // It may have no limit.
    const rest = room > 4 ? [`room for ${room.toLocaleString("en")}`] : Array(room).fill("room");
    list("channel", messages, before, rest);
    part("brief").textContent = `Channel: ${messages.join(", ") || "empty"}`;
  }

  function showThread(thread) {
    const button = part("threads").children[thread];
    const [head, line, status] = button.children;
    const [spot] = position(at, thread).frames;
    head.lastChild.textContent = spot ? `${spot.file}:${spot.line}` : "";
    line.textContent = spot ? code.get(spot.file)[spot.line - 1].trim() : "";
    status.textContent = position(at, thread).status;
    button.ariaDisabled = String(next(at, thread) < 0);
    button.classList.toggle("lead", leads && thread === lead());
  }

  /** The thread whose move is the first on the shortest way to the goal. */
  function lead() {
    const far = distances.get(at);
    return far > 0 ? all.find((thread) => distances.get(next(at, thread)) === far - 1) : undefined;
  }

  function showOutcome(said) {
    const hasHappened = schedule.hasHappened(at);
    const why = part("why");
    if (hasHappened !== why.classList.contains("happened")) {
      why.open = hasHappened;
      why.classList.toggle("happened", hasHappened);
      why.scrollIntoView({ block: "nearest" });
    }
    const [states, size] = [seen.size, schedule.size].map((number) => number.toLocaleString("en"));
    part("count").textContent =
      `${way.length} ${way.length === 1 ? "move" : "moves"}, ${states} of ${size} states seen`;
    const isProjected = document.documentElement.classList.contains("projector");
    const pressed = { h: String(leads), w: String(walk !== null), p: String(isProjected) };
    for (const button of player.querySelectorAll(".tools button")) {
      button.ariaPressed = pressed[button.dataset.key] ?? null;
      button.ariaDisabled = String("ur".includes(button.dataset.key) && way.length === 0);
    }
    part("said").ariaLive = walk ? "off" : "polite";
    const rest = walk ? [] : [...outcome(), ...advice()];
    part("said").replaceChildren(...words([...said, ...rest].join(" ")));
  }

  /** How it has ended, or nothing. */
  function outcome() {
    if (schedule.hasHappened(at)) {
      return [...(leads ? ["You are there."] : []), "It has happened: see why this is bad."];
    } else if (all.some((thread) => next(at, thread) >= 0)) {
      return [];
    }
    const haveEnded = all.every((thread) => position(at, thread).hasEnded);
    const refused = way.map((step) => printed(...step)?.match(/^Refused: (.*)/)?.[1]).filter(Boolean);
    const end = haveEnded ? "All threads have ended." : "Nobody can move any more.";
    return [end, "It has not happened.", ...refused.map((job) => `${job} was refused, and its sender knows.`)];
  }

  /** What to do next, for those who have asked for hints, or at the end. */
  function advice() {
    if (leads && distances.get(at) > 0) {
      return [`Next: ${lead() + 1}, ${threads[lead()]}. ${distances.get(at)} to go.`];
    } else if (leads && !distances.has(at)) {
      const moves = [...way].reverse().findIndex(([from]) => distances.has(from)) + 1;
      return [`From here you cannot reach the goal any more: undo ${moves} ${moves === 1 ? "move" : "moves"}.`];
    }
    return holds || distances.has(at) || all.some((thread) => next(at, thread) >= 0) ? [] : ["Undo, or restart."];
  }

  function choose(file) {
    panes.forEach((pane, name) => (pane.hidden = name !== file));
    for (const button of part("files").children) {
      button.ariaPressed = String(button.dataset.file === file);
    }
    const chosen = part("files").querySelector("[aria-pressed=true]");
    part("files").scrollLeft = chosen.offsetLeft - part("files").offsetLeft - 8;
  }

  /** A band for each line where threads are; those that only called are paler. */
  function showMarks(follow) {
    const lines = new Map();
    for (const thread of all) {
      position(at, thread).frames.forEach(({ file, line }, depth) => {
        const here = lines.get(`${file} ${line}`) ?? [];
        if (!here.some((it) => it.thread === thread)) {
          lines.set(`${file} ${line}`, [...here, { thread, file, line, depth }]);
        }
      });
    }
    panes.forEach((pane) => pane.querySelector(".marks").replaceChildren());
    for (const here of lines.values()) {
      const first = here.find(({ depth }) => depth === 0) ?? here[0];
      const band = element("div", `band t${first.thread} ${first.depth > 0 ? "caller" : ""}`);
      band.style.setProperty("--line", first.line);
      const badges = here.map(({ thread, depth }) =>
        element("span", `badge t${thread} ${depth > 0 ? "caller" : ""}`, String(thread + 1)));
      const names = here.filter(({ depth }) => depth === 0).map(({ thread }) => threads[thread]);
      band.append(element("span", "badges", ...badges), element("span", "names", names.join(", ")));
      band.style.setProperty("--length", code.get(first.file)[first.line - 1].length);
      panes.get(first.file).querySelector(".marks").append(band);
      if (here.some(({ thread, depth }) => thread === follow && depth === 0)) {
        follow = null;
        bringIntoView(panes.get(first.file), band, code.get(first.file)[first.line - 1]);
      }
    }
    for (const button of part("files").children) {
      const here = all.filter((thread) => position(at, thread).frames[0]?.file === button.dataset.file);
      const badges = here.map((thread) => element("span", `badge t${thread}`, String(thread + 1)));
      button.replaceChildren(button.dataset.file, " ", ...badges);
    }
  }

  /** Only the pane scrolls, not the page; where it is narrow, past the indentation. */
  function bringIntoView(pane, band, line) {
    const dock = part("turns").getBoundingClientRect().top - pane.getBoundingClientRect().top;
    const height = dock > 100 ? Math.min(dock, pane.clientHeight) : pane.clientHeight; // On a phone, it covers a part.
    const top = band.offsetTop - pane.scrollTop;
    if (top < 40 || top > height - 60) {
      pane.scrollTop = band.offsetTop - height / 3;
    }
    const [badges, names] = band.children;
    const width = (names.offsetLeft - badges.offsetWidth) / (line.length + 2); // Of a character.
    pane.scrollLeft = Math.min(names.offsetLeft - pane.clientWidth, width * line.search(/\S/));
  }

  // What is pressed.

  function build() {
    threads.forEach((name, thread) => {
      const badge = element("span", `badge t${thread}`, String(thread + 1));
      const head = element("span", "head", badge, element("b", "", name), element("span", "where"));
      const content = [head, element("code", "line"), element("span", "status")];
      addButton("threads", `thread t${thread}`, content, () => move(thread)).ariaKeyShortcuts = String(thread + 1);
    });
    for (const [file, pane] of panes) {
      const marks = element("span", "marks");
      marks.ariaHidden = "true"; // The buttons say where the threads are.
      pane.querySelector("pre").prepend(marks);
      addButton("files", "file", [file], () => choose(file)).dataset.file = file;
    }
    for (const button of player.querySelectorAll(".tools button")) {
      button.addEventListener("click", () => press(button.dataset.key));
    }
    addEventListener("keydown", (event) => {
      const hasOtherUse = event.target.closest?.("input, textarea, select, dialog");
      if (!(event.altKey || event.ctrlKey || event.metaKey || hasOtherUse) && press(event.key)) {
        event.preventDefault();
      }
    });
  }

  function addButton(place, className, content, onClick) {
    const button = element("button", className, ...content);
    button.type = "button";
    button.addEventListener("click", onClick);
    part(place).append(button);
    return button;
  }

  /** Whether the key does something here. */
  function press(key) {
    const help = { p: project, ...(holds ? { w: walkAtRandom } : { h: hint }) };
    const turns = Object.fromEntries(all.map((thread) => [thread + 1, () => move(thread)]));
    const action = { u: undo, Backspace: undo, r: () => restart(), ...help, ...turns }[key];
    action?.();
    return Boolean(action);
  }

  player.style.setProperty("--threads", threads.length);
  player.classList.add("plays");
  build();
  choose(schedule.firstFile);
  restart(["Whose turn is it? Each click on a thread runs one line."]);
}).catch((e) => {
  document.querySelector(".said").textContent = `This level cannot be played in this browser: ${e.message}.`;
});
