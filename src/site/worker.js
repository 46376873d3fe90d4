// Keeps one edition on the reader's machine: whole, or not at all. What stands in capitals is filled in when the
// site is written. A new edition is a new file of this name; until the reader asks for it, the one before is shown.
"use strict";
const EDITION = "{{EDITION}}";
/** Addresses below this file's folder, each with the SHA-256 that it must have; without one, anything is taken. */
const FILES = {{FILES}};
const OURS = `newsprint ${self.registration.scope} `;
const NAME = OURS + EDITION;
const AT_ONCE = 6;

async function keep(cache, [path, sum]) {
  // The name of an asset says what is in it, so one of an edition before is the same.
  const had = path.startsWith("assets/") && await caches.match(path);
  const response = had || await fetch(path, { cache: "no-cache", integrity: sum && `sha256-${sum}` });
  if (!response.ok || response.redirected) throw new Error(`${path}: ${response.status}`);
  await cache.put(path, response);
}

async function keepAll() {
  const cache = await caches.open(NAME);
  const left = FILES.slice();
  const next = async () => { while (left.length) await keep(cache, left.pop()); };
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, next));
  } catch (error) {
    left.length = 0;
    await caches.delete(NAME);
    throw error;
  }
}

async function forgetOthers() {
  const names = await caches.keys();
  await Promise.all(names.filter(name => name.startsWith(OURS) && name !== NAME).map(name => caches.delete(name)));
  await self.clients.claim();
}

async function answer(request) {
  const url = new URL(request.url);
  url.search = url.hash = "";
  const address = url.href.replace(/\/index\.html$/, "/");
  const cache = await caches.open(NAME);
  return await cache.match(address) || await cache.match(`${address}/`) || fetch(request);
}

self.addEventListener("install", event => event.waitUntil(keepAll()));
self.addEventListener("activate", event => event.waitUntil(forgetOthers()));
self.addEventListener("fetch", event => {
  const { method, url } = event.request;
  if (method === "GET" && url.startsWith(self.registration.scope)) event.respondWith(answer(event.request));
});
self.addEventListener("message", event => {
  if (event.data === "newsprint:update") self.skipWaiting();
});
