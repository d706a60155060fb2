public import Answers
internal import SystemPackage

extension BackupSummary {
  /// Sums the record of a workspace up; `nil` for one without a row.
  public init?(_ entries: [BackupLog.Entry]) {
    guard let last = entries.last else { return nil }
    self.init(
      last: Backup(last),
      lastProved: entries.last { $0.result == .proved }.map { Backup($0) })
  }
}

extension BackupSummary.Backup {
  fileprivate init(_ entry: BackupLog.Entry) {
    let place = FilePath(entry.target)
    self.init(
      instant: entry.instant,
      place: entry.name.isEmpty ? place.string : place.appending(entry.name).string,
      rows: entry.rows, state: entry.result, note: entry.note)
  }
}
