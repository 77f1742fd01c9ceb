import {
  around,
  at,
  diamond,
  disc,
  flower,
  line,
  many,
  oval,
  paisley,
  rect,
  ring,
  rows,
  shape,
  side,
  star,
} from './shapes.js';

/** Patterns that fill the whole board: ground first, then figures. */
export const clothMotifs = {
  paisley: () =>
    rect(0, 0, side, side, '#7d1f2d') + rows(160, (x, y) => at(x, y, 0.85, paisley('#d9a441', '#7d1f2d')), true),
  lotus: () =>
    rect(0, 0, side, side, '#f3e7d3') +
    rows(160, (x, y) => flower(x, y, 8, 70, '#c2456b', '#e9b949') + disc(x, y + 92, 7, '#3f6b4f'), true),
  'temple border': () =>
    rect(0, 0, side, side, '#1f4d4a') +
    rect(0, 470, side, 170, '#b5372f') +
    Array.from({ length: 11 }, (_, i) =>
      many(
        [
          [i * 64 - 32, 470],
          [i * 64, 380],
          [i * 64 + 32, 470],
        ],
        '#b5372f',
      ),
    ).join('') +
    rect(0, 520, side, 18, '#e2b84b') +
    rect(0, 570, side, 8, '#e2b84b') +
    rows(80, (x, y) => (y < 340 ? disc(x + 20, y + 30, 6, '#e2b84b') : '')),
  ikat: () =>
    rect(0, 0, side, side, '#22305b') +
    rows(
      160,
      (x, y, i) =>
        diamond(x, y, 74, 76, i % 2 === 0 ? '#c8502f' : '#e5c07b') +
        diamond(x, y, 44, 46, '#22305b') +
        diamond(x, y, 18, 20, '#f4ead6'),
    ),
  peacock: () =>
    rect(0, 0, side, side, '#0f4c5c') +
    rows(
      160,
      (x, y) => oval(x, y, 46, 66, '#2f8f83') + oval(x, y + 12, 30, 40, '#e0a63a') + disc(x, y + 20, 18, '#1b2a6b'),
      true,
    ),
  checks: () =>
    rect(0, 0, side, side, '#f4efe4') +
    Array.from(
      { length: 8 },
      (_, i) => rect(i * 80, 0, 36, side, 'rgba(176,52,47,0.55)') + rect(0, i * 80, side, 36, 'rgba(37,70,110,0.45)'),
    ).join(''),
  stripes: () =>
    rect(0, 0, side, side, '#e9dcc3') +
    Array.from({ length: 10 }, (_, i) => rect(0, i * 64, side, 26, ['#2c4a6e', '#a63d2f', '#d39a2d'][i % 3]!)).join(''),
  'tied dots': () =>
    rect(0, 0, side, side, '#a3162e') +
    around(320, 320, 24, disc(320, 90, 9, '#f6d55c')) +
    around(320, 320, 18, disc(320, 160, 9, '#fff3d6')) +
    around(320, 320, 12, disc(320, 230, 9, '#f6d55c')) +
    rows(80, (x, y) => (Math.hypot(x - 320, y - 320) > 270 ? disc(x, y, 7, '#fff3d6') : '')) +
    star(320, 320, 8, 54, 24, '#f6d55c'),
  'block print': () =>
    rect(0, 0, side, side, '#f1e4c8') +
    rows(
      160,
      (x, y) =>
        star(x, y, 8, 66, 34, '#274b7a') + disc(x, y, 22, '#a8322a') + star(x + 80, y + 80, 4, 30, 10, '#a8322a'),
    ),
  creeper: () =>
    rect(0, 0, side, side, '#eef0e4') +
    [110, 320, 530]
      .map(
        (x) =>
          line(`M${x} -10 C${x - 90} 130 ${x + 90} 250 ${x} 380 C${x - 70} 490 ${x + 60} 570 ${x} 660`, '#4d7048', 8) +
          [60, 190, 330, 470, 590]
            .map(
              (y, i) =>
                flower(x + (i % 2 === 0 ? -52 : 52), y, 5, 40, '#c65b7c', '#e3b23c') +
                oval(x + (i % 2 === 0 ? 40 : -40), y + 30, 12, 30, '#6d9461', i % 2 === 0 ? 50 : -50),
            )
            .join(''),
      )
      .join(''),
  embroidery: () =>
    rect(0, 0, side, side, '#8c1c3f') +
    rows(128, (x, y, i) =>
      [0, 90, 180, 270]
        .map((turn) =>
          at(
            x,
            y,
            1,
            Array.from({ length: 5 }, (_, k) =>
              rect(6 + k * 10, 6, 6, 48 - k * 9, i % 2 === 0 ? '#f2a72e' : '#e8e2cf'),
            ).join(''),
            turn,
          ),
        )
        .join(''),
    ),
  'tree of life': () =>
    rect(0, 0, side, side, '#f5ead2') +
    line('M320 600 C330 480 300 420 320 300', '#5b3a1e', 26) +
    [
      [-150, 330],
      [-110, 200],
      [0, 140],
      [110, 200],
      [150, 330],
      [-60, 270],
      [70, 280],
    ]
      .map(
        ([dx = 0, y = 0]) =>
          line(`M320 420 Q${320 + dx / 2} ${y + 80} ${320 + dx} ${y}`, '#5b3a1e', 10) +
          flower(320 + dx, y, 7, 52, '#b8442f', '#e4b43c') +
          oval(320 + dx + 48, y + 40, 14, 30, '#3f6d4e', 40),
      )
      .join(''),
  carpet: () =>
    rect(0, 0, side, side, '#6d1f26') +
    rect(40, 40, 560, 560, '#20365a') +
    rect(70, 70, 500, 500, '#8a2b2b') +
    star(320, 320, 8, 190, 130, '#e6cf9f') +
    star(320, 320, 8, 130, 84, '#20365a') +
    flower(320, 320, 8, 76, '#c9473f', '#e6cf9f') +
    [
      [130, 130],
      [510, 130],
      [130, 510],
      [510, 510],
    ]
      .map(([x = 0, y = 0]) => diamond(x, y, 44, 44, '#e6cf9f') + diamond(x, y, 22, 22, '#20365a'))
      .join(''),
  'shawl fold': () =>
    rect(0, 0, side, side, '#efe6d8') +
    shape('M90 120 L430 90 L560 520 L150 570 Z', '#5d3a4f') +
    shape('M90 120 L430 90 L455 172 L108 205 Z', '#7b4f68') +
    Array.from({ length: 7 }, (_, i) => at(185 + i * 56, 505 - i * 6, 0.36, paisley('#e5b85c', '#5d3a4f'))).join('') +
    Array.from({ length: 26 }, (_, i) => line(`M${154 + i * 16} ${572 - i * 2} l4 36`, '#7b4f68', 4)).join(''),
  'basket weave': () =>
    rect(0, 0, side, side, '#6b4423') +
    rows(80, (x, y, i) =>
      i % 2 === 0
        ? rect(x + 4, y + 8, 72, 18, '#d7a765', 8) +
          rect(x + 4, y + 32, 72, 18, '#c08d4c', 8) +
          rect(x + 4, y + 56, 72, 18, '#d7a765', 8)
        : rect(x + 8, y + 4, 18, 72, '#b57f3d', 8) +
          rect(x + 32, y + 4, 18, 72, '#cf9d5a', 8) +
          rect(x + 56, y + 4, 18, 72, '#b57f3d', 8),
    ),
  spiral: () =>
    rect(0, 0, side, side, '#f0e8d6') +
    [270, 230, 190, 150, 110, 70, 30]
      .map((r, i) => ring(320, 320, r, ['#caa35a', '#7a3b69', '#d8bb7d', '#3f6d4e'][i % 4]!, 34))
      .join('') +
    around(320, 320, 36, line('M320 50 L320 76', '#8a6a2f', 3)),
  lattice: () =>
    rect(0, 0, side, side, '#d9cbb4') +
    rows(128, (x, y) => star(x, y, 6, 58, 34, '#8a7657') + star(x, y, 6, 34, 18, '#f3eadb'), true) +
    line(`M10 10 H${side - 10} V${side - 10} H10 Z`, '#8a7657', 20),
  dancers: () =>
    rect(0, 0, side, side, '#7a3b22') +
    around(
      320,
      320,
      12,
      disc(320, 118, 13, '#f6eedd') +
        many(
          [
            [298, 138],
            [342, 138],
            [320, 172],
          ],
          '#f6eedd',
        ) +
        many(
          [
            [320, 172],
            [342, 206],
            [298, 206],
          ],
          '#f6eedd',
        ) +
        line('M298 138 L268 160 M342 138 L372 160 M306 206 L300 232 M334 206 L340 232', '#f6eedd', 5),
    ) +
    flower(320, 320, 10, 70, '#f6eedd', '#7a3b22'),
  'fish and lotus': () =>
    rect(0, 0, side, side, '#f4e9cf') +
    [
      [200, 200, 0],
      [440, 250, 180],
      [210, 420, 0],
      [440, 470, 180],
    ]
      .map(([x = 0, y = 0, turn = 0]) =>
        at(
          x,
          y,
          1,
          shape('M-80 0 C-40 -56 40 -56 76 0 C40 56 -40 56 -80 0 Z', '#c24a2c') +
            many(
              [
                [70, 0],
                [118, -40],
                [118, 40],
              ],
              '#2f6b63',
            ) +
            disc(-48, -8, 9, '#1d1d1d') +
            line('M-20 -30 V30 M6 -34 V34 M32 -28 V28', '#f4e9cf', 5),
          turn,
        ),
      )
      .join('') +
    flower(320, 80, 9, 66, '#c2456b', '#e9b949') +
    flower(320, 590, 9, 66, '#c2456b', '#e9b949'),
} as const;
