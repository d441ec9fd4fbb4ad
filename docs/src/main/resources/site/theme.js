"use strict";

// In the head, so that no page shows one theme first and the other one then.
(function () {
  const themes = ["auto", "light", "dark"];
  const root = document.documentElement;

  function remembered() {
    try {
      return localStorage.getItem("theme");
    } catch {
      return null; // The reader allows pages to remember nothing.
    }
  }

  function choose(theme) {
    root.dataset.theme = themes.includes(theme) ? theme : "auto";
  }

  choose(remembered());
  root.classList.add("has-scripts");

  addEventListener("DOMContentLoaded", () => {
    const button = document.querySelector(".theme-button");
    const name = () => {
      button.textContent = { auto: "\u25D0", light: "\u2600\uFE0E", dark: "\u263E" }[root.dataset.theme];
      button.ariaLabel = `Theme: ${root.dataset.theme}`;
      button.title = button.ariaLabel;
    };
    name();
    button.addEventListener("click", () => {
      choose(themes[(themes.indexOf(root.dataset.theme) + 1) % themes.length]);
      name();
      try {
        localStorage.setItem("theme", root.dataset.theme);
      } catch {
        // Then it holds for this page only.
      }
    });
  });
  // Another tab, or a page that the browser kept while it was not seen.
  addEventListener("storage", (event) => event.key === "theme" && choose(event.newValue));
  addEventListener("pageshow", () => remembered() && choose(remembered()));
})();
