import qrcode from 'qrcode-generator';

/** Draws a QR code of medium error correction as black squares. @param side  points */
export function drawCode(pdf: PDFKit.PDFDocument, text: string, at: { x: number; y: number; side: number }): void {
  const code = qrcode(0, 'M');
  code.addData(text, 'Byte');
  code.make();
  const count = code.getModuleCount();
  const side = at.side / count;
  for (let row = 0; row < count; row++) {
    for (let column = 0; column < count; column++) {
      if (code.isDark(row, column)) pdf.rect(at.x + column * side, at.y + row * side, side, side);
    }
  }
  pdf.fill('#000000');
}
