// Gives a plain Node child what an Electron utility process has: the way to the process that started it.
process.parentPort = {
  postMessage: (message) => process.send(message),
  on: (event, listen) => process.on(event, (data) => listen({ data })),
}
process.on('disconnect', () => process.exit(1))
