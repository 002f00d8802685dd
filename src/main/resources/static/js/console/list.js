// How many rows are chosen, said beside what can be done with them.
(function () {
  "use strict";
  document.querySelectorAll("[data-chosen-count]").forEach(function (said) {
    var form = said.closest("form");
    var boxes = "input[name=" + said.dataset.chosenCount + "]:checked";
    form.addEventListener("change", function () {
      var chosen = form.querySelectorAll(boxes).length;
      said.textContent = chosen ? "(" + chosen + ")" : "";
    });
  });
})();
