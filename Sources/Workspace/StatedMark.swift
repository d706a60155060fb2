public import ComplianceModel
internal import DurableFiles
public import LedgerStore

/// What a document that left the office says of a ledger: how many rows it had, and their chain.
///
/// It proves what the chain alone cannot: that no row was cut off the end, and that the whole chain
/// was not written anew.
public struct StatedMark: Hashable, Sendable {
  /// Reads what an export says of the ledgers; `nil` where it is no export that can be read.
  public typealias Reader = @Sendable (_ bytes: [UInt8]) -> [StatedMark]?

  /// The kecamatan of the ledger.
  public let kecamatan: RegionCode
  /// The year of the ledger.
  public let year: Int
  /// The last row that the document was made from.
  public let mark: LedgerMark

  /// Reads what a document states.
  ///
  /// - Parameters:
  ///   - file: The ledger below `buku`, `63.05.12/2026.csv`; `nil` comes of any other form.
  ///   - rows: The number of the last row.
  ///   - chain: Its `rantai`.
  public init?(file: String, rows: Int, chain: String) {
    let parts = file.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].hasSuffix(".csv"), let kecamatan = RegionCode(parts[0]),
      kecamatan.level == .kecamatan, let year = Int(parts[1].dropLast(4)), rows >= 0,
      parts[1] == "\(year).csv"
    else { return nil }
    self.kecamatan = kecamatan
    self.year = year
    mark = LedgerMark(rows: rows, chain: chain)
  }

  /// The ledger below `buku`.
  public var file: String { "\(kecamatan)/\(year).csv" }
}

extension StatedMark {
  /// Holds what documents state against the ledgers of a workspace, each of which is read once.
  ///
  /// - Parameters:
  ///   - stated: What they state, by the documents' names as they are shown.
  ///   - store: The ledgers.
  /// - Returns: A fault for each ledger that was cut or written anew since, for each document.
  /// - Throws: ``WorkspaceFailure/file(_:)`` where a ledger cannot be read.
  public static func findings(
    _ stated: [(document: String, marks: [StatedMark])], in store: LedgerStore
  ) throws(WorkspaceFailure) -> [Finding] {
    struct Book: Hashable, Comparable {
      let kecamatan: RegionCode
      let year: Int
      static func < (lhs: Book, rhs: Book) -> Bool {
        (lhs.kecamatan, lhs.year) < (rhs.kecamatan, rhs.year)
      }
    }
    var books: [Book: [(document: String, mark: StatedMark)]] = [:]
    for (document, marks) in stated {
      for mark in marks {
        books[Book(kecamatan: mark.kecamatan, year: mark.year), default: []]
          .append((document, mark))
      }
    }
    var findings: [Finding] = []
    for (book, stated) in books.sorted(by: { $0.key < $1.key }) {
      var codes = CodeTable()
      let found: LedgerFile?
      do throws(FileFailure) {
        found = try store.read(book.kecamatan, year: book.year, codes: &codes)
      } catch {
        throw .file(error)
      }
      // An office that had no ledger yet stated an empty one.
      let file =
        found ?? LedgerFile([], kecamatan: book.kecamatan, year: book.year, codes: &codes)
      for (document, mark) in stated {
        if mark.mark.rows > 0, found == nil {
          findings.append(WorkspaceSentence.noBook(mark, document))
        } else if mark.mark.rows > file.rowCount {
          findings.append(WorkspaceSentence.cutOff(mark, document, rows: file.rowCount))
        } else if file.mark(ofRow: mark.mark.rows) != mark.mark {
          findings.append(WorkspaceSentence.rewritten(mark, document))
        }
      }
    }
    return findings
  }
}
