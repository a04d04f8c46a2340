// Lets the browser keep the page of telephone numbers and shelters for the time without a connection, once it has shown what was asked for.
// A browser that keeps nothing (private windows of some) refuses: then it has what it had before.
addEventListener("load", () => navigator.serviceWorker?.register("/service-worker.js").catch(() => {}));
