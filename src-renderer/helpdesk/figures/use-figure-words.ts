import type { SupportFigures } from '@shared/http/support-figures'
import { writeDay, writeNumber } from '../../home/write-figures'
import { useWords } from '../../locales/use-words'
import { LOOK_OF_STATE } from './bar-looks'
import { durationOf } from './chart-geometry'
import type { NamedBar } from './NamedBars.vue'

/** How figures are written for their drawings and tables. */
export function useFigureWords() {
  const { t, language } = useWords()
  const number = (value: number): string => writeNumber(value, language.value)

  function duration(minutes: number): string {
    const { unit, count } = durationOf(minutes)
    return t(`helpdesk.figures.${unit}`, count)
  }

  function stateBars({ byState }: SupportFigures): readonly NamedBar[] {
    return byState.map(({ state, count }) => ({
      name: state === 'attachment-refused' || state === 'structure-refused' ? t(`helpdesk.figures.states.names.${state}`) : t(`home.states.${state}`),
      count, look: LOOK_OF_STATE[state],
    }))
  }

  function stepBars({ activation }: SupportFigures): readonly NamedBar[] {
    return activation.steps.map(({ upToMinutes, count }) => ({
      name: upToMinutes === undefined ? t('helpdesk.figures.time.over') : t('helpdesk.figures.time.upTo', { time: duration(upToMinutes) }),
      count, look: 'mail',
    }))
  }

  /** A day of France, wherever this computer is. */
  function dayName(day: string): string {
    return writeDay(`${day}T12:00:00`, language.value)
  }

  function dayLabels({ byDay }: SupportFigures): readonly string[] {
    return [byDay[0], byDay[Math.floor(byDay.length / 2)], byDay.at(-1)].flatMap((row) => (row ? [dayName(row.day)] : []))
  }

  return { number, duration, stateBars, stepBars, dayName, dayLabels }
}
