"use strict";

// Plays what was recorded of a level: each click is one line of one thread.
readSchedule().then((schedule) => {
  const { threads, holds, distances, next, printed, position, things } = schedule;
  const all = threads.map((name, thread) => thread);
  const player = document.querySelector(".player");
  const part = (name) => player.querySelector("." + name);
  const panes = new Map([...player.querySelectorAll(".pane")].map((pane) => [pane.dataset.file, pane]));
  const code = new Map([...panes].map(([file, pane]) => [file, pane.querySelector("code").textContent.split("\n")]));
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
    show(thread, [ran(from, thread), ...others(from, thread)]);
  }

  function ran(from, thread) {
    const [{ file, line }] = position(from, thread).frames;
    const text = printed(from, thread);
    const prints = text === undefined ? "" : ` and printed "${text}"`;
    const then = next(at, thread) < 0 ? `, and now ${position(at, thread).status}` : "";
    return `${threads[thread]} ran ${file}:${line}${prints}${then}.`;
  }

  /** What a move changed for those that did not make it. */
  function others(from, mover) {
    return all
      .filter((thread) => thread !== mover && position(from, thread).status !== position(at, thread).status)
      .map((thread) => `${threads[thread]} now ${position(at, thread).status}.`);
  }

  function undo() {
    if (way.length > 0) {
      const [from, thread] = way.pop();
      at = from;
      show(thread, [`Undone: the last move of ${threads[thread]}.`]);
    }
  }

  function restart() {
    way = [];
    at = 0;
    show(0, ["Back at the beginning."]);
  }

  function hint() {
    leads = !leads;
    show(null, leads ? [schedule.hint] : []);
  }

  function walkAtRandom() {
    if (walk) {
      clearInterval(walk);
      walk = null;
      show(null, [`You have seen ${seen.size} of ${schedule.size} states.`]);
    } else {
      walk = setInterval(() => {
        const able = all.filter((thread) => next(at, thread) >= 0);
        able.length > 0 ? move(able[Math.floor(Math.random() * able.length)]) : restart();
      }, 100);
      show(null, []);
    }
  }

  // What is seen.

  /** @param follow the thread whose file is shown, or null to stay */
  function show(follow, said) {
    all.forEach(showThread);
    const now = things(at);
    const before = things(way.length > 0 ? way[way.length - 1][0] : at);
    ["locks", "jobs", "variables"].forEach((name) => list(name, now[name], before[name]));
    showChannel(now.channel, before.channel);
    const lines = way.map((step) => printed(...step)).filter((line) => line !== undefined);
    list("log", lines, lines);
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
    part("count").textContent = `${way.length} ${way.length === 1 ? "move" : "moves"}`;
    document.querySelector(".seen").textContent = `You have seen ${seen.size.toLocaleString("en")} states.`;
    for (const button of player.querySelectorAll(".tools button")) {
      button.ariaPressed = { h: String(leads), w: String(walk !== null) }[button.dataset.key] ?? null;
      button.ariaDisabled = String("ur".includes(button.dataset.key) && way.length === 0);
    }
    part("said").ariaLive = walk ? "off" : "polite";
    part("said").textContent = [...said, ...outcome(hasHappened)].join(" ");
  }

  function outcome(hasHappened) {
    if (hasHappened) {
      return ["It has happened: see why this is bad."];
    }
    const isOver = all.every((thread) => next(at, thread) < 0);
    const haveEnded = all.every((thread) => position(at, thread).frames.length === 0);
    const end = isOver ? [haveEnded ? "All threads have ended." : "Nobody can move any more."] : [];
    if (leads && !distances.has(at)) {
      return [...end, "From here it cannot go wrong any more: undo, or restart."];
    } else if (leads) {
      return [`Next: ${lead() + 1}, ${threads[lead()]}. ${distances.get(at)} to go.`];
    }
    return isOver && !holds ? [...end, "It has not happened this time: undo, or restart."] : end;
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
      for (const { thread, depth } of here) {
        band.append(element("span", `badge t${thread} ${depth > 0 ? "caller" : ""}`, String(thread + 1)));
      }
      const names = here.filter(({ depth }) => depth === 0).map(({ thread }) => threads[thread]);
      band.append(element("span", "names", names.join(", ")));
      panes.get(first.file).querySelector(".marks").append(band);
      if (here.some(({ thread, depth }) => thread === follow && depth === 0)) {
        follow = null;
        bringIntoView(panes.get(first.file), band);
      }
    }
    for (const button of part("files").children) {
      const here = all.filter((thread) => position(at, thread).frames[0]?.file === button.dataset.file);
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
    const help = holds ? { w: walkAtRandom } : { h: hint };
    const turns = Object.fromEntries(all.map((thread) => [thread + 1, () => move(thread)]));
    const action = { u: undo, Backspace: undo, r: restart, ...help, ...turns }[key];
    action?.();
    return Boolean(action);
  }

  player.classList.add("plays");
  build();
  choose(schedule.firstFile);
  show(0, ["Whose turn is it? Each click on a thread runs one line."]);
}).catch((e) => {
  document.querySelector(".said").textContent = `This level cannot be played in this browser: ${e.message}.`;
});
