// Runs in the page before anything else of it: notes in `imrBenchUsable` when the page can be used, in milliseconds from the navigation on.
(() => {
  const drawn = (then) => requestAnimationFrame(() => setTimeout(then));
  const look = () => {
    const box = document.querySelector('main [role="combobox"]');
    if (box === null || box.disabled || document.querySelector('main article h3') === null) return;
    watcher.disconnect();
    const before = box.value;
    const typed = () =>
      drawn(() => {
        if (box.isConnected && box.value !== before) globalThis.imrBenchUsable = performance.now();
      });
    box.addEventListener('input', typed);
    box.focus();
    // Asks for a key to be pressed.
    globalThis.imrBenchType();
  };
  const watcher = new MutationObserver(look);
  watcher.observe(document, { childList: true, subtree: true });
})();
