// Runs before the first paint, so that a dark or right-to-left screen never flashes the other way.
(() => {
  const root = document.documentElement;
  const read = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  const theme = read('talka.theme');
  if (theme === 'light' || theme === 'dark') root.dataset.theme = theme;
  const language = read('talka.language') ?? navigator.language;
  const isArabic = language.toLowerCase().split('-')[0] === 'ar';
  root.lang = isArabic ? 'ar' : 'en';
  root.dir = isArabic ? 'rtl' : 'ltr';
})();
