// Lets a pointer drag the rows of a list. The buttons beside them do the same without this file.
const list = document.querySelector("[data-order]");
const save = document.querySelector("[data-save]");
let dragged = null;

function rowUnder(event) {
  return event.target instanceof Element ? event.target.closest("[data-order] > li") : null;
}

function mark(row) {
  list.querySelectorAll(".sn-target").forEach((one) => one.classList.remove("sn-target"));
  row?.classList.add("sn-target");
}

function isBefore(one, other) {
  return Boolean(one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);
}

if (list && save) {
  list.querySelectorAll(":scope > li").forEach((row) => {
    row.draggable = true;
    row.querySelectorAll("a").forEach((link) => {
      link.draggable = false;
    });
  });

  list.addEventListener("dragstart", (event) => {
    dragged = rowUnder(event);
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", dragged?.id ?? "");
  });

  list.addEventListener("dragover", (event) => {
    if (dragged) {
      event.preventDefault();
      mark(rowUnder(event));
    }
  });

  list.addEventListener("drop", (event) => {
    const target = rowUnder(event);

    if (dragged && target && target !== dragged) {
      event.preventDefault();
      target[isBefore(dragged, target) ? "after" : "before"](dragged);
      save.hidden = false;
    }
  });

  list.addEventListener("dragend", () => {
    dragged = null;
    mark(null);
  });
}
