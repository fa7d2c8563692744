// Remembers the 长辈版 switch from page to page. Without this script the switch still works on the page it is on.
"use strict";
(() => {
  const root = document.documentElement;
  const key = "gongshi-large";
  const read = () => { try { return localStorage.getItem(key) === "1"; } catch { return false; } };
  const write = (on) => { try { localStorage.setItem(key, on ? "1" : "0"); } catch { /* the page works without */ } };
  const show = (on) => { root.classList.toggle("large", on); root.classList.toggle("remembered", true); };
  show(read() || location.hash === "#large");
  for (const [selector, on] of [[".to-large", true], [".to-normal", false]])
    document.querySelector(selector)?.addEventListener("click", (event) => {
      event.preventDefault();
      write(on);
      show(on);
      if (location.hash === "#large") history.replaceState(null, "", location.pathname + location.search);
    });
})();
