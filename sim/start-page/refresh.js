// Puts in what has changed, part by part, so that focus and scrolling stay where they are.
setInterval(async () => {
  if (document.hidden) return;
  const reply = await fetch(location.href).catch(() => null);
  if (!reply?.ok) return;
  const fresh = new DOMParser().parseFromString(await reply.text(), "text/html");
  for (const part of document.querySelectorAll("[data-live]")) {
    const now = fresh.querySelector(`[data-live="${part.dataset.live}"]`);
    if (!now || now.outerHTML === part.outerHTML) continue;
    part.className = now.className;
    part.innerHTML = now.innerHTML;
  }
}, 3000);
