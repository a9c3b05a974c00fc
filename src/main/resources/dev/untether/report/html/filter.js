
"use strict";
(function () {
  var field = document.getElementById("words");
  var count = document.getElementById("count");
  var items = Array.prototype.slice.call(document.querySelectorAll(".item"));
  if (items.length === 0) {
    return;
  }
  document.getElementById("filter").hidden = false;
  field.addEventListener("input", function () {
    var words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    var shown = 0;
    items.forEach(function (item) {
      var text = item.textContent.toLowerCase();
      var found = words.every(function (word) { return text.indexOf(word) !== -1; });
      item.hidden = !found;
      shown += found ? 1 : 0;
    });
    count.textContent = " " + shown + " of " + items.length;
  });
})();
