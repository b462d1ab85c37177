import { fileName } from "../../src/ui/charts/file-name";
import { paletteOf } from "../../src/ui/charts/palette";
import { saveFile } from "../../src/ui/tables/save-file";

const SCALE = 2;
const PAD = 16;
const HEAD = 32;
/** What a copy of the picture needs, as it is outside of the page and its style sheets. */
const STYLES = [
  "fill",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "font",
  "text-anchor",
  "dominant-baseline",
  "opacity",
];

/** Saves an svg as a PNG with its title above, in the colours of the page. */
export async function saveSvg(svg: SVGSVGElement, title: string): Promise<void> {
  const palette = paletteOf(svg);
  const { width, height } = svg.viewBox.baseVal;
  const image = await imageOf(styled(svg));
  const sheet = document.createElement("canvas");
  sheet.width = (width + 2 * PAD) * SCALE;
  sheet.height = (height + HEAD + 2 * PAD) * SCALE;
  const pen = sheet.getContext("2d");
  if (!pen) throw new Error("no canvas");
  pen.scale(SCALE, SCALE);
  pen.fillStyle = palette.surface;
  pen.fillRect(0, 0, sheet.width, sheet.height);
  pen.fillStyle = palette.ink;
  pen.font = `600 16px ${palette.font}`;
  pen.textBaseline = "top";
  pen.fillText(title, PAD, PAD);
  pen.drawImage(image, PAD, PAD + HEAD, width, height);
  const blob = await new Promise<Blob | null>((resolve) => sheet.toBlob(resolve, "image/png"));
  if (!blob) throw new Error("the browser made no picture");
  saveFile(`${fileName(title)}.png`, blob);
}

function styled(svg: SVGSVGElement): SVGSVGElement {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const [from, to] = [svg.querySelectorAll("*"), copy.querySelectorAll<SVGElement>("*")];
  from.forEach((element, at) => {
    const style = getComputedStyle(element);
    for (const name of STYLES) to[at]?.style.setProperty(name, style.getPropertyValue(name));
  });
  const { width, height } = svg.viewBox.baseVal;
  copy.setAttribute("width", String(width * SCALE));
  copy.setAttribute("height", String(height * SCALE));
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  return copy;
}

function imageOf(svg: SVGSVGElement): Promise<HTMLImageElement> {
  return new Promise((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = () => reject(new Error("the picture could not be drawn"));
    image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(new XMLSerializer().serializeToString(svg))}`;
  });
}
