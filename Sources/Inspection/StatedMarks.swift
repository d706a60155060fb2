public import ComplianceModel
internal import DurableFiles
public import LedgerStore
public import Workspace

/// What documents that left the office state of its ledgers.
public struct StatedMarks: Sendable {
  private struct Book: Hashable, Comparable {
    let kecamatan: RegionCode
    let year: Int

    static func < (lhs: Book, rhs: Book) -> Bool {
      (lhs.kecamatan, lhs.year) < (rhs.kecamatan, rhs.year)
    }
  }

  private var books: [Book: [(document: String, mark: LedgerMark)]] = [:]

  /// Starts without a document.
  public init() {}

  /// Adds what a document states.
  ///
  /// - Parameters:
  ///   - marks: The marks of the ledgers that it was made from.
  ///   - document: Its name as it is shown.
  public mutating func add(_ marks: [LedgerMark], from document: String) {
    for mark in marks {
      books[Book(kecamatan: mark.kecamatan, year: mark.year), default: []].append((document, mark))
    }
  }

  /// Holds the ledgers of a store against the marks; each ledger is read once.
  ///
  /// - Returns: A fault for each ledger that was cut or rewritten since, for each document.
  /// - Throws: `WorkspaceFailure/file(_:)` where a ledger cannot be read.
  public func findings(in store: LedgerStore) throws(WorkspaceFailure) -> [Finding] {
    try findings { (kecamatan, year) throws(WorkspaceFailure) in
      var codes = CodeTable()
      do throws(FileFailure) {
        return try store.read(kecamatan, year: year, codes: &codes)
      } catch {
        throw .file(error)
      }
    }
  }

  /// Holds ledgers against the marks.
  ///
  /// - Parameter ledger: Gives the ledger of a kecamatan and year; `nil` where there is none.
  /// - Returns: A fault for each ledger that was cut or rewritten since, for each document.
  /// - Throws: What `ledger` throws.
  func findings(
    _ ledger: (RegionCode, Int) throws(WorkspaceFailure) -> LedgerFile?
  ) throws(WorkspaceFailure) -> [Finding] {
    var findings: [Finding] = []
    for (book, stated) in books.sorted(by: { $0.key < $1.key }) {
      let ledger = try ledger(book.kecamatan, book.year)
      for (document, mark) in stated {
        switch mark.proof(in: ledger) {
        case .holds: continue
        case .noLedger: findings.append(InspectionSentence.noBook(mark, document))
        case .cutOff(let rows):
          findings.append(InspectionSentence.cutOff(mark, document, rows: rows))
        case .rewritten: findings.append(InspectionSentence.rewritten(mark, document))
        }
      }
    }
    return findings
  }
}
