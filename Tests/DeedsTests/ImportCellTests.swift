import CivilCalendar
import ComplianceModel
import TestSupport
import Testing
import Workspace

@testable import Deeds

/// The cells of tables: periods in one cell or two, words for what was done, cells for nothing.
struct ImportCellTests {
  // MARK: - Periods

  @Test(arguments: [
    ("LPPD 2024", "LPPD", "2024"), ("RFK TW. IV 2024", "RFK", "2024-TW4"),
    ("RFK TW IV/2024", "RFK", "2024-TW4"),
    ("Lap. Prognosis Semester 1 2025", "Lap. Prognosis", "2025-S1"),
    ("Rakor September 2026", "Rakor", "2026-09"), ("LPPD - 2024", "LPPD", "2024"),
    ("LPPD (2024)", "LPPD", "2024"), ("LPPD Tahun 2024", "LPPD", "2024"),
    ("APBDes TA 2026", "APBDes", "2026"),
    ("LPPD, 2024", "LPPD", "2024"), ("RKP Desa 2026", "RKP Desa", "2026"),
  ])
  func `a period is taken from behind a report`(
    _ cell: String, _ report: String, _ expected: String
  ) throws {
    let found = try #require(PeriodCell(behind: cell))
    #expect(found.report == report)
    #expect(Period(written: found.text) == (try period(expected)))
  }

  @Test(arguments: [
    "", "2024", "LPPD", "LPPD TW IV", "TW IV 2024", "LPPD 24", "- 2024", "LPPD 2024 revisi",
  ])
  func `a cell that does not end with a period behind a report has none`(_ cell: String) {
    #expect(PeriodCell(behind: cell) == nil)
  }

  /// Whatever form a period is written in, it is found whole behind a report, and in two cells.
  @Test func `no part of a period is left with the report`() throws {
    let roman = ["I", "II", "III", "IV"]
    for year in [2019, 2025, 2031] {
      for number in 1...4 {
        let wanted = Period(.quarter, year: year, ordinal: number)
        let forms = [
          "TW \(roman[number - 1]) \(year)", "TW. \(roman[number - 1])/\(year)",
          "Triwulan \(number) Tahun \(year)", "tw\(number) \(year)", "\(year)-TW\(number)",
        ]
        for form in forms {
          let found = try #require(PeriodCell(behind: "RFK \(form)"), "\(form)")
          #expect(found.report == "RFK" && Period(written: found.text) == wanted, "\(form)")
        }
        for part in [
          roman[number - 1], "\(number)", "TW \(number)", "Triwulan \(roman[number - 1])",
        ] {
          let joined = PeriodCell.joined(part, "\(year)", .quarter)
          #expect(Period(written: joined) == wanted, "\(part)")
        }
      }
      for number in 1...12 {
        let wanted = try #require(Period(.month, year: year, ordinal: number))
        for part in ["\(number)", String(wanted.indonesian.split(separator: " ")[0])] {
          #expect(Period(written: PeriodCell.joined(part, "\(year)", .month)) == wanted, "\(part)")
        }
      }
    }
  }

  @Test(arguments: [
    ("", "2025", "2025"), ("TW IV 2024", "", "TW IV 2024"), ("TW IV 2024", "2024", "TW IV 2024"),
    ("TW IV 2024", "2025", "TW IV 2024 2025"), ("V", "2025", "V 2025"), ("IV", "", "IV"),
    ("2024-TW4", "2024-TW4", "2024-TW4"),
  ])
  func `a part that contradicts its year, or has none, is no period`(
    _ part: String, _ year: String, _ joined: String
  ) {
    #expect(PeriodCell.joined(part, year, .quarter) == joined)
  }

  // MARK: - What was done

  @Test(arguments: [
    ("", "serah"), (" Serah ", "serah"), ("Dikirim", "serah"), ("DISAMPAIKAN", "serah"),
    ("kembali", "kembali"), ("Dikembalikan", "kembali"), ("terima", "terima"),
    ("diterima", "terima"),
    ("bebas", "bebas"), ("Dibebaskan", "bebas"), ("perpanjang", "perpanjang"),
    ("diperpanjang", "perpanjang"), ("ukur", "ukur"), ("pelantikan", "kejadian"),
    ("kejadian", "kejadian"), ("hilang", "kejadian"),
  ])
  func `a word is read as people write it`(_ word: String, _ kind: String) {
    #expect(RowDeed(word).kind.rawValue == kind)
  }

