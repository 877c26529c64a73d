import './no-drawing.ts';

export * from 'pdfjs-dist/legacy/build/pdf.mjs';
