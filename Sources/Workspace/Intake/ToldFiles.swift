internal import CivilCalendar
internal import DurableFiles
package import SystemPackage

/// What earlier runs have said of the files that stay in a drop folder, so that a run every minute says it
/// once.
///
/// Kept in a hidden file of the drop folder: the name of each file and what was said of it in which state,
/// each followed by a zero byte. Whoever removes it is told once more.
package struct ToldFiles {
  /// The name of the file.
  package static let name: FilePath.Component = ".tenggat-sudah-disebut"

  /// What is read at most: whoever may drop files may also put something large there.
  private static let limit = 1 << 22

  private let folder: Folder
  private let before: [String: String]
  private var now: [String: String] = [:]

  init(in folder: Folder) {
    self.folder = folder
    // Without it everything is told, which is the safe side.
    let size = ((try? folder.state(of: ToldFiles.name)) ?? nil)?.size ?? 0
    let bytes = size > ToldFiles.limit ? [] : ((try? folder.read(ToldFiles.name)) ?? nil) ?? []
    let texts = bytes.split(separator: 0, omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
    var before: [String: String] = [:]
    for index in stride(from: 0, to: texts.count - 1, by: 2) {
      before[texts[index]] = texts[index + 1]
    }
    self.before = before
  }

  /// Whether an earlier run said this of a file; it is remembered for the next one.
  mutating func wasTold(_ name: String, _ state: String) -> Bool {
    now[name] = state
    return before[name] == state
  }

  /// Keeps what was said in this run, and nothing of files that are gone.
  func save() {
    guard now != before else { return }
    if now.isEmpty {
      try? folder.remove(ToldFiles.name)
      return
    }
    let texts = now.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] }
    // A folder that takes no file is told of each time.
    try? folder.replaceAtomically(
      ToldFiles.name, with: texts.flatMap { Array($0.utf8) + [0] })
  }
}

extension DroppedFile.Fate {
  /// What is said of a file that stays, as a word that changes where something else is said; `nil` for one
  /// that does not stay.
  ///
  /// A failure is said once a day: nobody else may tell of it.
  func waitingState(on day: CivilDate) -> String? {
    switch self {
    case .recorded, .alreadyRecorded, .quarantined: nil
    case .waiting(let wait): "\(wait)"
    case .lateEntry: "late"
    case .failed: "failed \(day)"
    }
  }
}