  @Test func `an event is named by its code, its name, or the beginning of one code alone`() throws
  {
    let calendar = try FoundedWorkspace().desk().calendar
    func code(_ word: String) -> String? {
      calendar.event(written: word).map { calendar.codes[$0.code] }
    }
    #expect(code("pelantikan-kades") == "pelantikan-kades")
    #expect(code("Pelantikan") == "pelantikan-kades")
    #expect(code("rkpd ditetapkan") == "rkpd-ditetapkan")
    for event in calendar.events {
      #expect(calendar.event(written: event.name) == event)
      let name = calendar.codes[event.code]
      #expect(calendar.event(written: name) == event)
      // A beginning is taken only where no other event begins so.
      for length in 1..<name.count {
        let found = calendar.event(written: String(name.prefix(length)))
        #expect(found == nil || found == event, "\(name.prefix(length))")
      }
    }
    #expect(code("pela") == nil && code("hilang") == nil && code("") == nil)
  }

  // MARK: - Nothing

  @Test(arguments: ["", "-", "--", "\u{2013}", "- -", "belum", "Belum ada", "BELUM DISAMPAIKAN"])
  func `a cell says that there is nothing yet`(_ cell: String) {
    #expect(ImportReader.saysNotYet(Array(cell.utf8)[...]))
  }

  @Test(arguments: ["?", "ada", "sudah", "belum 2026", "-1", "tidak ada", "nihil", "\u{FFFD}"])
  func `a cell does not say so`(_ cell: String) {
    #expect(!ImportReader.saysNotYet(Array(cell.utf8)[...]))
  }

  // MARK: - Headings

  private func header(_ text: String, _ said: ImportHeading.Said = .init()) -> ImportHeader {
    ImportHeader(Array(text.utf8), said)
  }

  @Test(arguments: [
    ("Desa;Laporan;Tahun;Tgl Kirim\n", 1, []), ("sep=;\nDesa;Laporan;Tahun;Tgl Kirim\n", 2, []),
    ("REKAP;;;\n;;;\nDesa;Laporan;Tahun;Tgl Kirim\n", 3, [1]),
    ("sep=|\nREKAP|\"x\nDesa|Laporan|Tahun|Tgl Kirim\nTukum|LPPD|2025|x\n", 3, [2]),
    ("Kecamatan;Hatungun\nDesa;Laporan;Tahun;Tgl Kirim\n", 2, [1]),
    ("Tahun\t2025\nDesa\tLaporan\tTahun\tTgl Kirim\n", 2, [1]),
  ])
  func `the heading row is the first in which enough is understood`(
    _ text: String, _ line: Int, _ titles: [Int]
  ) {
    let header = header(text)
    #expect(header.line == line)
    #expect(header.titleLines == titles)
    #expect(header.columns.faults.isEmpty, "\(header.columns.faults)")
    #expect(header.columns[.date] == 3)
  }

  /// Title rows, blank rows and separators in any number change nothing about the columns.
  @Test func `what stands above the headings moves them, and nothing else`() {
    var numbers = SplitMix64(seed: 4)
    for _ in 0..<300 {
      let separator = [",", "\t", ";"].randomElement(using: &numbers) ?? ";"
      let titles = (0..<Int.random(in: 0...6, using: &numbers)).map { _ in
        ["REKAPITULASI LPPD", "", "Tahun 2025", "Kecamatan Hatungun", "Keadaan 31 Maret"]
          .randomElement(using: &numbers) ?? ""
      }
      let columns = ["Nama Desa", "Jenis Laporan", "Periode", "Tgl. Diserahkan", "Ket"].shuffled(
        using: &numbers)
      let text = (titles + [columns.joined(separator: separator)]).map { $0 + "\n" }.joined()
      let header = header(text)
      #expect(header.line == titles.count + 1, "\(text)")
      #expect(header.columns.faults.isEmpty)
      #expect(header.columns[.date] == columns.firstIndex(of: "Tgl. Diserahkan"))
      #expect(header.columns[.note] == columns.firstIndex(of: "Ket"))
    }
  }

  @Test func `what the user says of a heading comes before what the office keeps`() {
    let text = "Desa;Laporan;Tahun;Tgl Masuk;Tgl Kirim\n"
    let kept = header(text, .init(kept: ["tgl. masuk": .received]))
    #expect(kept.columns[.received] == 3 && kept.columns[.date] == 4)
    let said = header(
      text,
      .init(meanings: ["TGL MASUK": .date, "Tgl Kirim": .ignored], kept: ["Tgl Masuk": .received]))
    #expect(said.columns[.received] == nil && said.columns[.date] == 3)
    #expect(said.columns.faults.isEmpty)
    // A heading of another table is kept without being told of; one that the user names must be there.
    let other = header(
      text, .init(meanings: ["Ket": .note], kept: ["Lain": .note, "Tgl Masuk": .received]))
    #expect(other.columns.faults.count == 1)
  }
}
