// Shows telephone numbers and shelters when a page cannot be reached. It keeps the files named above, fetched as nobody,
// and never puts anything else into a cache: what belongs to somebody stays between them and the city hall.
const languages = ["/en", "/ja-easy"];

self.addEventListener("install", (event) => event.waitUntil(keep()));
self.addEventListener("activate", (event) => event.waitUntil(takeOver()));
self.addEventListener("fetch", (event) => {
  const { request } = event;
  const path = new URL(request.url).pathname;
  // Forms are sent by the browser itself: it gives back what was typed when there is no connection.
  if (request.mode === "navigate" && request.method === "GET" && !path.startsWith("/staff")) event.respondWith(answer(event, path));
  else if (files.includes(path)) event.respondWith(kept(path).then((file) => file ?? fetch(request)));
});

async function keep() {
  const cache = await caches.open(cacheName);
  await cache.addAll(files.map((file) => new Request(file, { credentials: "omit" })));
  await self.skipWaiting();
}

async function takeOver() {
  for (const other of await caches.keys()) if (other !== cacheName) await caches.delete(other);
  await self.registration.navigationPreload?.enable();
}

async function answer(event, path) {
  try {
    return (await event.preloadResponse) ?? (await fetch(event.request));
  } catch (failure) {
    const language = languages.find((prefix) => path === prefix || path.startsWith(prefix + "/")) ?? "";
    const page = await kept(files.find((file) => file.startsWith(language + "/offline")));
    if (page) return page;
    throw failure;
  }
}

function kept(file) {
  return caches.open(cacheName).then((cache) => cache.match(file));
}
