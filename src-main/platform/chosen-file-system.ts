import type { FileSystem } from './file-system'

/** The file system that is chosen at each question: where a person decides for memory only, they do so while Parvis runs. */
export function chooseFileSystem(chosen: () => FileSystem): FileSystem {
  return {
    createFile: (path) => chosen().createFile(path),
    readText: (path) => chosen().readText(path),
    readBytes: (path, most) => chosen().readBytes(path, most),
    readTextNow: (path) => chosen().readTextNow(path),
    append: (path, text) => chosen().append(path, text),
    size: (path) => chosen().size(path),
    stat: (path) => chosen().stat(path),
    rename: (from, to) => chosen().rename(from, to),
    remove: (path) => chosen().remove(path),
    list: (folder) => chosen().list(folder),
    makeFolder: (folder) => chosen().makeFolder(folder),
    syncFolder: (folder) => chosen().syncFolder(folder),
  }
}
