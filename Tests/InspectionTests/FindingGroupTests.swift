import ComplianceModel
import Testing

@testable import Inspection

/// Findings of one cause are one thing to read.
struct FindingGroupTests {
  private static func finding(
    _ what: String, _ file: String = "buku/63.05.12/2026.csv", line: Int = 2,
    _ severity: Finding.Severity = .fault, cause: String? = nil
  ) -> Finding {
    let finding = Finding(
      InspectionProblem.repeated, severity, at: SourcePlace(file: file, line: line, column: 1),
      what,
      fix: "perbaiki")
    return cause.map(finding.caused) ?? finding
  }

  @Test(arguments: [
    ("bukti dokumen/63.05.12/2026/ab.pdf tidak ada", "bukti dokumen/63.05.12/2026/… tidak ada"),
    (
      "susulan: tanggal 31 Maret 2026, baru dicatat 9 April 2026",
      "susulan: tanggal … baru dicatat …"
    ),
    ("unit 63.05.99 tidak ada dalam wilayah.csv", "unit … tidak ada dalam wilayah.csv"),
    ("'LPPX' tidak wajib atau tidak dikenal", "… tidak wajib atau tidak dikenal"),
    ("periode `2026 TW9` tidak dikenal", "periode … tidak dikenal"),
    ("desa Pasi Kuala Ba'u belum ada", "desa … belum ada"),
    ("mengulang baris 2026#12", "mengulang baris …"),
    ("Baris ini rusak", "Baris ini rusak"), ("", ""),
  ])
  func `what differs from one finding to the next is left out`(what: String, summary: String) {
    #expect(FindingGroup.summary(of: what) == summary)
  }

  @Test func `what says the same of one file is one group, where the first stands`() {
    let findings = [
      FindingGroupTests.finding("mengulang baris 1", line: 2),
      FindingGroupTests.finding("rantai terputus pada baris buku #3", line: 4),
      FindingGroupTests.finding("mengulang baris 5", line: 6),
      FindingGroupTests.finding("mengulang baris 5", line: 7, .remark),
      FindingGroupTests.finding("mengulang baris 5", "buku/63.05.12/2025.csv", line: 7),
    ]
    let groups = FindingGroup.groups(of: findings)
    #expect(groups.map(\.findings.count) == [2, 1, 1, 1])
    #expect(groups.flatMap(\.findings).count == findings.count)
    #expect(groups[0].findings.map(\.place.line) == [2, 6])
    #expect(groups.map(\.isLarge) == [false, false, false, false])
  }

  @Test func `rows of a table that say the same, word by word, are one with all their lines`() {
    let groups = FindingGroup.groups(ofRows: [
      FindingGroupTests.finding("tanggal 'x' tidak dapat dibaca", line: 2),
      FindingGroupTests.finding("tanggal 'y' tidak dapat dibaca", line: 3),
      FindingGroupTests.finding("tanggal 'x' tidak dapat dibaca", line: 5),
      FindingGroupTests.finding("tanggal 'x' tidak dapat dibaca", line: 6, .remark),
    ])
    #expect(groups.map { $0.findings.map(\.place.line) } == [[2, 5], [3], [6]])
    #expect(groups[0].merged?.what == "baris 2, 5: tanggal 'x' tidak dapat dibaca")
    #expect(groups[1].merged?.what == "tanggal 'y' tidak dapat dibaca")
  }

  @Test func `more than three are told as one`() {
    for count in [3, 4] {
      let findings = (1...count).map {
        FindingGroupTests.finding("mengulang baris \($0)", line: $0)
      }
      let groups = FindingGroup.groups(of: findings)
      #expect(groups.count == 1)
      #expect(groups[0].isLarge == (count == 4))
      #expect(groups[0].file == "buku/63.05.12/2026.csv")
    }
  }

  @Test func `files of one folder are one group, also the years without holidays`() {
    let findings =
      (1...4).map { FindingGroupTests.finding("tidak disebut", "dokumen/a/\($0).pdf", line: 0) }
      + [FindingGroupTests.finding("tidak disebut", "dokumen/b/1.pdf", line: 0)]
    let groups = FindingGroup.groups(of: findings)
    #expect(groups.map(\.file) == ["dokumen/a/", "dokumen/b/"])
    let years = (2028...2031).map {
      FindingGroupTests.finding("hari libur \($0) belum ada", "Calendars/libur/\($0).yaml", line: 0)
    }
    #expect(FindingGroup.groups(of: years).map(\.isLarge) == [true])
  }

  @Test func `each line of what people write by hand stays by itself`() {
    let findings = (1...9).map {
      FindingGroupTests.finding("kunci 'a\($0)' tidak dikenal", "kantor.yaml", line: $0)
    }
    #expect(FindingGroup.groups(of: findings).count == 9)
  }

  @Test func `one cause makes one group of unlike sentences`() {
    let findings = [
      FindingGroupTests.finding("bukti a hilang", line: 2, cause: "folder a tidak ada"),
      FindingGroupTests.finding("bukti b entah", line: 3, cause: "folder a tidak ada"),
      FindingGroupTests.finding("bukti c hilang", line: 4, cause: "folder b tidak ada"),
    ]
    #expect(
      FindingGroup.groups(of: findings).map(\.summary)
        == ["folder a tidak ada", "folder b tidak ada"])
  }
}
