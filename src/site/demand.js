// Loads the script of the views of names (`atlas`) when a reader first asks for one, and hands on what they ask for. How it
// is loaded, `newsprintAtlasScript` says: see boot.js for a folder, open.js for one file.
(function () {
  "use strict";
  var coming;

  function load() {
    coming = coming || self.newsprintAtlasScript();
    return coming.then(function () { return self.newsprintAtlas; }, function (error) {
      coming = null;
      console.warn("Newsprint: the views of names did not load.", error);
      var place = document.getElementById("atlas");
      if (place) place.textContent = /^zh/.test(document.documentElement.lang) ? "載入不了，請重新載入。" : "This could not be loaded. Reload the page.";
    });
  }

  addEventListener("newsprint:change", function () {
    if (coming || /[?&]view=/.test(location.hash)) load().then(function (atlas) { if (atlas) atlas.show(); });
  });
  addEventListener("click", function (click) {
    var button = click.target.closest && click.target.closest("[data-correct]");
    if (button) load().then(function (atlas) { if (atlas) atlas.correct(button); });
  });
})();
