import { Input } from 'antd';
import { useLayoutEffect, useRef, type ComponentProps, type ComponentRef } from 'react';

/**
 * A text field as tall as its text, from three lines to fourteen (drafting.css). Ant's own `autoSize` measures by a style
 * attribute, which the page's policy refuses; a height set through the object model is none.
 */
export function GrowingArea(props: ComponentProps<typeof Input.TextArea>) {
  const ref = useRef<ComponentRef<typeof Input.TextArea>>(null);
  useLayoutEffect(() => {
    const area = ref.current?.resizableTextArea?.textArea;
    if (!area) return;
    const fit = () => {
      area.style.height = 'auto';
      area.style.height = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`;
    };
    fit();
    let width = area.clientWidth;
    const observer = new ResizeObserver(() => {
      if (area.clientWidth === width) return;
      width = area.clientWidth;
      fit();
    });
    observer.observe(area);
    return () => observer.disconnect();
  }, [props.value]);
  return <Input.TextArea {...props} ref={ref} rows={3} className="growing-area" />;
}
