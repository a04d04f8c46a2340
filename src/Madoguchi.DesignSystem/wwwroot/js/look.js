// What is typed is shown beside it as residents will see it. Without this script the frames show what was saved.
const frames = [...document.querySelectorAll("iframe[data-look]")];
for (const form of document.querySelectorAll("form[data-look]")) {
  let turn = 0;
  let wait;

  // The frames stay where they are scrolled to, and the way back of the browser stays short.
  const show = async () => {
    const mine = ++turn;
    try {
      const language = frames[0].contentWindow.location.search;
      const answer = await fetch(form.dataset.look + language, { method: "POST", body: new URLSearchParams(new FormData(form)) });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.getElementById("look");
      if (mine !== turn || !answer.ok || !fresh) return;
      for (const frame of frames) frame.contentDocument.getElementById("look").replaceWith(frame.contentDocument.importNode(fresh, true));
    } catch {
      // It is shown when it is saved.
    }
  };

  form.addEventListener("input", () => {
    clearTimeout(wait);
    wait = setTimeout(show, 250);
  });
}
