// Files may be dropped on the field, and its limits are told before anything is sent. Without this script the server tells them.
const names = new Intl.ListFormat(document.documentElement.lang);
for (const box of document.querySelectorAll(".dads-file[data-chosen]")) {
  const input = box.querySelector("input[type=file]");
  const said = box.querySelector("[aria-live=polite]");
  const wrong = box.querySelector("[aria-live=assertive]");
  const { dataset } = box;

  const hint = document.createElement("p");
  hint.className = "dads-file__here";
  hint.textContent = dataset.drop;
  if (!input.disabled) box.querySelector(".dads-file__drop").append(hint);

  // Attached ones count too: they are part of the same answer.
  const fault = (files) => {
    const total = files.reduce((sum, file) => sum + file.size, Number(dataset.attachedBytes));
    const large = files.find((file) => file.size > Number(dataset.maxBytes));
    if (large) return dataset.tooLarge.replace("{name}", () => large.name);
    if (files.length + Number(dataset.attached) > Number(dataset.maxFiles)) return dataset.tooMany;
    if (total > Number(dataset.maxTotal)) return dataset.tooMuch;
    return "";
  };

  const tell = () => {
    const files = [...input.files];
    const told = files.length > 0 ? fault(files) : "";
    said.textContent = files.length > 0 ? dataset.chosen.replace("{names}", () => names.format(files.map((file) => file.name))) : "";
    wrong.textContent = told;
    if (told) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
  };

  const mark = (over) => box.classList.toggle("dads-file--over", over);
  input.addEventListener("change", tell);
  box.addEventListener("dragover", (event) => {
    if (input.disabled || ![...event.dataTransfer.types].includes("Files")) return;
    event.preventDefault();
    mark(true);
  });
  box.addEventListener("dragleave", (event) => box.contains(event.relatedTarget) || mark(false));
  box.addEventListener("drop", (event) => {
    if (input.disabled || event.dataTransfer.files.length === 0) return;
    event.preventDefault();
    mark(false);
    const taken = new DataTransfer();
    for (const file of [...event.dataTransfer.files].slice(0, input.multiple ? undefined : 1)) taken.items.add(file);
    input.files = taken.files;
    tell();
  });
}
