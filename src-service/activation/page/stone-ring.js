/* Sixty stones in a ring, one a minute: those behind are filled, the one that one stands on is warm, those ahead are outlines. */
// eslint-disable-next-line @typescript-eslint/no-unused-vars -- activate.js, which is served after it, is the caller.
function stoneRing(svg) {
  const stones = Array.from({ length: 60 }, (_, minute) => {
    const stone = document.createElementNS('http://www.w3.org/2000/svg', 'rect')
    for (const [name, value] of Object.entries({ x: 57.8, y: 3, width: 4.4, height: 3.6, rx: 1.1, transform: `rotate(${minute * 6 + 3} 60 60)` })) stone.setAttribute(name, value)
    return stone
  })
  svg.prepend(...stones)
  return (minutesLeft) => {
    const here = 59 - Math.min(59, minutesLeft)
    for (const [minute, stone] of stones.entries()) stone.dataset.look = minute < here ? 'behind' : minute === here ? 'here' : 'ahead'
    svg.querySelector('.number').textContent = minutesLeft < 1 ? '<1' : String(minutesLeft)
  }
}
