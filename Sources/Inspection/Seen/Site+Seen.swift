public import CivilCalendar
internal import ComplianceModel
internal import DurableFiles
internal import SystemPackage
public import Workspace

extension Site {
  /// The remarks that somebody has seen; none where their file cannot be read, which is then its finding.
  public func seenRemarks() -> SeenRemarks {
    if let seen { return seen }
    let read: SeenRemarks
    do throws(FileFailure) {
      let bytes = try files.read(folder.appending(Workspace.seenFile), atMost: Limits.survey)
      read = SeenRemarks(bytes ?? [], name: Workspace.seenFile)
    } catch {
      read = SeenRemarks(unreadable: error.finding(in: folder))
    }
    seen = read
    return read
  }

  /// Marks remarks as seen, durably; what was marked before stays as it is.
  ///
  /// - Parameters:
  ///   - results: What checks found; faults are passed over.
  ///   - name: Who has seen them.
  /// - Returns: How many were marked.
  /// - Throws: `WorkspaceFailure/data(_:)` where the file is damaged, and `WorkspaceFailure/file(_:)` where it cannot
  ///   be locked or written; nothing was then marked.
  public func markSeen(
    _ results: [CheckResult], by name: String
  ) throws(WorkspaceFailure) -> Int {
    var table: AppendedTable
    do {
      table = AppendedTable(
        try files.lockForAppending(
          folder.appending(Workspace.seenFile), waiting: .seconds(10)),
        header: SeenRemarks.header + [UInt8(ascii: "\n")], in: files)
    } catch {
      throw .file(error)
    }
    var seen = SeenRemarks(Array(table.contents[..<table.tailStart]), name: Workspace.seenFile)
    guard seen.isSound else { throw .data(seen.findings) }
    var rows: [UInt8] = []
    var count = 0
    for result in results {
      for (finding, day) in zip(result.findings, seen.days(of: result.findings)) {
        guard day == nil, let remark = SeenRemark(finding) else { continue }
        rows += seen.row(remark, by: name, on: today)
        count += 1
      }
    }
    guard count > 0 else { return 0 }
    do throws(FileFailure) {
      try table.append(rows[...])
      try table.commit()
    } catch {
      throw .file(error)
    }
    return count
  }

  /// The day of looking.
  public var day: CivilDate { today }

  /// Who records in this office, as `kantor.yaml` says.
  public var recorder: String? { settings.office?.recorder }
}
