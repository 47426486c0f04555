/** Whoever asks what is being asked already waits for the same answer, or the same failure. */
export function mergeQuestions<T>(ask: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const underWay = new Map<string, Promise<T>>()
  return (key) => {
    const earlier = underWay.get(key)
    if (earlier) return earlier
    const question = ask(key).finally(() => underWay.delete(key))
    underWay.set(key, question)
    return question
  }
}
