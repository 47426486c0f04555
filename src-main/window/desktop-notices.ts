import { Notification } from 'electron'
import type { Notice } from './link-notices'

/** Shows notices by the desktop's own means, where it has any. */
export function createDesktopNotices(clicked: (notice: Notice) => void): (notice: Notice) => void {
  /** One that nobody holds on to is collected, and its click with it. */
  const shown = new Set<Notification>()
  return (notice) => {
    if (!Notification.isSupported()) return
    const notification = new Notification({ title: notice.title, body: notice.body })
    shown.add(notification)
    notification.once('click', () => {
      shown.delete(notification)
      clicked(notice)
    })
    notification.once('close', () => shown.delete(notification))
    notification.once('failed', () => shown.delete(notification))
    notification.show()
  }
}
