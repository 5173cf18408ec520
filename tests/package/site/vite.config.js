export default {
  // The folder works under any path.
  base: './',
  // The development server leaves the engine beside the code that loads it.
  optimizeDeps: { exclude: ['rheumscore'] },
};
