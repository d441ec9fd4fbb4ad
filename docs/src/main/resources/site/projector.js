"use strict";

// Shows the sheets of a page one at a time, as large as they fit; and the switch of the diff pages.
(function () {
  const root = document.documentElement;
  const dialog = document.createElement("dialog");
  dialog.className = "projector";
  dialog.ariaLabel = "Projector";
  dialog.innerHTML = `
    <div class="bar">
      <span class="what"></span>
      <span class="where"></span>
      <span class="clock" hidden></span>
      <span class="count" role="status"></span>
      <span class="keys">
        <button data-step="-1" aria-label="Back">\u2190</button>
        <button data-step="1" aria-label="Next">\u2192</button>
        <button data-notes aria-label="Notes">n</button>
        <button data-close aria-label="Close">\u2715</button>
      </span>
    </div>
    <div class="view" tabindex="0"></div>
    <div class="notes" tabindex="0" hidden></div>`;
  const part = (name) => dialog.querySelector(name);
  const view = part(".view");
  let sheets = [];
  let at = 0;
  let start = 0;

  function remember(key, value) {
    try {
      localStorage.setItem(key, value);
    } catch {
      // Then it holds for this page only.
    }
  }

  function remembered(key) {
    try {
      return localStorage.getItem(key);
    } catch {
      return null; // The reader allows pages to remember nothing.
    }
  }

  function fit() {
    // 24 px on a projector of 768 lines: the back row can read it.
    const least = Math.max(14, innerHeight / 32);
    const fits = () => view.scrollWidth <= view.clientWidth && view.scrollHeight <= view.clientHeight;
    let size = innerHeight / 17;
    view.classList.remove("wraps");
    view.style.fontSize = `${size}px`;
    while (!fits() && size > least) {
      size = Math.max(least, size * 0.97);
      view.style.fontSize = `${size}px`;
    }
    view.classList.toggle("wraps", view.scrollWidth > view.clientWidth);
  }

  function show(index) {
    at = Math.max(0, Math.min(sheets.length - 1, index));
    remember(location.pathname, sheets[at].id);
    const copy = sheets[at].cloneNode(true);
    copy.removeAttribute("id");
    copy.querySelectorAll("[id]").forEach((element) => element.removeAttribute("id"));
    const head = copy.querySelector(".head");
    const notes = copy.querySelector(".notes");
    part(".what").innerHTML = head.firstElementChild.innerHTML;
    part(".where").innerHTML = head.lastElementChild.innerHTML;
    part(".count").textContent = `${at + 1} / ${sheets.length}`;
    head.remove();
    notes?.remove();
    part(".notes").replaceChildren(...(notes ? notes.childNodes : []));
    part("[data-notes]").hidden = !document.querySelector(".notes");
    view.replaceChildren(copy);
    view.scrollTop = 0;
    fit();
  }

  function step(by) {
    // What does not fit is read to its end first.
    const room = by > 0 ? view.scrollHeight - view.clientHeight - view.scrollTop : view.scrollTop;
    if (room > 1) {
      view.scrollBy(0, by * view.clientHeight * 0.8);
    } else if (sheets[at + by]) {
      show(at + by);
    }
  }

  function open() {
    sheets = [...document.querySelectorAll(".sheet")].filter((sheet) => !sheet.closest("details:not([open])"));
    if (sheets.length === 0) {
      return;
    }
    const target = sheets.findIndex((sheet) => "#" + sheet.id === location.hash);
    const seen = sheets.findIndex((sheet) => sheet.getBoundingClientRect().bottom > innerHeight / 4);
    dialog.showModal();
    start = Date.now();
    tick();
    show(target >= 0 ? target : seen >= 0 ? seen : sheets.length - 1);
    view.focus();
  }

  /** For whoever reads the notes: the minutes since the projector was opened. */
  function tick() {
    part(".clock").textContent = `${Math.floor((Date.now() - start) / 60_000)} min`;
  }

  function toggleNotes() {
    part(".notes").hidden = !part(".notes").hidden;
    part(".clock").hidden = part(".notes").hidden;
    fit();
  }

  const keys = {
    ArrowRight: () => step(1),
    ArrowLeft: () => step(-1),
    ArrowDown: () => step(1),
    ArrowUp: () => step(-1),
    " ": () => step(1),
    PageDown: () => step(1),
    PageUp: () => step(-1),
    Home: () => show(0),
    End: () => show(sheets.length - 1),
    n: toggleNotes,
    p: () => dialog.close(),
  };

  // Before the page's own keys, which are not meant while it is hidden.
  window.addEventListener(
    "keydown",
    (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) {
        return;
      }
      if (!dialog.open) {
        if (event.key === "p" && !event.target.closest?.("input, textarea, select")) {
          event.preventDefault();
          open();
        }
        return;
      }
      event.stopImmediatePropagation();
      const isPress = event.key === " " && event.target.closest?.("button");
      if (keys[event.key] && !isPress) {
        event.preventDefault();
        keys[event.key]();
      }
    },
    true,
  );
  dialog.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button?.dataset.step) {
      step(Number(button.dataset.step));
    } else if (button?.hasAttribute("data-notes")) {
      toggleNotes();
    } else if (button) {
      dialog.close();
    }
  });
  dialog.addEventListener("close", () => sheets[at].scrollIntoView({ block: "center" }));
  // The same page in another window, whose owner reads the notes there: both go on together.
  window.addEventListener("storage", (event) => {
    const other = sheets.findIndex((sheet) => sheet.id === event.newValue);
    if (dialog.open && event.key === location.pathname && other >= 0 && other !== at) {
      show(other);
    }
  });
  setInterval(tick, 5_000);
  window.addEventListener("resize", () => dialog.open && fit());

  function look() {
    document.querySelectorAll("[data-view]:not(html)").forEach((button) => {
      button.setAttribute("aria-pressed", button.dataset.view === root.dataset.view);
    });
  }

  root.dataset.view = remembered("view") ?? "split";

  /** Lets a line that is too long go on before a dot, and further in than it begins. */
  function prepare(line) {
    line.style.setProperty("--indent", line.textContent.search(/\S|$/));
    for (const text of [...line.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE)) {
      const parts = text.data.split(/(?<=\))(?=\.)/);
      text.replaceWith(...parts.flatMap((part, i) => (i > 0 ? [document.createElement("wbr"), part] : [part])));
    }
  }

  document.querySelectorAll(".hunk :is(span:not(.g), i, del, ins)").forEach(prepare);
  document.body.append(dialog);
  document.querySelectorAll(".tools").forEach((tools) => {
    tools.hidden = false;
    tools.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      if (button?.dataset.view) {
        root.dataset.view = button.dataset.view;
        remember("view", button.dataset.view);
        look();
      } else if (button) {
        open();
      }
    });
  });
  look();
  if (new URLSearchParams(location.search).has("projector")) {
    open();
  }
})();
