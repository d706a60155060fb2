internal import ComplianceModel
internal import DurableFiles
internal import LedgerStore
internal import SystemPackage
internal import Workspace

/// Where a copy keeps what, and how its files are named to the user.
struct CopyPlace {
  /// What the paths of evidence and settings are relative to.
  let folder: FilePath
  private let books: FilePath
  let hasEvidence: Bool
  let hasSettings: Bool

  /// Looks at a folder; `nil` where it is missing, or no copy of a workspace or of `buku`.
  init?(_ copy: FilePath, _ files: FileSystem) throws(FileFailure) {
    let markers = try [Workspace.officeFile, LedgerStore.bookFolder].map {
      (name) throws(FileFailure) in
      try files.state(of: copy.appending(name))
    }
    if markers.contains(where: { $0 != nil }) {
      (folder, books) = (copy, copy.appending(LedgerStore.bookFolder))
      (hasEvidence, hasSettings) = (true, true)
      return
    }
    let store = LedgerStore(books: copy, evidenceIn: copy, files: files)
    guard try !store.kecamatan().isEmpty else { return nil }
    (folder, books) = (copy.appending(".."), copy)
    hasEvidence = try files.state(of: folder.appending(LedgerStore.evidenceFolder)) != nil
    hasSettings = false
  }

  func store(_ files: FileSystem) -> LedgerStore {
    LedgerStore(books: books, evidenceIn: folder, files: files)
  }

  /// The path of a file of the copy, from its path in the workspace.
  func shown(_ name: String) -> String {
    let front = "\(LedgerStore.bookFolder)/"
    let rest = name.hasPrefix(front) ? name.dropFirst(front.count) : nil
    return (rest.map { books.pushing(FilePath(String($0))) } ?? folder.pushing(FilePath(name)))
      .string
  }

  func shown(_ place: SourcePlace) -> SourcePlace {
    SourcePlace(file: shown(place.file), line: place.line, column: place.column)
  }
}
