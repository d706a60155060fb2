internal import ComplianceModel
internal import DurableFiles
internal import Exchange
internal import Inspection
internal import LedgerStore
internal import PlainText
internal import SystemPackage
internal import Workspace
internal import Wording

/// `periksa --terhadap`: the workspace held against a copy, or against an export that left the office.
struct Comparison {
  /// The workspace.
  let folder: FilePath
  /// What the person named.
  let other: FilePath
  let isJSON: Bool
  /// Whether each finding is told, also those of one cause.
  let showsAll: Bool

  /// What was compared, ledger by ledger, and what was found.
  private struct Result {
    var lines: [String] = []
    var books: [JSONValue] = []
    var findings: [Finding] = []
    var scope = ""
  }

  func run(_ console: inout Console) throws {
    try refuseLedger()
    let result = try isExport ? againstExport() : againstCopy()
    let faults = result.findings.count { $0.severity == .fault }
    let remarks = result.findings.count - faults
    if isJSON {
      let value: JSONValue = [
        "terhadap": .string(other.string), "galat": .integer(faults),
        "peringatan": .integer(remarks), "buku": .array(result.books),
        "temuan": Periksa.json(result.findings),
      ]
      console.raw(value.text())
    } else {
      var teller = FaultTeller(workspace: folder)
      Periksa.tell(
        result.findings, all: showsAll ? nil : "tenggat periksa --terhadap \(other) --semua",
        with: &teller)
      for line in result.lines { console.line(line) }
      console.line(
        CopyText.summary(other.string, result.scope, faults: faults, remarks: remarks),
        faults > 0 ? .bad : .good)
    }
    try console.flush()
    if faults > 0 { throw CommandFailure.found }
  }

  private var isExport: Bool {
    get throws {
      try FileSystem.live.state(of: other)?.isRegular == true
        || other.extension?.lowercased() == "xml"
    }
  }

  /// Refuses a ledger alone, which is compared row by row and not as a whole.
  private func refuseLedger() throws {
    var codes = CodeTable()
    guard try FileSystem.live.state(of: other)?.isRegular == true,
      let bytes = try FileSystem.live.read(other, atMost: Limits.book),
      LedgerCopy(bytes, name: other.string, codes: &codes) != nil
    else { return }
    throw CopyRefusal.oneLedger(
      other.string, takingIn: "tenggat impor --dari-buku '\(other)' --coba")
  }

  // MARK: - A copy

  private func againstCopy() throws -> Result {
    if let path = Environment.resolved(other), path == Environment.resolved(folder) {
      throw CopyRefusal.itself(other.string)
    }
    let comparison = try CopyComparison(of: folder, with: other)
    return Result(
      lines: comparison.ledgers.map {
        CopyText.ledger($0.name, rows: $0.rows, copied: $0.copiedRows, isPrefix: $0.isPrefix)
      },
      books: comparison.ledgers.map { ledger in
        [
          "berkas": .string(ledger.name), "baris": .integer(ledger.rows),
          "baris_salinan": .integer(ledger.copiedRows),
        ]
      },
      findings: comparison.findings,
      scope: CopyText.scope(
        ledgers: comparison.ledgers.count, evidenceRows: comparison.evidenceRows))
  }

  // MARK: - An export

  private func againstExport() throws -> Result {
    let marks = try marks()
    var stated = StatedMarks()
    stated.add(marks, from: other.string)
    return Result(
      books: marks.map { mark in
        ["berkas": .string("\(LedgerStore.bookFolder)/\(mark.file)"), "baris": .integer(mark.rows)]
      },
      findings: try stated.findings(in: LedgerStore(folder: folder)),
      scope: CopyText.scope(marks: marks.count))
  }

  /// What the export states, or a failure with every fault of it.
  private func marks() throws -> [LedgerMark] {
    let reader = try ExportMarks(try Session.programData())
    guard let bytes = try FileSystem.live.read(other, atMost: Limits.document) else {
      throw CopyRefusal.missing(other.string)
    }
    do {
      return try reader.marks(in: bytes)
    } catch let document as FaultyDocument {
      throw CommandFailure(.data, lines: document.findings(in: other.string).map(\.message))
    } catch let failure as XMLFailure {
      throw CopyRefusal.unreadable(other.string, "\(failure)")
    }
  }
}
