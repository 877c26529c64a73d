/**
 * The PDF library wants these classes when it is loaded and takes them from a native package, which an isolated process may not load.
 * Reading text needs none of them; a task that draws is started with native packages and gets the real ones.
 */
if (process.permission && !process.permission.has('addon')) {
  class NotForDrawing {}
  Object.assign(globalThis, { DOMMatrix: NotForDrawing, ImageData: NotForDrawing, Path2D: NotForDrawing });
}
