// Remembers the 长辈版 switch from page to page, and lets / and Ctrl+K go to the search box. Without this script the switch
// still works on the page it is on, and so does the box.
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
  addEventListener("keydown", (event) => {
    const box = document.getElementById("q"), { key, ctrlKey, metaKey, altKey, target } = event;
    const called = key === "/" ? !ctrlKey && !metaKey : key.toLowerCase() === "k" && (ctrlKey || metaKey);
    const typing = target.closest?.("input, select, textarea, [contenteditable]");
    if (!box || !called || altKey || event.isComposing || event.defaultPrevented || typing) return;
    event.preventDefault();
    box.focus();
    box.select();
  });
})();
