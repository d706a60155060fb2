internal import DurableFiles
internal import PlainText
internal import Workspace

/// What lies in the drop folder and waits for a person, as reminders tell whoever looks after the machine.
enum WaitingNote {
  /// How many names are told of each kind.
  private static let exampleCount = 5

  /// Says what waits; no file is opened.
  ///
  /// - Parameters:
  ///   - workspace: The workspace.
  ///   - now: The clock's own time.
  /// - Returns: A line for each kind of waiting; none where nothing waits.
  /// - Throws: `FileFailure` where the folder cannot be listed.
  static func lines(_ workspace: Workspace, at now: Duration) throws(FileFailure) -> [String] {
    let waiting = try workspace.waitingFiles(now: now)
    var lines: [String] = []
    if !waiting.untaken.isEmpty {
      lines.append(
        "- \(waiting.untaken.count) berkas di kotak-masuk belum tercatat: \(names(waiting.untaken)); "
          + "jalankan 'tenggat pindai' dan ikuti pesannya")
    }
    if !waiting.quarantined.isEmpty {
      lines.append(
        "- \(waiting.quarantined.count) berkas di kotak-masuk/karantina: "
          + "\(names(waiting.quarantined)); sebabnya di berkas .sebab.txt di sampingnya")
    }
    return lines
  }

  private static func names(_ names: [String]) -> String {
    let told = names.prefix(exampleCount).map(\.printable).joined(separator: ", ")
    return names.count > exampleCount ? "\(told), dan \(names.count - exampleCount) lagi" : told
  }
}
