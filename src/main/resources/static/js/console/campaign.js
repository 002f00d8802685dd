// Narrows a list of choices to what is typed, with or without marks. Without it the whole list is there.
(function () {
  "use strict";

  function folded(text) {
    return text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d");
  }

  // The keyboard comes to the preview of the chosen text only, not to that of every text there is.
  document.querySelectorAll(".pick-list").forEach(function (list) {
    function only() {
      list.querySelectorAll(".pick-look").forEach(function (link) {
        link.tabIndex = link.closest(".pick").querySelector("input").checked ? 0 : -1;
      });
    }
    list.addEventListener("change", only);
    only();
  });

  document.querySelectorAll("input[data-filter]").forEach(function (input) {
    var list = document.getElementById(input.dataset.filter);
    var none = list.parentElement.querySelector(".pick-none");
    if (list.children.length < 6) {
      return;
    }
    input.hidden = false;
    input.addEventListener("input", function (event) {
      // The search is no part of the form: the summary need not be worked out again.
      event.stopPropagation();
      var words = folded(input.value).split(/\s+/);
      var shown = 0;
      Array.prototype.forEach.call(list.children, function (item) {
        var fits = words.every(function (word) { return item.dataset.words.indexOf(word) >= 0; });
        item.hidden = !fits;
        shown += fits ? 1 : 0;
      });
      none.hidden = shown > 0;
    });
    input.addEventListener("keydown", function (event) {
      if (event.key === "Enter") {
        event.preventDefault();
      }
    });
  });
})();
