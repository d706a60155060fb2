import ComplianceModel
import Foundation
import FuzzEntries
import LedgerStore
import Testing

/// The inputs that fuzzing begins with, and those that once broke something: none does any more.
struct CorpusTests {
  private static let corpus = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Fuzz/Corpus")

  static let kinds: [(name: String, entry: @Sendable ([UInt8]) throws -> Void)] = [
    ("ledger", { try FuzzEntry.ledger($0) }), ("csv", { try FuzzEntry.csv($0) }),
    ("impor", { try FuzzEntry.table($0) }), ("lembar", { try FuzzEntry.workbook($0) }),
    ("ekspor", { try FuzzEntry.export($0) }),
  ]

  @Test(arguments: kinds.map(\.name))
  func `no input of the corpus breaks what must hold for all bytes`(_ kind: String) throws {
    let entry = try #require(CorpusTests.kinds.first { $0.name == kind }?.entry)
    let folder = CorpusTests.corpus.appendingPathComponent(kind)
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    #expect(names.count > 5)
    for name in names {
      let bytes = Array(try Data(contentsOf: folder.appendingPathComponent(name)))
      #expect(throws: Never.self, "\(kind)/\(name)") { try entry(bytes) }
    }
  }

  @Test func `a reader that contradicts itself is noticed`() {
    #expect(throws: FuzzEntry.Broken.self) {
      try FuzzEntry.holdPlaces(
        [
          Finding(
            LedgerProblem.header, at: SourcePlace(file: "x", line: 2, column: 1), "a", fix: "b")
        ],
        in: Array("satu baris".utf8))
    }
  }
}
