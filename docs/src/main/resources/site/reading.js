"use strict";

// The page is complete without this. Here is what makes it handier: colours, copies, keys, marks.
(function () {
  const all = (selector, top = document) => [...top.querySelectorAll(selector)];

  function colour() {
    const coloured = "java, diff, html, xml".replace(/\w+/g, "pre > code.language-$&");
    hljs.configure({ cssSelector: coloured, ignoreUnescapedHTML: true });
    hljs.highlightAll();
  }

  /** What a reader types of a block: of a terminal the commands alone; null if nothing is typed. */
  function typed(code) {
    if (code.matches(".language-console")) {
      const commands = all("kbd", code).map((command) => command.textContent);
      return commands.length > 0 ? commands.join("\n") + "\n" : null;
    }
    if (!code.matches(".language-java, .language-sh, .language-html, .language-xml")) {
      return null;
    }
    const indent = " ".repeat(code.dataset.indent ?? 0);
    return code.textContent.replace(/^(?=.)/gm, indent);
  }

  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      // Some browsers have no clipboard for pages from the file system.
      const area = document.body.appendChild(document.createElement("textarea"));
      area.value = text;
      area.select();
      const isCopied = document.execCommand("copy");
      area.remove();
      return isCopied;
    }
    return true;
  }

  function addCopyButtons() {
    for (const block of all("figure.block")) {
      const text = typed(block.querySelector("pre > code"));
      if (text !== null) {
        const button = document.createElement("button");
        button.type = "button";
        button.className = "copy";
        button.textContent = "Copy";
        button.addEventListener("click", async () => {
          button.textContent = (await copy(text)) ? "Copied" : "Not copied";
          setTimeout(() => (button.textContent = "Copy"), 1500);
          button.focus();
        });
        block.insertBefore(button, block.querySelector(".anchor"));
      }
    }
  }

  /** Who scrolls with the keyboard can do so in a wide block, too. */
  function letWideBlocksBeFocused() {
    const blocks = all("pre, .scroll, .picture");
    // All are measured before any changes; otherwise the browser would lay out the page for each.
    const areWide = blocks.map((block) => block.scrollWidth > block.clientWidth);
    blocks.forEach((block, i) => {
      if (areWide[i]) {
        block.tabIndex = 0;
      } else {
        block.removeAttribute("tabindex");
      }
    });
  }

  function markCurrentHeading() {
    const links = new Map(all(".toc a").map((link) => [link.hash.slice(1), link]));
    const headings = [...links.keys()].map((id) => document.getElementById(id));
    const sidebar = document.getElementById("sidebar");
    let current = null;
    const mark = () => {
      const above = headings.filter((heading) => heading.getBoundingClientRect().top < 120);
      const next = above.length > 0 ? links.get(above[above.length - 1].id) : null;
      if (next !== current) {
        current?.removeAttribute("aria-current");
        next?.setAttribute("aria-current", "location");
        current = next;
        bringIntoView(sidebar, next);
      }
    };
    const observer = new IntersectionObserver(mark, { rootMargin: "-110px 0px 0px 0px" });
    headings.forEach((heading) => observer.observe(heading));
    bringIntoView(sidebar, sidebar.querySelector("[aria-current=page]"));
    mark();
  }

  /** Only the sidebar scrolls; scrollIntoView could move the page as well. */
  function bringIntoView(box, element) {
    if (element) {
      const top = element.getBoundingClientRect().top - box.getBoundingClientRect().top;
      if (top < 40 || top > box.clientHeight - 60) {
        box.scrollTop += top - box.clientHeight / 3;
      }
    }
  }

  function listenToArrowKeys() {
    addEventListener("keydown", (event) => {
      const hasOtherUse = event.target.closest?.("input, textarea, select, dialog, [tabindex], [contenteditable]");
      const isPlain = !(event.altKey || event.ctrlKey || event.metaKey || event.shiftKey);
      const isArrow = ["ArrowLeft", "ArrowRight"].includes(event.key);
      if (isArrow && isPlain && !hasOtherUse && !event.defaultPrevented) {
        document.querySelector(`.way a[aria-keyshortcuts=${event.key}]`)?.click();
      } else if (event.key === "Escape" && location.hash === "#sidebar") {
        location.hash = "#text";
      }
    });
  }

  /** A row of a timeline tells what happened when, to a mouse, a finger or the keyboard. */
  function answerInTimelines() {
    const tip = document.createElement("div");
    tip.className = "tip";
    tip.hidden = true;
    tip.ariaHidden = "true"; // The row has the same words for its name.
    document.body.append(tip);
    for (const row of all("svg.timeline [aria-label]")) {
      row.querySelector("title").remove(); // The browser would show it a second time.
      const show = () => {
        tip.textContent = row.getAttribute("aria-label");
        tip.hidden = false;
        const place = row.getBoundingClientRect();
        const left = Math.min(Math.max(8, place.left), innerWidth - tip.offsetWidth - 8);
        tip.style.left = `${left + scrollX}px`;
        tip.style.top = `${place.bottom + scrollY + 4}px`;
      };
      const hide = () => (tip.hidden = true);
      row.addEventListener("pointerenter", show);
      row.addEventListener("focus", show);
      row.addEventListener("click", show);
      row.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && hide());
      row.addEventListener("blur", hide);
    }
    addEventListener("keydown", (event) => event.key === "Escape" && (tip.hidden = true));
  }

  function unfoldToPrint() {
    let folded = [];
    addEventListener("beforeprint", () => {
      folded = all("main details:not([open])");
      folded.forEach((part) => (part.open = true));
    });
    addEventListener("afterprint", () => folded.forEach((part) => (part.open = false)));
  }

  addCopyButtons();
  colour();
  letWideBlocksBeFocused();
  addEventListener("resize", letWideBlocksBeFocused);
  document.addEventListener("toggle", letWideBlocksBeFocused, true);
  markCurrentHeading();
  listenToArrowKeys();
  answerInTimelines();
  unfoldToPrint();
})();
