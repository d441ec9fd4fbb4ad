"use strict";

// Plays what was recorded of a level: each click is one line of one thread.
(function () {
  const data = JSON.parse(document.getElementById("schedule").textContent);
  const threads = data.threads.length;
  const bad = new Set(data.bad);
  const words = new Map(data.printed.map(([from, thread, text]) => [`${from} ${thread}`, data.texts[text]]));
  const player = document.querySelector(".player");
  const part = (name) => player.querySelector("." + name);
  const panes = new Map([...player.querySelectorAll(".pane")].map((pane) => [pane.dataset.file, pane]));
  const code = new Map([...panes].map(([file, pane]) => [file, pane.querySelector("code").textContent.split("\n")]));
  const distances = distancesToGoal();
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

  const next = (state, thread) => data.states[state][threads + 1 + thread];

  function position(state, thread) {
    const [status, waitsFor, interrupted, spots, locals] = data.positions[data.states[state][thread]];
    const frames = [];
    for (let i = 0; i < spots.length; i += 2) {
      frames.push({ file: data.files[spots[i]], line: spots[i + 1] });
    }
    const reason = status === 2 ? "has ended" : status === 1 ? `waits for ${data.texts[waitsFor]}` : "";
    return { reason, frames, isInterrupted: interrupted === 1, locals: locals.map((text) => data.texts[text]) };
  }

  function shared(state) {
    const [channel, locks, counts, fields] = data.shared[data.states[state][threads]];
    const [messages, owners, values] = [channel, locks, fields].map((all) => all.map((text) => data.texts[text]));
    const jobs = [];
    for (let i = 0; i < counts.length; i += 3) {
      jobs.push(job(counts[i], counts[i + 1], counts[i + 2] === 1));
    }
    return { channel: messages, locks: owners, jobs, variables: values };
  }

  function job(number, runs, isAccepted) {
    const ran = runs === 0 ? "has not run" : runs === 1 ? "has run" : `has run ${runs} times`;
    return `job ${number} ${ran}${isAccepted ? "; its sender believes that it will run, or ran" : ""}`;
  }

  /** For each state, the number of moves to the nearest one in which the goal is reached. */
  function distancesToGoal() {
    const before = data.states.map(() => []);
    data.states.forEach((row, from) => {
      row.slice(threads + 1).forEach((to) => to >= 0 && before[to].push(from));
    });
    const far = new Map(data.bad.map((state) => [state, 0]));
    for (const [state, moves] of far) {
      before[state].forEach((from) => far.has(from) || far.set(from, moves + 1));
    }
    return far;
  }

  const all = () => data.threads.map((name, thread) => thread);
  const isOver = () => all().every((thread) => next(at, thread) < 0);

  // Moves.

  function move(thread) {
    if (next(at, thread) < 0) {
      say(`${data.threads[thread]} ${position(at, thread).reason}, and cannot move.`);
      return;
    }
    const from = at;
    way.push([from, thread]);
    at = next(from, thread);
    seen.add(at);
    show(thread, [ran(from, thread), ...others(from, thread)]);
  }

  function ran(from, thread) {
    const [{ file, line }] = position(from, thread).frames;
    const prints = words.has(`${from} ${thread}`) ? ` and printed "${words.get(`${from} ${thread}`)}"` : "";
    const now = position(at, thread).reason;
    return `${data.threads[thread]} ran ${file}:${line}${prints}${now && `, and ${now} now`}.`;
  }

  /** What a move changed for those that did not make it. */
  function others(from, mover) {
    return all().flatMap((thread) => {
      const before = position(from, thread);
      const now = position(at, thread);
      const interrupted = now.isInterrupted && !before.isInterrupted ? [`${data.threads[thread]} is interrupted.`] : [];
      const moved = thread !== mover && before.reason !== now.reason;
      return interrupted.concat(moved ? `${data.threads[thread]} ${now.reason || "can go on"}.` : []);
    });
  }

  function undo() {
    if (way.length > 0) {
      const [from, thread] = way.pop();
      at = from;
      show(thread, [`Undone: ${data.threads[thread]} is where it was.`]);
    }
  }

  function restart() {
    way = [];
    at = 0;
    show(firstReady(), ["Back at the beginning."]);
  }

  const firstReady = () => Math.max(0, all().findIndex((thread) => next(at, thread) >= 0));

  function hint() {
    leads = !leads;
    show(null, leads && data.hint ? [data.hint.replaceAll("`", "")] : []);
  }

  function walkAtRandom() {
    if (walk) {
      clearInterval(walk);
      walk = null;
      show(null, [`You have seen ${seen.size} of ${data.states.length} states.`]);
    } else {
      walk = setInterval(() => {
        const able = all().filter((thread) => next(at, thread) >= 0);
        able.length > 0 ? move(able[Math.floor(Math.random() * able.length)]) : restart();
      }, 100);
      show(null, []);
    }
  }

  // What is seen.

  /** @param follow the thread whose file is shown, or null to stay */
  function show(follow, said) {
    all().forEach(showThread);
    const now = shared(at);
    const before = way.length > 0 ? shared(way[way.length - 1][0]) : now;
    for (const name of ["locks", "jobs"]) {
      list(part(name), now[name], before[name]);
    }
    showChannel(now.channel, before.channel);
    const was = way.length > 0 ? variables(way[way.length - 1][0]) : variables(at);
    list(part("variables"), variables(at), was);
    const lines = way.filter(([from, thread]) => words.has(`${from} ${thread}`));
    part("log").replaceChildren(...lines.map((it) => element("li", "", words.get(it.join(" ")))));
    showOutcome(said);
    if (follow !== null && position(at, follow).frames.length > 0) {
      choose(position(at, follow).frames[0].file);
    }
    showMarks(follow);
  }

  function variables(state) {
    const own = all().flatMap((thread) => position(state, thread).locals.map((it) => `${data.threads[thread]}: ${it}`));
    return shared(state).variables.concat(own);
  }

  function list(place, items, before) {
    const made = items.map((item) => element("li", before.includes(item) ? "" : "new", item));
    place.replaceChildren(...(made.length > 0 ? made : [element("li", "none", "none")]));
  }

  function showChannel(messages, before) {
    const room = player.dataset.room === "" ? 0 : player.dataset.room - messages.length;
    const boxes = messages.map((it) => element("li", before.includes(it) ? "" : "new", it));
    for (let i = 0; room <= 4 && i < room; i++) {
      boxes.push(element("li", "free", "free"));
    }
    if (room > 4) {
      boxes.push(element("li", "rest", `and room for ${room.toLocaleString("en")}${boxes.length > 0 ? " more" : ""}`));
    } else if (boxes.length === 0) {
      boxes.push(element("li", "none", "empty"));
    }
    part("channel").replaceChildren(...boxes);
  }

  function showThread(thread) {
    const { reason, frames, isInterrupted } = position(at, thread);
    const button = part("threads").children[thread];
    const [head, line, state] = button.children;
    const [spot] = frames;
    head.lastChild.textContent = spot ? `${spot.file}:${spot.line}` : "";
    line.textContent = spot ? code.get(spot.file)[spot.line - 1].trim() : "";
    state.textContent = (reason || "can move") + (isInterrupted ? "; its interrupt flag is set" : "");
    button.ariaDisabled = String(reason !== "");
    button.classList.toggle("lead", leads && thread === lead());
  }

  /** The thread whose move is the first on the shortest way to the goal. */
  function lead() {
    const far = distances.get(at);
    return far > 0 ? all().find((thread) => distances.get(next(at, thread)) === far - 1) : undefined;
  }

  function showOutcome(said) {
    const hasHappened = bad.has(at);
    const why = part("why");
    if (hasHappened !== why.classList.contains("happened")) {
      why.open = hasHappened;
      why.classList.toggle("happened", hasHappened);
    }
    part("count").textContent = `${way.length} ${way.length === 1 ? "move" : "moves"}`;
    document.querySelector(".seen").textContent = `You have seen ${seen.size.toLocaleString("en")} of them.`;
    for (const button of player.querySelectorAll(".tools button")) {
      button.ariaPressed = { h: String(leads), w: String(walk !== null) }[button.dataset.key] ?? null;
      button.ariaDisabled = String("ur".includes(button.dataset.key) && way.length === 0);
    }
    part("said").ariaLive = walk ? "off" : "polite";
    say([...said, ...outcome(hasHappened)].join(" "));
  }

  function outcome(hasHappened) {
    if (hasHappened) {
      return ["It has happened: read on below why that is bad."];
    }
    const end = isOver() ? [all().every((it) => position(at, it).reason === "has ended") ? "All threads have ended." : "Nobody can move."] : [];
    if (leads && !distances.has(at)) {
      return [...end, "From here it cannot go wrong any more: undo, or restart."];
    } else if (leads) {
      return [`Next: ${lead() + 1}, ${data.threads[lead()]}. ${distances.get(at)} to go.`];
    }
    return end.concat(isOver() && !data.holds ? "It has not happened this time: undo, or restart." : []);
  }

  function say(text) {
    part("said").textContent = text;
  }

  function choose(file) {
    panes.forEach((pane, name) => (pane.hidden = name !== file));
    for (const button of part("files").children) {
      button.ariaPressed = String(button.dataset.file === file);
    }
  }

  /** A band for each line where threads are; those that only called are paler. */
  function showMarks(follow) {
    const lines = new Map();
    for (const thread of all()) {
      position(at, thread).frames.forEach(({ file, line }, depth) => {
        const key = `${file} ${line}`;
        lines.set(key, [...(lines.get(key) ?? []), { thread, file, line, depth }]);
      });
    }
    panes.forEach((pane) => pane.querySelector(".marks").replaceChildren());
    for (const here of lines.values()) {
      const first = here.find(({ depth }) => depth === 0) ?? here[0];
      const band = element("div", `band t${first.thread} ${first.depth > 0 ? "caller" : ""}`);
      band.style.setProperty("--line", first.line);
      for (const { thread, depth } of here) {
        band.append(element("span", `badge t${thread} ${depth > 0 ? "caller" : ""}`, String(thread + 1)));
      }
      const names = here.filter(({ depth }) => depth === 0).map(({ thread }) => data.threads[thread]);
      band.append(element("span", "names", names.join(", ")));
      panes.get(first.file).querySelector(".marks").append(band);
      if (here.some(({ thread, depth }) => thread === follow && depth === 0)) {
        follow = null;
        bringIntoView(panes.get(first.file), band);
      }
    }
    for (const button of part("files").children) {
      const here = all().filter((thread) => position(at, thread).frames[0]?.file === button.dataset.file);
      const badges = here.map((thread) => element("span", `badge t${thread}`, String(thread + 1)));
      button.replaceChildren(button.dataset.file, " ", ...badges);
    }
  }

  /** Only the pane scrolls, not the page. */
  function bringIntoView(pane, band) {
    const top = band.offsetTop - pane.scrollTop;
    if (top < 40 || top > pane.clientHeight - 60) {
      pane.scrollTop = band.offsetTop - pane.clientHeight / 3;
    }
    pane.scrollLeft = 0;
  }

  // What is pressed.

  function build() {
    data.threads.forEach((name, thread) => {
      const badge = element("span", `badge t${thread}`, String(thread + 1));
      const head = element("span", "head", badge, element("b", "", name), element("span", "where"));
      const button = element("button", `thread t${thread}`, head, element("code", "line"), element("span", "state"));
      button.type = "button";
      button.setAttribute("aria-keyshortcuts", String(thread + 1));
      button.addEventListener("click", () => move(thread));
      part("threads").append(button);
    });
    for (const file of panes.keys()) {
      const button = element("button", "file");
      button.type = "button";
      button.dataset.file = file;
      button.addEventListener("click", () => choose(file));
      part("files").append(button);
    }
    for (const button of player.querySelectorAll(".tools button")) {
      button.setAttribute("aria-keyshortcuts", button.dataset.key + (button.dataset.key === "u" ? " Backspace" : ""));
      button.addEventListener("click", () => press(button.dataset.key));
    }
    addEventListener("keydown", (event) => {
      const isPlain = !(event.altKey || event.ctrlKey || event.metaKey);
      const hasOtherUse = event.target.closest?.("input, textarea, select, dialog");
      if (isPlain && !hasOtherUse && press(event.key)) {
        event.preventDefault();
      }
    });
  }

  /** Whether the key does something here. */
  function press(key) {
    if (/^[1-9]$/.test(key) && key <= threads) {
      move(key - 1);
    } else {
      const action = { u: undo, Backspace: undo, r: restart, h: data.holds ? null : hint, w: data.holds ? walkAtRandom : null }[key];
      action?.();
      return Boolean(action);
    }
    return true;
  }

  player.classList.add("plays");
  build();
  choose([...panes.keys()][0]);
  show(firstReady(), ["Whose turn is it? Each click on a thread runs one line."]);
})();
