import { saveFile } from "../tables/save-file";
import { fileName } from "./file-name";
import { paletteOf } from "./palette";

const PAD = 16;
const HEAD = 40;

/** Saves what a canvas shows as a PNG with its title above, on the page's own ground: a chat shows it without a word beside. */
export async function savePicture(canvas: HTMLCanvasElement, title: string): Promise<void> {
  const palette = paletteOf(canvas);
  const scale = canvas.width / Math.max(1, canvas.clientWidth);
  const sheet = document.createElement("canvas");
  sheet.width = canvas.width + 2 * PAD * scale;
  sheet.height = canvas.height + (HEAD + 2 * PAD) * scale;
  const pen = sheet.getContext("2d");
  if (!pen) throw new Error("no canvas");
  pen.fillStyle = palette.surface;
  pen.fillRect(0, 0, sheet.width, sheet.height);
  pen.fillStyle = palette.ink;
  pen.font = `600 ${16 * scale}px ${palette.font}`;
  pen.textBaseline = "top";
  pen.fillText(title, PAD * scale, PAD * scale);
  pen.drawImage(canvas, PAD * scale, (PAD + HEAD) * scale);
  const blob = await new Promise<Blob | null>((resolve) => sheet.toBlob(resolve, "image/png"));
  if (!blob) throw new Error("the browser made no picture");
  saveFile(`${fileName(title)}.png`, blob);
}
