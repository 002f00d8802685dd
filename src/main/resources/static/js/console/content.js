// Helps writing: marks of Markdown and what is filled in, put where the cursor is. What it does can be undone as typing can.
(function () {
  "use strict";

  function put(area, from, to, text, selectFrom, selectTo) {
    area.focus();
    area.setSelectionRange(from, to);
    // Deprecated and without a successor: nothing else leaves the browser's undo whole.
    if (!document.execCommand("insertText", false, text)) {
      area.setRangeText(text, from, to, "end");
      area.dispatchEvent(new Event("input", { bubbles: true }));
    }
    area.setSelectionRange(selectFrom, selectTo);
  }

  // Takes the mark away again where it is there already.
  function around(area, mark) {
    var from = area.selectionStart;
    var to = area.selectionEnd;
    var text = area.value;
    var chosen = text.slice(from, to);
    // Of two or four stars none is for slanting.
    var stars = /\**$/.exec(text.slice(0, from))[0].length;
    var marked = text.slice(from - mark.length, from) === mark && text.slice(to, to + mark.length) === mark;
    if (marked && (mark !== "*" || stars % 2 === 1)) {
      put(area, from - mark.length, to + mark.length, chosen, from - mark.length, to - mark.length);
    } else {
      put(area, from, to, mark + chosen + mark, from + mark.length, to + mark.length);
    }
  }

  // Every line of the choice; numbers count on.
  function before(area, mark) {
    var from = area.selectionStart === 0 ? 0 : area.value.lastIndexOf("\n", area.selectionStart - 1) + 1;
    var end = area.value.indexOf("\n", area.selectionEnd);
    var to = end < 0 ? area.value.length : end;
    var lines = area.value.slice(from, to).split("\n").map(function (line, i) {
      return (mark === "1. " ? i + 1 + ". " : mark) + line.replace(/^(?:#+ |- |\d+\. )/, "");
    }).join("\n");
    put(area, from, to, lines, from + lines.length, from + lines.length);
  }

  function link(area, words) {
    var from = area.selectionStart;
    var to = area.selectionEnd;
    var shown = area.value.slice(from, to) || words;
    var text = "[" + shown + "]({{link}})";
    put(area, from, to, text, from + 1, from + 1 + shown.length);
  }

  function insert(area, text) {
    var from = area.selectionStart;
    put(area, from, area.selectionEnd, text, from + text.length, from + text.length);
  }

  function act(area, button) {
    var asked = button.dataset;
    if (asked.around) {
      around(area, asked.around);
    } else if (asked.before) {
      before(area, asked.before);
    } else if (asked.link) {
      link(area, asked.link);
    } else {
      insert(area, asked.insert);
    }
  }

  document.querySelectorAll("[data-write]").forEach(function (bar) {
    var area = document.getElementById(bar.dataset.write);
    var buttons = Array.prototype.slice.call(bar.querySelectorAll("button"));
    buttons.forEach(function (button, i) {
      button.tabIndex = i === 0 ? 0 : -1;
      button.addEventListener("click", function () { act(area, button); });
    });
    bar.addEventListener("keydown", function (event) {
      var here = buttons.indexOf(document.activeElement);
      var next = { ArrowRight: here + 1, ArrowLeft: here - 1, Home: 0, End: buttons.length - 1 }[event.key];
      if (here < 0 || next === undefined) {
        return;
      }
      event.preventDefault();
      var button = buttons[(next + buttons.length) % buttons.length];
      buttons.forEach(function (one) { one.tabIndex = one === button ? 0 : -1; });
      button.focus();
    });
    area.addEventListener("keydown", function (event) {
      var mark = (event.ctrlKey || event.metaKey) && !event.altKey && { b: "**", i: "*" }[event.key.toLowerCase()];
      if (mark && bar.querySelector("[data-around]")) {
        event.preventDefault();
        around(area, mark);
      }
    });
    bar.hidden = false;
  });
})();
