import { Alert, Skeleton } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { download } from '../../../../workbench/api/client.ts';
import { sentenceOf } from '../../../../workbench/api/problem.ts';
import type { Place } from '../../import/imports.contract.ts';
import { openPdf, type PDFPageProxy } from './pdf-document.ts';

/** Pages of the uploaded PDF; drawn when they come into sight, the place asked for outlined. */
export function PdfPages({ importId, place }: { readonly importId: string; readonly place: Place | null }) {
  const [pages, setPages] = useState<readonly PDFPageProxy[]>();
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    const stop = new AbortController();
    let close = (): void => {};
    const load = async (): Promise<void> => {
      const file = await download(`/api/plan-imports/${importId}/original`, stop.signal);
      const task = openPdf(await file.arrayBuffer());
      close = () => void task.destroy();
      const pdf = await task.promise;
      const found = await Promise.all(Array.from({ length: pdf.numPages }, (_, index) => pdf.getPage(index + 1)));
      if (!stop.signal.aborted) setPages(found);
    };
    load().catch((error: unknown) => {
      if (!stop.signal.aborted) setProblem(sentenceOf(error));
    });
    return () => {
      stop.abort();
      close();
    };
  }, [importId]);
  if (problem)
    return <Alert type="warning" showIcon title="版面没能显示，请切换到“文字”或下载查看。" description={problem} />;
  if (!pages) return <Skeleton active paragraph={{ rows: 8 }} />;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className="mc-source mc-pdf" tabIndex={0} aria-label="原文版面">
      {pages.map((page) => (
        <PdfPage key={page.pageNumber} page={page} place={place?.page === page.pageNumber ? place : null} />
      ))}
    </section>
  );
}

function PdfPage({ page, place }: { readonly page: PDFPageProxy; readonly place: Place | null }) {
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const size = page.getViewport({ scale: 1 });
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    let drawing: ReturnType<PDFPageProxy['render']> | undefined;
    const watcher = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting || drawing || !canvas.current) return;
        const scale = (element.clientWidth / size.width) * Math.min(window.devicePixelRatio || 1, 2);
        const viewport = page.getViewport({ scale: Math.max(scale, 1) });
        canvas.current.width = viewport.width;
        canvas.current.height = viewport.height;
        drawing = page.render({ canvas: canvas.current, viewport });
        drawing.promise.catch(() => {});
      },
      { rootMargin: '400px' },
    );
    watcher.observe(element);
    return () => {
      watcher.disconnect();
      drawing?.cancel();
    };
  }, [page, size.width]);
  const mark = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (place) (mark.current ?? frame.current)?.scrollIntoView({ block: 'center' });
  }, [place]);
  return (
    <div ref={frame} className="mc-pdf-page" style={{ aspectRatio: `${size.width} / ${size.height}` }}>
      <canvas ref={canvas} role="img" aria-label={`原文第 ${page.pageNumber} 页`} />
      {place?.box ? (
        <div
          ref={mark}
          className="mc-pdf-mark"
          style={{
            left: `${(place.box.x / size.width) * 100}%`,
            top: `${(place.box.y / size.height) * 100}%`,
            width: `${(place.box.width / size.width) * 100}%`,
            height: `${(place.box.height / size.height) * 100}%`,
          }}
        />
      ) : null}
    </div>
  );
}
