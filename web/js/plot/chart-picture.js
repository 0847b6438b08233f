// Charts as one picture to hand in: with a title and a legend, on the page's ground.

/** dash: lengths of strokes and gaps, none for a solid line. @typedef {{ name: string, colour: string, dash: number[] }} LegendLine */
/**
 * @typedef {object} Picture
 * @property {string} title
 * @property {LegendLine[]} legend
 * @property {HTMLCanvasElement[]} charts drawn under each other
 * @property {{ ground: string, text: string }} colours
 */

const MARGIN = 16;
const TITLE_HEIGHT = 28;
const LINE_HEIGHT = 20;
const SWATCH = 28;
const FONT = 'system-ui, sans-serif';

/**
 * @param {Picture} picture
 * @returns {Promise<Blob>} a PNG
 */
export function chartPicture({ title, legend, charts, colours }) {
  const scale = devicePixelRatio;
  const width = Math.max(...charts.map((chart) => chart.width / scale));
  const chartsHeight = charts.reduce((sum, chart) => sum + chart.height / scale, 0);
  const canvas = document.createElement('canvas');
  canvas.width = Math.round((width + 2 * MARGIN) * scale);
  canvas.height = Math.round((2 * MARGIN + TITLE_HEIGHT + legend.length * LINE_HEIGHT + chartsHeight) * scale);
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  context.scale(scale, scale);
  context.fillStyle = colours.ground;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.textBaseline = 'middle';
  context.fillStyle = colours.text;
  context.font = `600 16px ${FONT}`;
  context.fillText(title, MARGIN, MARGIN + TITLE_HEIGHT / 2, width);
  let y = MARGIN + TITLE_HEIGHT;
  context.font = `13px ${FONT}`;
  for (const { name, colour, dash } of legend) {
    const middle = y + LINE_HEIGHT / 2;
    context.strokeStyle = colour;
    context.lineWidth = 2;
    context.setLineDash(dash);
    context.beginPath();
    context.moveTo(MARGIN, middle);
    context.lineTo(MARGIN + SWATCH, middle);
    context.stroke();
    context.fillText(name, MARGIN + SWATCH + 8, middle, width - SWATCH - 8);
    y += LINE_HEIGHT;
  }
  for (const chart of charts) {
    context.drawImage(chart, MARGIN, y, chart.width / scale, chart.height / scale);
    y += chart.height / scale;
  }
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('the picture could not be made'))), 'image/png');
  });
}
