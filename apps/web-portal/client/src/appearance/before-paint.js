// Sets theme and type size before the first paint, so that nothing flashes. The same keys as appearance.ts.
(function () {
  var root = document.documentElement;
  var read = function (name) {
    var found = document.cookie.match(new RegExp('(?:^|; )' + name + '=([^;]*)'));
    return found ? found[1] : '';
  };
  var theme = read('theme');
  root.dataset.theme = theme === 'light' || theme === 'dark' ? theme : 'system';
  if (read('size') === 'large') root.dataset.size = 'large';
})();
