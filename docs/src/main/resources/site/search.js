"use strict";

(function () {
  const MOST = 30;
  let index = null;
  let chosen = -1;

  const dialog = document.createElement("dialog");
  dialog.className = "search";
  dialog.setAttribute("aria-label", "Search");
  dialog.innerHTML = `
    <input type="text" enterkeyhint="search" role="combobox" aria-label="Search all pages and their code"
      aria-controls="found" aria-expanded="false" aria-autocomplete="list" autocomplete="off"
      spellcheck="false" placeholder="Search all pages and their code">
    <p class="said" role="status"></p>
    <div id="found" role="listbox" aria-label="Results"></div>`;
  document.body.append(dialog);
  const [input, said, found] = dialog.children;

  const words = (text) => text.toLowerCase().match(/[\p{L}\p{N}_]+/gu) ?? [];

  /** The words of a text, and the parts of a name like BlockingQueue. */
  function tokens(text) {
    const parts = text?.match(/\p{Lu}?[\p{Ll}\p{N}]+(?=\p{Lu})|(?<=[\p{Ll}\p{N}])\p{Lu}[\p{Ll}\p{N}]*/gu) ?? [];
    return [...words(text ?? ""), ...words(parts.join(" "))].map((word) => new lunr.Token(word, {}));
  }

  /** The data is a script because a page from the file system cannot fetch. */
  function load(name) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = name;
      script.onload = resolve;
      script.onerror = () => reject(new Error(`${name} is missing`));
      document.head.append(script);
    });
  }

  async function build() {
    await Promise.all([load("lunr.min.js"), load("search-data.js")]);
    window.searchData = await searchData;
    return lunr(function () {
      this.pipeline.reset(); // No stems: what is typed is looked for, and code is not English.
      this.tokenizer = tokens;
      this.ref("id");
      this.field("heading", { boost: 5 });
      this.field("title", { boost: 2 });
      this.field("text");
      this.field("code");
      searchData.forEach(([title, , heading, text, code], id) => this.add({ id, title, heading, text, code }));
    });
  }

  /** Sections with all the words, or what begins so; if there are none, almost so. */
  function look(index, query) {
    const { REQUIRED } = lunr.Query.presence;
    const { TRAILING } = lunr.Query.wildcard;
    const ask = (options) =>
      index.query((asked) =>
        words(query).forEach((word) => {
          // A single letter begins too many words to be of use.
          asked.term(word, { presence: REQUIRED, usePipeline: false, ...(word.length > 1 && options) });
          asked.term(word, { boost: 5, usePipeline: false });
        }),
      );
    const found = ask({ wildcard: TRAILING });
    return found.length > 0 ? found : ask({ editDistance: 1 });
  }

  const escaped = (text) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

  /** A piece of the text around the first of the words that were found, which are marked. */
  function excerpt(section, terms) {
    const longestFirst = [...terms].sort((a, b) => b.length - a.length);
    const pattern = new RegExp(`(${longestFirst.join("|")})`, "iu"); // Terms are letters and digits.
    const inText = section[3].search(pattern);
    const source = inText < 0 && pattern.test(section[4]) ? section[4] : section[3];
    const at = Math.max(0, source.search(new RegExp(longestFirst[0], "iu")), source.search(pattern));
    const from = at < 60 ? 0 : source.lastIndexOf(" ", at - 40) + 1;
    const to = source.indexOf(" ", from + 170);
    const piece = (from > 0 ? "\u2026 " : "") + source.slice(from, to < 0 ? undefined : to) + (to < 0 ? "" : " \u2026");
    const parts = piece.split(new RegExp(pattern.source, "giu"));
    return parts.map((part, i) => (i % 2 ? `<mark>${escaped(part)}</mark>` : escaped(part))).join("");
  }

  function entry(result, i) {
    const section = searchData[result.ref];
    const [title, address, heading] = section;
    const place = heading && heading !== title ? `${escaped(title)} \u203a ${escaped(heading)}` : escaped(title);
    return `<a role="option" id="found-${i}" aria-selected="false" tabindex="-1" href="${address}">
      <b>${place}</b><span>${excerpt(section, Object.keys(result.matchData.metadata))}</span></a>`;
  }

  async function search() {
    index ??= build();
    let built;
    try {
      built = await index;
    } catch (e) {
      said.textContent = `The search does not work: ${e.message}.`;
      return;
    }
    const query = input.value.trim();
    const results = words(query).length > 0 ? look(built, query) : [];
    found.innerHTML = results.slice(0, MOST).map(entry).join("");
    input.setAttribute("aria-expanded", String(results.length > 0));
    const count = results.length === 1 ? "1 section" : `${results.length} sections`;
    const shown = results.length > MOST ? `${count}; these are the best ${MOST}` : count;
    said.textContent = query ? (results.length ? shown : "Nothing was found.") : "";
    choose(results.length ? 0 : -1);
  }

  function choose(i) {
    found.children[chosen]?.setAttribute("aria-selected", "false");
    chosen = i;
    const option = found.children[i];
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) {
      input.setAttribute("aria-activedescendant", option.id);
    } else {
      input.removeAttribute("aria-activedescendant");
    }
  }

  function open() {
    dialog.showModal();
    input.select();
    index ??= build();
    index.catch(search); // Says why there is none.
  }

  input.addEventListener("input", search);
  input.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const count = found.children.length;
    if (step && count) {
      choose((chosen + step + count) % count);
      event.preventDefault();
    } else if (event.key === "Enter" && chosen >= 0) {
      found.children[chosen].click();
      event.preventDefault();
    }
  });
  // A link to a heading of this page leaves the dialog open; so does a click beside it.
  found.addEventListener("click", (event) => event.target.closest("a") && dialog.close());
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());

  document.querySelector(".search-button").addEventListener("click", open);
  addEventListener("keydown", (event) => {
    const isTyping = event.target.closest?.("input, textarea, select, dialog, [contenteditable]");
    const isPlain = !(event.altKey || event.ctrlKey || event.metaKey);
    if ((event.key === "/" || event.key === "s") && isPlain && !isTyping) {
      event.preventDefault();
      open();
    }
  });
})();
